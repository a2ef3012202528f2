package org.mesagraph.query;

import java.util.List;
import java.util.Optional;
import org.apache.jena.system.Txn;
import org.mesagraph.base.MesagraphException;

/** Runs the tests that queries carry in their headers, and the questions they answer. */
public record QueryCases(QueryRunner runner) {

  /** The results in the order of the header. */
  public List<CaseResult> run(SavedQuery query) {
    return query.header().tests().stream()
        .map(test -> new CaseResult(query.name(), test.name(), failure(query, test)))
        .toList();
  }

  /** Whether the answers to a question are as expected. */
  public QuestionResult run(Question question) {
    return new QuestionResult(
        question,
        question.answers().stream()
            .map(
                part ->
                    new CaseResult(
                        part.query().name(), question.id(), failure(part.query(), part.test())))
            .toList());
  }

  private Optional<String> failure(SavedQuery query, QueryCase test) {
    return Txn.calculateRead(runner.dataset(), () -> judge(query, test));
  }

  private Optional<String> judge(SavedQuery query, QueryCase test) {
    Arguments arguments =
        Arguments.parse(query, test.params(), runner.dataset(), runner.prefixes());
    Judge judge = new Judge(test.expect(), runner.prefixes());
    if (arguments instanceof Arguments.Refused refused) {
      return judge.ofRefusal(refused);
    }
    if (test.expect().isRefusal()) {
      return Optional.of("expected a refusal, but the arguments were accepted");
    }
    try {
      return judge.ofAnswer(runner.run(query, arguments.orThrow(), Optional.empty()));
    } catch (MesagraphException e) {
      return Optional.of(e.getMessage());
    }
  }
}
