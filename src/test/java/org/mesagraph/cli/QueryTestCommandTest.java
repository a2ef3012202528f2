package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.query.Questions;

/** Questions as {@code query test} runs and reports them, on a project that has only these two. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueryTestCommandTest {

  private static final String TWO =
      """
      - id: CQ-002
        asks: Which studies | depend on another?
        answers:
          - {query: dependent-studies, expect: {rows: 99}}
      - id: CQ-001
        asks: Which caveat limits the Sleeper Agents result?
        answers:
          - query: caveats-of-study
            params: {study: sleeper-agents}
            expect: {contains: [{source: S4, line: 87}]}
        remark: One of several.
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void copy() throws IOException {
    ProjectCopy.in(folder);
    ProjectCopy.clear(folder.resolve(Questions.FOLDER));
    file = folder.resolve(Questions.FOLDER).resolve("two.yaml");
    Files.writeString(file, TWO);
  }

  private Typed run(String... options) {
    String[] all = new String[options.length + 4];
    all[0] = "query";
    all[1] = "test";
    System.arraycopy(options, 0, all, 2, options.length);
    all[all.length - 2] = "--root";
    all[all.length - 1] = folder.toString();
    return Typed.run(all);
  }

  @Test
  void one_question_is_run_by_its_id() {
    Typed typed = run("CQ-001");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).isEqualTo("ok    caveats-of-study: CQ-001\n1 passed, 0 failed\n");
  }

  @Test
  void several_names_are_run_in_one_go() {
    Typed typed = run("CQ-002", "CQ-001");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out())
        .startsWith("ok    caveats-of-study: CQ-001\nFAIL  dependent-studies: CQ-002\n")
        .endsWith("1 passed, 1 failed\n");
  }

  @Test
  void a_name_that_would_run_nothing_is_refused() {
    Typed unknown = run("CQ-001", "zzzzzz");
    Typed unasked = run("--report", "glossary");

    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("no query or question “zzzzzz” – mesagraph query list");
    assertThat(unasked.exit()).isEqualTo(2);
    assertThat(unasked.err()).contains("no question is answered by “glossary” – mesagraph query");
  }

  @Test
  void a_query_is_run_with_the_questions_it_answers() {
    Typed typed = run("dependent-studies");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out())
        .startsWith("ok    dependent-studies: ")
        .containsPattern("FAIL  dependent-studies: CQ-002\n      expected rows 99, found \\d+\n");
  }

  @Test
  void the_report_shows_each_question_with_its_queries() {
    Typed typed = run("--report");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out())
        .startsWith(
            """
            CQ-001  Which caveat limits the Sleeper Agents result?
              ok      caveats-of-study study=sleeper-agents
                      remark: One of several.
            CQ-002  Which studies | depend on another?
              FAILED  dependent-studies
                      expected rows 99, found \
            """)
        .endsWith("\n2 questions, 2 answers, 1 passed, 1 failed\n");
    assertThat(run("--report", "CQ-001").exit()).isZero();
  }

  @Test
  void the_report_is_markdown_or_json() {
    assertThat(run("--report", "--format", "markdown").out())
        .startsWith("| id | question | query | result |\n| --- | --- | --- | --- |\n")
        .contains("| `caveats-of-study study=sleeper-agents` | ok |\n")
        .contains(
            "| CQ-002 | Which studies \\| depend on another? | `dependent-studies` | FAILED: ");
    JsonObject json = JSON.parse(run("--report", "--json").out());
    JsonObject first = json.get("questions").getAsArray().get(0).getAsObject();
    assertThat(first.getString("id")).isEqualTo("CQ-001");
    assertThat(first.getString("remark")).isEqualTo("One of several.");
    assertThat(first.getBoolean("passed")).isTrue();
    assertThat(json.get("failed")).hasToString("1");
  }

  @Test
  void a_misspelt_id_is_refused_with_the_nearest() {
    Typed typed = run("CQ-01");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("no query or question “CQ-01” – did you mean CQ-001?");
  }

  @Test
  void validate_tells_where_a_question_is_wrong() throws IOException {
    ProjectCopy.replace(file, "study: sleeper", "studi: sleeper");
    Typed typed = Typed.run("validate", "--root", folder.toString());

    assertThat(typed.exit()).isEqualTo(3);
    assertThat(typed.out())
        .contains("the test names no parameter “studi” – did you mean study?")
        .contains("queries/questions/two.yaml:9");
  }
}
