package org.mesagraph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mesagraph.base.Place;

/**
 * One well-formed sample for each class, as lines of a file.
 *
 * @param head the lines before the first sample
 * @param blocks the lines of each sample, by its name
 */
record Samples(List<String> head, Map<String, List<String>> blocks) {

  private static final String END = "    .";

  static Samples read(Path file) throws IOException {
    List<String> head = new ArrayList<>();
    Map<String, List<String>> blocks = new LinkedHashMap<>();
    List<String> open = head;
    for (String line : Files.readAllLines(file)) {
      if (open != head && open.contains(END)) {
        if (line.isEmpty() || line.equals("}")) {
          continue;
        }
        open = new ArrayList<>();
        blocks.put(line.strip(), open);
      } else if (open == head && line.matches("  \\S.*")) {
        open = new ArrayList<>();
        blocks.put(line.strip(), open);
      }
      open.add(line);
    }
    return new Samples(head, blocks);
  }

  /** Whether a sample is of a class. */
  boolean isOf(String sample, String type) {
    return blocks.get(sample).contains("    a " + type + " ;");
  }

  /** Writes a broken copy for each break, and says where each has to be reported. */
  Map<Break, Place> write(Path root, String file, List<Break> breaks) throws IOException {
    List<String> lines = new ArrayList<>(head);
    Map<Break, Place> places = new LinkedHashMap<>();
    for (Break one : breaks) {
      assertThat(blocks).containsKey(one.subject());
      List<String> copy = one.copy(blocks.get(one.subject()), places.size());
      places.put(one, new Place(file, lines.size() + 1 + at(copy, one.at())));
      lines.addAll(copy);
      lines.add("");
    }
    lines.add("}");
    Files.write(root.resolve(file), lines);
    return places;
  }

  private static int at(List<String> copy, String start) {
    for (int i = 0; i < copy.size(); i++) {
      if (copy.get(i).startsWith("    " + start + " ")) {
        return i;
      }
    }
    throw new AssertionError("no line begins with " + start + " in " + copy);
  }
}
