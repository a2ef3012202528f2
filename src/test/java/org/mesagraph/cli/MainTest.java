package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/** Exit codes, help, and what is said where. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MainTest {

  @Test
  void without_a_command_the_help_is_shown() {
    Typed typed = Typed.run();

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).contains("serve", "query", "explain", "validate", "stats", "version");
    assertThat(typed.err()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> every_command_has_a_help_that_begins_with_its_usage() {
    return Stream.of(
            "serve",
            "query",
            "query list",
            "query show",
            "query test",
            "explain",
            "validate",
            "stats",
            "version")
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command,
                    () -> {
                      Typed typed = Typed.run((command + " --help").split(" "));
                      assertThat(typed.exit()).isZero();
                      assertThat(typed.out()).startsWith("Usage: mesagraph " + command);
                      assertThat(typed.err()).isEmpty();
                    }));
  }

  @Test
  void the_version_is_told_as_text_and_as_json() {
    assertThat(Typed.run("version").out()).startsWith("mesagraph ");
    assertThat(Typed.run("--version").out()).startsWith("mesagraph ");
    assertThat(JSON.parse(Typed.run("version", "--json").out()).getString("java"))
        .isEqualTo(System.getProperty("java.version"));
  }

  @Test
  void the_reasoner_of_jena_gives_the_same_answers_and_proofs() {
    String[] query = {"query", "evidence-by-study", "mode=deceptive-alignment"};
    String[] explain = {
      "explain", "study:sleeper-agents", "mg:evidences", "concept:pseudo-alignment"
    };

    assertThat(Typed.run(with(query, "--reasoner", "jena"))).isEqualTo(Typed.run(query));
    assertThat(Typed.run(with(explain, "--reasoner=JENA"))).isEqualTo(Typed.run(explain));
    assertThat(Typed.run(query).out()).contains("Sleeper Agents");
    assertThat(Typed.run(explain).out()).contains("minimal proofs");
  }

  @Test
  void an_unknown_reasoner_is_refused_with_the_names_of_those_there_are() {
    Typed typed = Typed.run("stats", "--reasoner", "abacus");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).containsIgnoringCase("mesagraph, jena");
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void stats_counts_the_ways_in_which_statements_follow() {
    JsonObject counts = JSON.parse(Typed.run("stats", "--proofs", "--json").out());
    assertThat(counts.getNumber("derivations").intValue())
        .isGreaterThan(counts.getNumber("inferred").intValue());
    assertThat(Typed.run("stats", "--proofs").out())
        .contains(
            counts.getNumber("derivations").intValue()
                + "  ways in which these follow by one rule");
    assertThat(Typed.run("stats").out()).doesNotContain("ways in which");
  }

  @Test
  void stats_counts_what_there_is() {
    Typed typed = Typed.run("stats");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out())
        .containsPattern("\\d+ {2}statements in \\d+ files")
        .containsPattern("\\d+ {2}more that follow")
        .contains("3  mg:SourceDocument");
    assertThat(typed.err()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> what_is_misspelt_is_refused_with_the_nearest() {
    return Stream.of(
            List.of("valdate", "did you mean validate?"),
            List.of("quer list", "did you mean query?"),
            List.of("query lst", "did you mean list?"),
            List.of("query evidence-matrx", "did you mean evidence-matrix?"),
            List.of("query show evidence-matrx", "did you mean evidence-matrix?"),
            List.of("query test evidence-matrx", "did you mean evidence-matrix?"),
            List.of("query evidence-matrix --formt csv", "did you mean --format?"),
            List.of("query evidence-matrix --columns mdoe", "did you mean mode?"),
            List.of("query evidence-for-failure-mode mdoe=x", "did you mean mode?"),
            List.of(
                "query evidence-for-failure-mode mode=deceptve-alignment",
                "did you mean deceptive-alignment?"),
            List.of(
                "explain study:sleper-agents mg:supports concept:persists",
                "did you mean study:sleeper-agents?"),
            List.of("explain stdy:x mg:supports concept:persists", "did you mean study?"),
            List.of("stats --rot x", "did you mean --root?"),
            List.of("--verison", "did you mean --version?"))
        .map(
            pair ->
                DynamicTest.dynamicTest(
                    pair.get(0),
                    () -> {
                      Typed typed = Typed.run(pair.get(0).split(" "));
                      assertThat(typed.exit()).isEqualTo(2);
                      assertThat(typed.out()).isEmpty();
                      assertThat(typed.err()).startsWith("error: ").contains(pair.get(1));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> what_cannot_be_meant_is_refused() {
    return Stream.of(
            "query",
            "query evidence-matrix --format pdf",
            "query evidence-for-failure-mode",
            "query evidence-for-failure-mode deceptive-alignment",
            "query evidence-for-failure-mode mode=study:sleeper-agents",
            "query claims-of-source source=s4 from=eighty",
            "explain study:sleeper-agents mg:supports",
            "explain sleeper-agents mg:supports concept:persists",
            "explain source:s4 skos:notation \"S4",
            "explain source:s4 skos:notation source:s4 --limit 0",
            "explain source:s4 skos:notation source:s4 --limit many",
            "serve --port 99999",
            "serve --port -1",
            "serve --port http",
            "version extra")
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line,
                    () -> {
                      Typed typed = Typed.run(line.split(" "));
                      assertThat(typed.exit()).isEqualTo(2);
                      assertThat(typed.out()).isEmpty();
                      assertThat(typed.err()).startsWith("error: ");
                      assertThat(typed.err()).doesNotContain("\tat ", "Exception");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> a_folder_without_a_project_cannot_be_read() {
    return Stream.of("stats", "validate", "query list", "query evidence-matrix", "serve --port 0")
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command,
                    () -> {
                      Typed typed = Typed.run((command + " --root /nonexistent/folder").split(" "));
                      assertThat(typed.exit()).isEqualTo(3);
                      assertThat(typed.out() + typed.err()).contains("error").contains("ontology");
                    }));
  }

  @Test
  void every_kind_of_failure_has_its_exit_code_and_every_line_is_marked() {
    StringWriter err = new StringWriter();
    MesagraphException failure = new MesagraphException(Kind.LIMIT, "too much\ntoo long");

    assertThat(Failures.report(failure, new PrintWriter(err, true), false)).isEqualTo(5);
    assertThat(err.toString().lines()).containsExactly("error: too much", "error: too long");
    assertThat(Stream.of(Kind.values()).map(Kind::exitCode)).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void a_bug_has_a_code_of_its_own_and_a_stack_trace_on_demand_only() {
    StringWriter plain = new StringWriter();
    StringWriter debug = new StringWriter();
    IllegalStateException bug = new IllegalStateException("it cannot be");

    assertThat(Failures.report(bug, new PrintWriter(plain, true), false)).isEqualTo(70);
    assertThat(plain.toString())
        .contains("bug: ", "it cannot be", "MESAGRAPH_DEBUG=1")
        .doesNotContain("\tat ");
    assertThat(Failures.report(bug, new PrintWriter(debug, true), true)).isEqualTo(70);
    assertThat(debug.toString()).contains("it cannot be", "\tat org.mesagraph.cli.MainTest");
  }
}
