package org.mesagraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Problem;

/** A good file of questions, read and asked, and each rule for it, broken once. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuestionsTest {

  private static final String FILE = "queries/questions/evidence.yaml";
  private static final String GOOD =
      """
      # On evidence.
      - id: CQ-002
        asks: Which studies are evidence since 2024?
        answers:
          - query: evidence-for-mode
            params: {mode: deceptive-alignment, since: 2024}
            expect: {contains: [{study: study:alignment-faking, year: 2025}]}
          - query: evidence-for-mode
            params: {mode: deceptive-alignment}
            expect: {rows: 2}
        remark: The list leaves one out.

      - id: CQ-001
        asks: Is an unknown mode refused?
        answers:
          - {query: evidence-for-mode, params: {mode: sleepy}, expect: {status: 422}}
      """;

  @TempDir private Path root;

  private Questions read(String text) {
    SavedQuery query = Sample.query(root);
    Sample.write(root, FILE, text);
    SavedQueries queries = SavedQueries.read(root, Sample.PREFIXES);
    assertThat(queries.find(query.name())).isPresent();
    return Questions.read(root, queries);
  }

  private List<String> problems(String text) {
    try {
      read(text);
      return List.of();
    } catch (MesagraphException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  /** Replaces a text and expects one problem, told with its line. */
  private void broken(String from, String to, int line, String what) {
    assertThat(GOOD).contains(from);
    assertThat(problems(GOOD.replace(from, to)))
        .singleElement()
        .asString()
        .startsWith(FILE + ":" + line + ": " + what);
  }

  @Test
  void questions_are_read_in_order_of_id() {
    Questions questions = read(GOOD);
    Question second = questions.all().get(1);

    assertThat(questions.all()).extracting(Question::id).containsExactly("CQ-001", "CQ-002");
    assertThat(second.asks()).isEqualTo("Which studies are evidence since 2024?");
    assertThat(second.remark()).contains("The list leaves one out.");
    assertThat(second.place()).hasToString(FILE + ":2");
    assertThat(second.answers())
        .extracting(Question.Part::call)
        .containsExactly(
            "evidence-for-mode mode=deceptive-alignment since=2024",
            "evidence-for-mode mode=deceptive-alignment");
  }

  @Test
  void questions_are_found_by_id_and_by_query() {
    Questions questions = read(GOOD);

    assertThat(questions.named("CQ-001")).extracting(Question::id).containsExactly("CQ-001");
    assertThat(questions.named("evidence-for-mode")).hasSize(2);
    assertThat(questions.named("CQ-003")).isEmpty();
  }

  @Test
  void good_answers_pass() {
    QueryCases cases = new QueryCases(Sample.runner());

    assertThat(read(GOOD).all()).map(cases::run).allMatch(QuestionResult::passed);
  }

  @Test
  void an_answer_that_differs_fails_alone() {
    Question question = read(GOOD.replace("rows: 2", "rows: 3")).named("CQ-002").get(0);
    QuestionResult result = new QueryCases(Sample.runner()).run(question);

    assertThat(result.passed()).isFalse();
    assertThat(result.parts()).extracting(CaseResult::passed).containsExactly(true, false);
    assertThat(result.parts().get(1).failure()).contains("expected rows 3, found 2");
  }

  @Test
  void unknown_keys_are_refused_with_the_nearest_one() {
    broken("  remark:", "  remarks:", 11, "unknown key “remarks” – did you mean remark?");
    broken("{query: e", "{quest: 1, query: e", 16, "unknown key “answers.quest”");
    broken("{rows: 2}", "{rows: 2, row: 2}", 10, "unknown key “answers.expect.row”");
  }

  @Test
  void ids_are_of_one_form_and_given_once() {
    broken("CQ-001", "CQ-1", 13, "“CQ-1” is not the id of a question: write id: CQ- and three");
    broken("id: CQ-001\n  asks", "asks", 13, "a question without an id");
    broken("CQ-001", "CQ-002", 13, "CQ-002 is asked at " + FILE + ":2 as well");
  }

  @Test
  void a_question_asks_something_and_has_answers() {
    broken("  asks: Is an unknown mode refused?\n", "", 13, "a question that asks nothing");
    broken(
        GOOD.substring(GOOD.lastIndexOf("  answers:")),
        "",
        13,
        "a question without answers: write");
    broken("query: evidence-for-mode, ", "", 16, "an answer without a query");
    broken("expect: {rows: 2}", "expect: {}", 10, "a test without an expectation");
    broken("{rows: 2}", "{minRows: 0}", 10, "a test without an expectation");
    broken("{rows: 2}", "{contains: [{}]}", 10, "a test without an expectation");
    broken(", expect: {status: 422}", "", 16, "a test without an expectation");
  }

  @Test
  void answers_name_what_there_is() {
    broken(
        "{query: evidence-for-mode",
        "{query: evidence-for-mod",
        16,
        "no query “evidence-for-mod” – did you mean evidence-for-mode?");
    broken("since: 2024", "sinc: 2024", 6, "the test names no parameter “sinc” – did you mean");
    broken("year: 2025", "yaer: 2025", 7, "the test names no column “yaer” – did you mean year?");
    broken("{rows: 2}", "{ask: true}", 10, "“ask” needs an ASK query");
  }

  @Test
  void a_file_that_is_no_list_is_refused() {
    assertThat(problems("id: CQ-001\n"))
        .containsExactly(FILE + ":1: the file is not a list: begin items with “- ”");
    assertThat(problems("- CQ-001\n"))
        .containsExactly(FILE + ":1: not a mapping: write “- name: value”");
    assertThat(problems("- id: [\n")).singleElement().asString().contains(": YAML: ");
    assertThat(problems("# nothing yet\n")).isEmpty();
  }

  @Test
  void a_file_that_would_be_passed_over_is_refused() {
    Sample.write(root, "queries/questions/other.yml", "- id: CQ-003\n");

    assertThat(problems(GOOD))
        .containsExactly("queries/questions/other.yml: is not read: let its name end in .yaml");
  }

  @Test
  void problems_of_all_files_are_told_at_once() {
    Sample.write(root, "queries/questions/other.yaml", "- id: CQ-002\n");

    assertThatThrownBy(() -> read(GOOD))
        .hasMessageContaining("other.yaml:1: a question without answers: ")
        .hasMessageContaining("other.yaml:1: CQ-002 is asked at " + FILE + ":2 as well");
  }
}
