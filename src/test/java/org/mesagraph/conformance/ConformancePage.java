package org.mesagraph.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/conformance.md says: the counts of its table, and the misses that it lists. */
final class ConformancePage {

  private static final Path FILE =
      Path.of(System.getProperty("mesagraph.home", "."), "docs/conformance.md");

  /** {@code | suite | from | where it runs | tests | pass |} */
  private static final Pattern ROW =
      Pattern.compile("\\| ([^|]+) \\| [^|]+ \\| [^|]+ \\| (\\d+) \\| (\\d+) \\|");

  private static final Pattern HEADING = Pattern.compile("### (.+)");

  /** A test and the reason why it is missed. */
  private static final Pattern MISS = Pattern.compile("- `([^`]+)`: \\S.*");

  private record Count(int tests, int passes) {}

  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final Map<String, List<String>> misses = new LinkedHashMap<>();

  private ConformancePage() {}

  static ConformancePage read() {
    ConformancePage page = new ConformancePage();
    String suite = "";
    try {
      for (String line : Files.readAllLines(FILE)) {
        Matcher row = ROW.matcher(line);
        Matcher heading = HEADING.matcher(line);
        Matcher miss = MISS.matcher(line);
        if (row.matches()) {
          page.counts.put(
              row.group(1),
              new Count(Integer.parseInt(row.group(2)), Integer.parseInt(row.group(3))));
        } else if (heading.matches()) {
          suite = heading.group(1);
        } else if (miss.matches()) {
          page.misses.computeIfAbsent(suite, any -> new ArrayList<>()).add(miss.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page;
  }

  List<String> suites() {
    return List.copyOf(counts.keySet());
  }

  int tests(String suite) {
    return counts.get(suite).tests();
  }

  int passes(String suite) {
    return counts.get(suite).passes();
  }

  List<String> misses(String suite) {
    return misses.getOrDefault(suite, List.of());
  }
}
