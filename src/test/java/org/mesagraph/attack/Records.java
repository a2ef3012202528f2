package org.mesagraph.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long visitors waited under attack, one line for each, in {@code target/attacks}. */
final class Records {

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  void add(String what, List<Duration> answers) {
    List<Duration> sorted = answers.stream().sorted().toList();
    lines.add(
        sorted.isEmpty()
            ? what + ": none answered"
            : "%s: n=%d, p50 %d ms, p99 %d ms, slowest %d ms"
                .formatted(
                    what,
                    sorted.size(),
                    at(sorted, 50),
                    at(sorted, 99),
                    sorted.get(sorted.size() - 1).toMillis()));
  }

  void note(String line) {
    lines.add(line);
  }

  private static long at(List<Duration> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)).toMillis();
  }

  void write(String topic) {
    try {
      Path folder = Path.of(System.getProperty("mesagraph.home", "."), "target", "attacks");
      Files.createDirectories(folder);
      Files.write(folder.resolve(topic + ".txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.forEach(System.out::println);
  }
}
