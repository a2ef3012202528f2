package org.mesagraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChecksTest {

  private static final String FILE = "queries/checks/missing-rate.rq";
  private static final String CHECK =
      """
      #+ summary: A supporting study must state a rate
      #+ why: Without a rate nobody can compare it.
      #+ fix: Add mg:rate, or say that it disputes.
      #+ severity: warning

      PREFIX direction: <https://example.org/direction/>
      PREFIX mg: <https://example.org/ontology/>
      SELECT ?focus ?message WHERE {
        ?focus a mg:Study ;
          mg:direction direction:supports ;
          mg:year ?year .
        FILTER NOT EXISTS { ?focus mg:rate ?rate }
        BIND(CONCAT("no rate since ", STR(?year)) AS ?message)
      }
      ORDER BY ?focus ?message
      """;

  @TempDir private Path root;

  private void broken(String from, String to, String problem) {
    assertThat(CHECK).contains(from);
    Sample.write(root, FILE, CHECK.replace(from, to));
    assertThatThrownBy(() -> Checks.read(root, Checks.FOLDER, Sample.PREFIXES))
        .isInstanceOf(MesagraphException.class)
        .hasMessageStartingWith(FILE + ":" + problem);
  }

  @Test
  void a_check_reports_each_finding_with_its_fix() {
    Sample.write(root, FILE, CHECK);
    Checks checks = Checks.read(root, Checks.FOLDER, Sample.PREFIXES);

    assertThat(checks.all())
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.name()).isEqualTo("missing-rate");
              assertThat(check.summary()).isEqualTo("A supporting study must state a rate");
              assertThat(check.why()).isEqualTo("Without a rate nobody can compare it.");
            });
    assertThat(checks.run(Sample.dataset()))
        .extracting(
            CheckFinding::check,
            CheckFinding::severity,
            finding -> Individuals.slug(finding.focus()),
            CheckFinding::message,
            CheckFinding::fix)
        .containsExactly(
            tuple(
                "missing-rate",
                Severity.WARNING,
                "coin-run",
                "no rate since 2022",
                "Add mg:rate, or say that it disputes."),
            tuple(
                "missing-rate",
                Severity.WARNING,
                "sleeper-agents",
                "no rate since 2024",
                "Add mg:rate, or say that it disputes."));
  }

  @Test
  void a_check_that_finds_nothing_reports_nothing() {
    Sample.write(root, FILE, CHECK.replace("mg:rate ?rate", "mg:year ?rate"));

    assertThat(Checks.read(root, Checks.FOLDER, Sample.PREFIXES).run(Sample.dataset())).isEmpty();
  }

  @Test
  void a_row_without_a_message_has_the_summary() {
    Sample.write(root, FILE, CHECK.replace("CONCAT(\"no rate since \", STR(?year))", "1/0"));

    assertThat(Checks.read(root, Checks.FOLDER, Sample.PREFIXES).run(Sample.dataset()))
        .extracting(CheckFinding::message)
        .containsOnly("A supporting study must state a rate");
  }

  @Test
  void checks_are_read_in_order_of_name_and_only_from_their_folder() {
    Sample.write(root, "queries/checks/b-check.rq", CHECK);
    Sample.write(root, "queries/checks/a-check.rq", CHECK);
    Sample.write(root, Sample.FILE, Sample.text());

    assertThat(Checks.read(root, Checks.FOLDER, Sample.PREFIXES).all())
        .extracting(Check::name)
        .containsExactly("a-check", "b-check");
  }

  @Test
  void each_rule_for_checks_is_held() {
    broken("#+ why: Without a rate nobody can compare it.\n", "", "1: no “why”");
    broken("#+ fix:", "#+ fixx:", "1: no “fix”");
    broken("#+ severity: warning\n", "", "1: no “severity”");
    broken(
        "severity: warning",
        "severity: eror",
        "4: “severity” is not one of error, warning – did you mean error?");
    broken("#+ summary: A supporting study must state a rate\n", "", "1: no summary");
    broken("SELECT ?focus ?message", "SELECT ?message ?focus", "6: a check selects something else");
    broken(CHECK.substring(CHECK.indexOf("SELECT")), "DESCRIBE mg:x direction:y\n", "6: ");
    broken("ORDER BY ?focus ?message\n", "", "6: no ORDER BY");
    broken("?rate }", "?_rate_iri }", "12: a check has no parameters");
    broken(
        "PREFIX direction",
        "PREFIX concept: <https://example.org/concept/>\nPREFIX direction",
        "6: prefix “concept:” is not used");
    broken("mg:year ?year", "mg:year ?year ; ;; x", "11: SPARQL: ");
  }
}
