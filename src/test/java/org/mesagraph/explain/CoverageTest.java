package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.RealProject;
import org.mesagraph.base.LineIndex;
import org.mesagraph.base.LineIndex.Line;
import org.mesagraph.base.LineIndex.LineKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoverageTest {

  private static final Passages PASSAGES = new Passages(RealProject.snapshot().closure());

  @Test
  void something_is_stated_from_every_content_line_of_every_source() {
    List<LineIndex> indexes = LineIndex.readAll(RealProject.root());

    assertThat(indexes).extracting(LineIndex::source).containsExactly("S2", "S3", "S4");
    assertThat(indexes).extracting(index -> index.lines().size()).containsExactly(59, 27, 220);
    assertThat(indexes)
        .allSatisfy(
            index -> {
              Coverage coverage = Coverage.of(PASSAGES, index);
              assertThat(coverage.content()).isPositive();
              assertThat(coverage.uncovered()).as(index.source()).isEmpty();
              assertThat(coverage.beyond()).as(index.source()).isEmpty();
            });
  }

  @Test
  void a_line_that_nothing_is_stated_from_is_uncovered() {
    LineIndex index =
        new LineIndex(
            "S3",
            List.of(
                new Line(2, LineKind.BLANK, "0123456789abcdef"),
                new Line(4, LineKind.CONTENT, "0123456789abcdef"),
                new Line(9, LineKind.CONTENT, "0123456789abcdef")));

    Coverage coverage = Coverage.of(PASSAGES, index);

    assertThat(coverage.content()).isEqualTo(2);
    assertThat(coverage.uncovered()).containsExactly(4);
    assertThat(coverage.beyond()).contains(23).doesNotContain(9, 2);
  }
}
