package org.mesagraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each key of an expectation, once met and once not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueryCasesTest {

  private static final String FAKING = "{study: study:alignment-faking, year: 2025, rate: 0.14}";
  private static final String AGENTS = "{study: \"https://example.org/study/sleeper-agents\"}";

  @TempDir private Path root;

  /** Runs one test on the good query, whose answer has two rows. */
  private Optional<String> expect(String params, String expect) {
    String text = Sample.text();
    String head = text.substring(0, text.indexOf("#+ tests:"));
    String tail = text.substring(text.indexOf("#defaultView"));
    String test = "#+ tests:\n#+   - {name: it, params: " + params + ", expect: " + expect + "}\n";
    return run(head + test + tail);
  }

  private Optional<String> run(String text) {
    return new QueryCases(Sample.runner()).run(Sample.read(root, text)).get(0).failure();
  }

  private void met(String expect) {
    assertThat(expect("{mode: deceptive-alignment}", expect)).isEmpty();
  }

  private void unmet(String expect, String failure) {
    assertThat(expect("{mode: deceptive-alignment}", expect)).contains(failure);
  }

  @Test
  void the_tests_of_the_sample_pass() {
    assertThat(new QueryCases(Sample.runner()).run(Sample.query(root)))
        .hasSize(2)
        .allMatch(CaseResult::passed);
  }

  @Test
  void rows_are_counted() {
    met("{rows: 2, minRows: 2, maxRows: 2}");
    unmet("{rows: 3}", "expected rows 3, found 2");
    unmet("{minRows: 3}", "expected at least as many rows as 3, found 2");
    unmet("{maxRows: 1}", "expected at most as many rows as 1, found 2");
  }

  @Test
  void columns_are_compared_in_order() {
    met("{columns: [study, studyLabel, mode, year, rate, replicated, caveat]}");
    unmet(
        "{columns: [studyLabel, study]}",
        "expected columns [studyLabel, study], found"
            + " [study, studyLabel, mode, year, rate, replicated, caveat]");
  }

  @Test
  void rows_are_contained() {
    met("{contains: [" + FAKING + ", " + AGENTS + "]}");
    met("{contains: [{studyLabel: Alignment Faking, caveat: null}]}");
    unmet(
        "{contains: [{study: study:alignment-faking, year: 2024}]}",
        "no row {study: study:alignment-faking, year: 2024} among 2");
    unmet("{contains: [{study: study:coin-run}]}", "no row {study: study:coin-run} among 2");
    unmet(
        "{contains: [{study: study:alignment-faking, rate: null}]}",
        "no row {study: study:alignment-faking, rate: nothing} among 2");
  }

  @Test
  void rows_are_excluded() {
    met("{excludes: [{study: study:coin-run}, {study: study:alignment-faking, year: 2024}]}");
    unmet(
        "{excludes: [{study: study:alignment-faking}]}",
        "row 2 is {study: study:alignment-faking}, which is excluded");
  }

  @Test
  void the_order_of_contained_rows_matters_only_if_it_is_expected() {
    met("{ordered: true, contains: [" + AGENTS + ", " + FAKING + "]}");
    met("{contains: [" + FAKING + ", " + AGENTS + "]}");
    unmet(
        "{ordered: true, contains: [" + FAKING + ", " + AGENTS + "]}",
        "no row {study: https://example.org/study/sleeper-agents}"
            + " after the rows expected before it");
  }

  @Test
  void a_refusal_is_expected_or_not() {
    met("{status: 200}");
    unmet("{status: 422}", "expected a refusal, but the arguments were accepted");
    assertThat(expect("{mode: deceptve-alignment}", "{rows: 0}"))
        .contains(
            "the arguments were refused: no mg:FailureMode “deceptve-alignment” – did you mean"
                + " deceptive-alignment?");
    assertThat(expect("{mode: deceptve-alignment}", "{status: 200}")).isPresent();
    assertThat(expect("{mode: deceptve-alignment}", "{status: 422}")).isEmpty();
    assertThat(expect("{mode: deceptve-alignment}", "{status: 400}").orElseThrow())
        .startsWith("expected status 400, found 422 (no mg:FailureMode");
    assertThat(expect("{mod: deceptive-alignment}", "{status: 400}")).isEmpty();
  }

  @Test
  void a_suggestion_is_expected_or_not() {
    String near = "{mode: deceptve-alignment}";
    String far = "{mode: zzzzzzz}";

    assertThat(expect(near, "{didYouMean: true}")).isEmpty();
    assertThat(expect(near, "{status: 422, didYouMean: deceptive-alignment}")).isEmpty();
    assertThat(expect(far, "{didYouMean: false}")).isEmpty();
    assertThat(expect(far, "{didYouMean: true}")).contains("expected didYouMean true, found []");
    assertThat(expect(near, "{didYouMean: false}")).isPresent();
    assertThat(expect(near, "{didYouMean: proxy-alignment}"))
        .contains("expected didYouMean proxy-alignment, found [deceptive-alignment]");
    unmet("{didYouMean: true}", "expected a refusal, but the arguments were accepted");
  }

  @Test
  void an_ask_is_true_or_false() {
    String ask =
        """
        #+ summary: Whether there is a study
        #+ tests: [{name: it, expect: {ask: true}}]
        PREFIX mg: <https://example.org/ontology/>
        ASK { ?study a mg:Study }
        """;

    assertThat(run(ask)).isEmpty();
    assertThat(run(ask.replace("ask: true", "ask: false")))
        .contains("expected ask false, found true");
  }

  @Test
  void the_rows_of_a_graph_are_its_triples() {
    String construct =
        """
        #+ summary: All studies
        #+ tests: [{name: it, expect: {rows: 4}}]
        PREFIX mg: <https://example.org/ontology/>
        CONSTRUCT WHERE { ?study a mg:Study }
        """;

    assertThat(run(construct)).isEmpty();
    assertThat(run(construct.replace("rows: 4", "rows: 5"))).contains("expected rows 5, found 4");
  }

  @Test
  void rows_that_break_the_promise_of_the_columns_are_reported() {
    String expected = "rows: 2,";
    assertThat(
            run(
                Sample.text()
                    .replace(
                        "rate: {type: \"xsd:decimal\", optional: true}",
                        "rate: {type: \"xsd:decimal\"}")))
        .contains("row 1 has no “rate”, which is not optional");
    assertThat(
            run(
                Sample.text()
                    .replace("year: {type: \"xsd:integer\"", "year: {type: \"xsd:gYear\"")
                    .replace(expected, "minRows: 1,")))
        .contains("row 1: “year” is not of type xsd:gYear");
  }

  @Test
  void a_limit_that_is_reached_is_a_failure() {
    assertThat(run(Sample.text().replace("maxRows: 50", "maxRows: 1")).orElseThrow())
        .contains("finds more than 1 rows");
  }
}
