package org.mesagraph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mesagraph.base.Place;

/**
 * A small breakage of the data, and where it has to be reported. Line numbers stay as they are.
 *
 * @param shape the shape that has to see it
 * @param file under {@code data/}
 * @param subject whose block in the file is broken
 * @param old part of the one line to change
 * @param broken what stands there instead; if empty, the whole line is taken out
 */
record Mutation(String shape, String file, String subject, String old, String broken) {

  /** Takes out the line of a predicate. */
  static Mutation without(String shape, String file, String subject, String predicate) {
    return new Mutation(shape, file, subject, predicate + " ", "");
  }

  static Mutation with(String shape, String file, String subject, String old, String broken) {
    return new Mutation(shape, file, subject, old, broken);
  }

  /** Breaks the copy of the project under a folder. */
  void apply(Path root) throws IOException {
    Path path = root.resolve("data").resolve(file);
    List<String> lines = new ArrayList<>(Files.readAllLines(path));
    int index = changed(lines);
    String line = lines.get(index);
    lines.set(index, broken.isEmpty() ? "" : line.replace(old, broken));
    Files.write(path, lines);
  }

  /** The line to mend: the changed one, or the type of the subject where a line is missing. */
  Place place(Path root) throws IOException {
    List<String> lines = Files.readAllLines(root.resolve("data").resolve(file));
    int line = broken.isEmpty() ? block(lines, "a mg:") : changed(lines);
    return new Place("data/" + file, line + 1);
  }

  private int changed(List<String> lines) {
    return block(lines, old);
  }

  private int block(List<String> lines, String part) {
    int start = lines.indexOf("  " + subject);
    assertThat(start).as(subject + " in " + file).isNotNegative();
    List<Integer> found = new ArrayList<>();
    for (int i = start + 1; !lines.get(i).equals("    ."); i++) {
      if (lines.get(i).contains(part)) {
        found.add(i);
      }
    }
    assertThat(found).as(part + " in " + subject).hasSize(1);
    return found.get(0);
  }
}
