package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.Place;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.reason.Progress;
import org.mesagraph.shape.Finding.Severity;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InspectionTest {

  @TempDir private Path folder;

  @Test
  void a_line_with_content_and_no_claim_is_a_warning_at_its_place_in_the_index()
      throws IOException {
    Path index = ProjectCopy.in(folder).resolve("data/lines/S4.tsv");
    ProjectCopy.replace(index, "\n2\theading\t", "\n2\tcontent\t");

    assertThat(Inspection.of(folder, new MaterializingReasoner(), Progress.UNWATCHED).findings())
        .filteredOn(finding -> finding.code().startsWith("coverage/"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.place()).isEqualTo(new Place("data/lines/S4.tsv", 3));
              assertThat(finding.what()).isEqualTo("line 2 of S4 has content and no claim");
            });
  }
}
