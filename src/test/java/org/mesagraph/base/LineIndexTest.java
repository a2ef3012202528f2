package org.mesagraph.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.LineIndex.Line;
import org.mesagraph.base.LineIndex.LineKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LineIndexTest {

  private static final String HEAD = "line\tkind\tsha256\n";

  @TempDir Path root;

  private List<LineIndex> read(String text) throws IOException {
    Path folder = Files.createDirectories(root.resolve(LineIndex.FOLDER));
    Files.writeString(folder.resolve("S9.tsv"), text);
    return LineIndex.readAll(root);
  }

  @Test
  void an_index_is_named_by_its_file_and_keeps_its_lines() throws IOException {
    List<LineIndex> indexes =
        read(HEAD + "1\theading\t0123456789abcdef\n2\tblank\tfedcba9876543210\n");

    assertThat(indexes)
        .containsExactly(
            new LineIndex(
                "S9",
                List.of(
                    new Line(1, LineKind.HEADING, "0123456789abcdef"),
                    new Line(2, LineKind.BLANK, "fedcba9876543210"))));
  }

  @Test
  void every_wrong_row_is_refused_with_its_line() {
    assertThatThrownBy(
            () -> read("line\tkind\n1\tprose\t0123456789abcdef\n3\tcontent\t0123456789abcdef\n"))
        .isInstanceOf(MesagraphException.class)
        .hasMessageContainingAll(
            "data/lines/S9.tsv:1: not the head of a line index",
            "data/lines/S9.tsv:2: not a row of a line index",
            "data/lines/S9.tsv:3: line 3 out of order: write 2");
  }

  @Test
  void without_a_folder_there_are_no_indexes() {
    assertThat(LineIndex.readAll(root)).isEmpty();
  }
}
