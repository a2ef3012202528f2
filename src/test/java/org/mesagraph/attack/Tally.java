package org.mesagraph.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of the attacks of one campaign, as text and in {@code target/attacks}. */
final class Tally {

  private record Line(Attack attack, Optional<String> stock, Optional<String> ours) {}

  private final String topic;
  private final List<Line> lines = new ArrayList<>();

  Tally(String topic) {
    this.topic = topic;
  }

  void add(Attack attack, Optional<String> stock, Optional<String> ours) {
    lines.add(new Line(attack, stock, ours));
  }

  @Override
  public String toString() {
    long stock = lines.stream().filter(line -> line.stock().isPresent()).count();
    long ours = lines.stream().filter(line -> line.ours().isPresent()).count();
    return "%s: %d attacks tried, %d succeeded on stock, %d on ours"
        .formatted(topic, lines.size(), stock, ours);
  }

  /** Writes one line for every attack. */
  void write() {
    StringBuilder text = new StringBuilder("id\tattack\tstock\tours\tnot shown because\n");
    for (Line line : lines) {
      text.append(line.attack().id())
          .append('\t')
          .append(line.attack().title())
          .append('\t')
          .append(line.stock().map(Tally::flat).orElse("safe"))
          .append('\t')
          .append(line.ours().map(Tally::flat).orElse("safe"))
          .append('\t')
          .append(line.attack().unproved().orElse(""))
          .append('\n');
    }
    try {
      Path folder = Path.of(System.getProperty("mesagraph.home", "."), "target", "attacks");
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(topic + ".tsv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String flat(String harm) {
    String flat = harm.replaceAll("\\s+", " ");
    return flat.substring(0, Math.min(160, flat.length()));
  }
}
