package org.mesagraph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to break a well-formed sample, and where it has to be reported.
 *
 * @param shape the shape that has to see it
 * @param subject the sample
 * @param line of the sample that is broken; the subject itself, if its name is
 * @param broken what stands there instead; if empty, the line is taken out
 * @param at how the line begins that is to be mended
 */
record Break(String shape, String subject, String line, String broken, String at) {

  private static final String HEAD = "shape\tsubject\tline\tbroken\tat";

  /** Reads a table of breaks. */
  static List<Break> read(Path table) throws IOException {
    List<String> rows = Files.readAllLines(table);
    assertThat(rows.get(0)).isEqualTo(HEAD);
    return rows.stream().skip(1).map(row -> row.split("\t", -1)).map(Break::of).toList();
  }

  private static Break of(String... cells) {
    assertThat(cells).as(String.join("\t", cells)).hasSize(5);
    return new Break(cells[0], cells[1], cells[2], cells[3], cells[4]);
  }

  /** The broken copy of a sample, under a name with a number of its own. */
  List<String> copy(List<String> sample, int number) {
    List<String> copy = new ArrayList<>();
    copy.add("  " + name(number));
    boolean found = line.equals(subject);
    for (String stated : sample.subList(1, sample.size())) {
      if (stated.equals("    " + line + " ;")) {
        found = true;
        copy.add(broken.isEmpty() ? "" : "    " + broken + " ;");
      } else {
        copy.add(stated);
      }
    }
    assertThat(found).as(line + " in " + subject).isTrue();
    return copy;
  }

  /** The name of the broken copy. */
  String name(int number) {
    String name = line.equals(subject) ? broken : subject;
    return name.endsWith(">") ? name.substring(0, name.length() - 1) + number + ">" : name + number;
  }

  @Override
  public String toString() {
    return shape + ": " + subject + ", " + (broken.isEmpty() ? "without " + line : broken);
  }
}
