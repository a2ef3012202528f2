package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.query.MarkdownTable;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MarkdownTableTest {

  @Test
  void rows_that_differ_in_one_cell_are_one() {
    assertThat(FoldedRows.of(List.of(row("a", "1"), row("b", "2"), row("a", "3")), 2).rows())
        .containsExactly(row("a", "1, 3"), row("b", "2"));
  }

  @Test
  void rows_that_differ_in_two_cells_stay_apart_unless_all_pairs_are_there() {
    assertThat(FoldedRows.of(List.of(row("a", "1"), row("b", "2")), 2).rows())
        .containsExactly(row("a", "1"), row("b", "2"));
    assertThat(
            FoldedRows.of(List.of(row("a", "1"), row("a", "2"), row("b", "1"), row("b", "2")), 2)
                .rows())
        .containsExactly(row("a, b", "1, 2"));
  }

  @Test
  void long_values_are_set_apart_by_semicolons() {
    assertThat(FoldedRows.of(List.of(row("a", "one, and more"), row("a", "two")), 2).rows())
        .containsExactly(row("a", "one, and more; two"));
  }

  @Test
  void what_would_be_markup_is_text() {
    assertThat(MarkdownTable.of(List.of("Head"), List.of(List.of("a|b\n<i> *c* <https://d>"))))
        .isEqualTo("| Head |\n| --- |\n| a\\|b \\<i> \\*c\\* <https://d> |\n");
  }

  private static List<String> row(String one, String other) {
    return List.of(one, other);
  }
}
