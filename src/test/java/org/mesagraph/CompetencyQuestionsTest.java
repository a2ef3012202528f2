package org.mesagraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.query.CaseResult;
import org.mesagraph.query.QueryCases;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.Question;
import org.mesagraph.query.Questions;

/** Every question that the graph must be able to answer, with the queries that answer it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CompetencyQuestionsTest {

  private static final Questions QUESTIONS =
      Questions.read(RealProject.root(), RealProject.queries());
  private static final QueryCases CASES =
      new QueryCases(
          new QueryRunner(
              RealProject.snapshot().dataset(), RealProject.snapshot().base().prefixes()));

  @TestFactory
  Stream<DynamicTest> every_question_is_answered_as_expected() {
    return QUESTIONS.all().stream().map(CompetencyQuestionsTest::answered);
  }

  @Test
  void there_are_questions() {
    assertThat(QUESTIONS.all()).isNotEmpty();
  }

  private static DynamicTest answered(Question question) {
    return DynamicTest.dynamicTest(
        question.id() + " " + question.asks(),
        RealProject.root().resolve(question.place().file()).toUri(),
        () ->
            assertThat(CASES.run(question).parts())
                .isNotEmpty()
                .filteredOn(part -> !part.passed())
                .as(question.place().toString())
                .extracting(CaseResult::query, CaseResult::failure)
                .isEmpty());
  }
}
