package org.mesagraph.query;

import java.util.List;

/**
 * How the answers to a question came out.
 *
 * @param parts one for each answer of the question, in its order
 */
public record QuestionResult(Question question, List<CaseResult> parts) {

  public QuestionResult {
    parts = List.copyOf(parts);
    if (parts.size() != question.answers().size()) {
      throw new IllegalArgumentException(question.id() + ": not one result for each answer");
    }
  }

  /** Whether every answer is as expected. */
  public boolean passed() {
    return parts.stream().allMatch(CaseResult::passed);
  }
}
