package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.RealProject;
import org.mesagraph.query.SavedQuery;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueryCommandTest {

  private static final String[] ASKED = {
    "query", "evidence-for-failure-mode", "mode=deceptive-alignment"
  };

  @TempDir private Path folder;

  @Test
  void list_names_every_query_with_its_parameters_and_question() {
    Typed typed = Typed.run("query", "list");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out().lines().findFirst().orElseThrow())
        .matches("TOPIC +NAME +PARAMETERS +QUESTION");
    for (SavedQuery query : RealProject.queries().all()) {
      assertThat(typed.out()).containsPattern("(?m)^(\\w+)? +" + query.name() + "\\b");
    }
    assertThat(typed.out().lines().skip(1).map(line -> line.split(" ")[0]))
        .filteredOn(topic -> !topic.isEmpty())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(typed.out()).contains("mode [direction]");
  }

  @Test
  void show_tells_the_parameters_and_the_sparql() {
    Typed typed = Typed.run("query", "show", "evidence-for-failure-mode");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out())
        .startsWith("# evidence-for-failure-mode: ")
        .contains("(queries/evidence/evidence-for-failure-mode.rq)")
        .contains("# mode: iri, required, such as deceptive-alignment", "PREFIX mg:", "SELECT");
  }

  @Test
  void the_default_is_tsv_when_piped() {
    Typed typed = ask();

    assertThat(typed.exit()).isZero();
    assertThat(typed.err()).isEmpty();
    List<String> lines = typed.out().lines().toList();
    assertThat(lines.get(0)).startsWith("study\tstudyLabel\tabout");
    long tabs = tabs(lines.get(0));
    assertThat(lines).allSatisfy(line -> assertThat(tabs(line)).isEqualTo(tabs));
    assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("study:sleeper-agents\t"));
    assertThat(ask("--format", "tsv").out()).isEqualTo(typed.out());
  }

  @Test
  void a_table_shows_labels_and_counts_rows() {
    Typed typed = ask("--format", "table");

    assertThat(typed.out()).startsWith("STUDY ").doesNotContain("study:sleeper-agents", "\t");
    assertThat(typed.out().lines().reduce((first, last) -> last).orElseThrow())
        .matches("\\d+ rows");
    assertThat(Typed.run("query", "figure-lines", "value=78", "--format", "table").out())
        .endsWith("\n1 row\n");
  }

  @Test
  void markdown_folds_rows_that_differ_in_one_cell() {
    assertThat(
            Typed.run(
                    "query",
                    "figure-lines",
                    "low=12",
                    "high=78",
                    "--format",
                    "markdown",
                    "--columns",
                    "figure,low,high,line")
                .out())
        .isEqualTo(
            """
            | Figure | Lower end | Upper end | Line |
            | --- | --- | --- | --- |
            | alignment-faking rate | 12 | 78 | 3, 7, 79, 169, 184 |
            """);
  }

  @Test
  void the_document_of_corrections_is_the_one_that_the_graph_gives() throws IOException {
    Path file = RealProject.root().resolve("docs/corrections.md");

    assertThat(Typed.run("query", "document", "corrections").out())
        .as("run ./mesagraph query document corrections > docs/corrections.md")
        .isEqualTo(Files.readString(file));
  }

  @Test
  void a_topic_without_queries_is_refused_with_the_nearest() {
    Typed typed = Typed.run("query", "document", "correction");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err())
        .contains("nothing to write on “correction” – did you mean corrections?");
    assertThat(Typed.run("query", "document", "zzzzzz").err())
        .contains("– write one of concepts, corrections, ");
  }

  @Test
  void a_document_says_where_nothing_is_found() {
    assertThat(Typed.run("query", "document", "gates").out())
        .contains("(`uncovered-passages`)\n\nNothing is found.\n");
  }

  @Test
  void columns_are_chosen_in_the_order_given() {
    assertThat(ask("--columns", "line,study").out()).startsWith("line\tstudy\n");
    assertThat(ask("--columns", "line,study", "--format", "table").out())
        .startsWith("LINE ")
        .contains("Sleeper Agents")
        .doesNotContain("study:sleeper-agents");
  }

  @Test
  void json_csv_and_results_json_are_those_of_the_server() {
    JsonObject json = JSON.parse(ask("--json").out());
    JsonObject results = JSON.parse(ask("--format", "SRJ").out());
    String csv = ask("--format", "csv").out();

    assertThat(json.getObj("meta").getString("query")).isEqualTo("evidence-for-failure-mode");
    int rows = json.get("rows").getAsArray().size();
    assertThat(rows).isPositive();
    assertThat(results.getObj("results").get("bindings").getAsArray()).hasSize(rows);
    assertThat(csv).startsWith("study,studyLabel,").contains("\r\n");
    assertThat(ask("--format", "json").out()).isEqualTo(ask("--json").out());
  }

  @Test
  void test_runs_the_cases_of_the_headers() {
    Typed all = Typed.run("query", "test");
    Typed one = Typed.run("query", "test", "evidence-matrix");

    assertThat(all.exit()).as(all.out()).isZero();
    assertThat(all.out()).endsWith(" passed, 0 failed\n").doesNotContain("FAIL");
    assertThat(one.out()).startsWith("ok    evidence-matrix: ").endsWith(" passed, 0 failed\n");
  }

  @Test
  void a_case_that_fails_is_told_and_ends_with_1() throws IOException {
    Path root = ProjectCopy.in(folder);
    ProjectCopy.replace(
        root.resolve("queries/evidence/dependent-studies.rq"), "rows: 2", "rows: 3");
    Typed typed = Typed.run("query", "test", "dependent-studies", "--root", root.toString());

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out())
        .contains("FAIL  dependent-studies: ", "expected rows 3, found 2", " 1 failed");
  }

  @Test
  void a_query_that_cannot_be_read_ends_with_3_and_its_place() throws IOException {
    Path root = ProjectCopy.in(folder);
    Files.writeString(root.resolve("queries/evidence/broken.rq"), "#+ summary: x\nSELECT {\n");
    Typed typed = Typed.run("query", "list", "--root", root.toString());

    assertThat(typed.exit()).isEqualTo(3);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains("error: queries/evidence/broken.rq:2: SPARQL: ");
  }

  private static long tabs(String line) {
    return line.chars().filter(character -> character == '\t').count();
  }

  private static Typed ask(String... options) {
    String[] all = new String[ASKED.length + options.length];
    System.arraycopy(ASKED, 0, all, 0, ASKED.length);
    System.arraycopy(options, 0, all, ASKED.length, options.length);
    return Typed.run(all);
  }
}
