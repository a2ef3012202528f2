package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which things and statements go with what. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WithdrawingTest {

  private static WhatIfSample sample;

  @BeforeAll
  static void load(@TempDir Path root) {
    sample = WhatIfSample.load("studies", root.resolve("studies"));
  }

  @Test
  void a_study_goes_with_every_statement_about_it() {
    Withdrawal withdrawal = sample.without("study:a").withdrawal();

    assertThat(withdrawal.fallen()).containsExactly(sample.node("study:a"));
    assertThat(withdrawal.parts()).containsExactly(sample.node("finding:a"));
    assertThat(shown(withdrawal))
        .containsExactlyInAnyOrder(
            "study:a rdf:type mg:Study",
            "study:a mg:isReportedIn work:a",
            "study:a skos:prefLabel \"Study A\"@en",
            "finding:a mg:isFromStudy study:a",
            "study:a mg:isConductedBy organization:one");
  }

  @Test
  void a_study_falls_with_the_last_work_that_reports_it() {
    assertThat(shown(sample.without("work:b").withdrawal()))
        .containsExactly("study:b mg:isReportedIn work:b");
    assertThat(sample.without("work:b", "work:b-post").withdrawal().fallen())
        .contains(sample.node("study:b"));
    assertThat(sample.without("work:a").withdrawal().fallen()).contains(sample.node("study:a"));
  }

  @Test
  void who_wrote_a_work_stays_when_the_work_is_withdrawn() {
    assertThat(shown(sample.without("work:a").withdrawal()))
        .noneMatch(statement -> statement.startsWith("authorship:"));
  }

  @Test
  void the_studies_of_an_organization_and_of_an_author_fall_with_them() {
    assertThat(sample.without("organization:two").withdrawal().fallen())
        .containsExactly(sample.node("organization:two"), sample.node("study:b"));
    assertThat(sample.without("person:x").withdrawal().fallen())
        .containsExactlyInAnyOrder(
            sample.node("person:x"), sample.node("study:a"), sample.node("study:b"));
    assertThat(shown(sample.without("person:x").withdrawal()))
        .noneMatch(statement -> statement.contains("person:x"));
  }

  @Test
  void a_source_goes_with_its_claims_and_with_what_no_other_graph_states() {
    Withdrawal withdrawal = sample.without("source:s1").withdrawal();

    assertThat(withdrawal.fallen())
        .containsExactlyInAnyOrder(
            sample.node("source:s1"), sample.node("claim:s1-a"), sample.node("claim:s1-b"));
    assertThat(shown(withdrawal))
        .contains(
            "claim:s1-a mg:isStatedIn passage:s1-l1",
            "line:a-occurs mg:isAssertedBy claim:s1-a",
            "study:b mg:isConductedBy organization:two")
        .doesNotContain("study:a mg:isConductedBy organization:one")
        .noneMatch(statement -> statement.startsWith("passage:"));
  }

  private static List<String> shown(Withdrawal withdrawal) {
    return withdrawal.removed().stream().map(sample.base().prefixes()::show).toList();
  }
}
