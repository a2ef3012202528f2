package org.mesagraph.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a test expects of an answer; what is empty is not looked at.
 *
 * @param columns the names of the result's variables, in order
 * @param contains rows that must be there: every cell named must match, and an empty cell must be
 *     absent
 * @param excludes rows that must not be there
 * @param ordered whether the rows of {@code contains} must come in that order
 * @param ask the answer of an ASK query
 * @param status the status over HTTP: 200, 400 or 422
 * @param didYouMean {@code true} or {@code false} for whether a refusal suggests something, or what
 *     it suggests
 */
public record Expectation(
    Optional<Long> rows,
    Optional<Long> minRows,
    Optional<Long> maxRows,
    List<String> columns,
    List<Map<String, Optional<String>>> contains,
    List<Map<String, Optional<String>>> excludes,
    boolean ordered,
    Optional<Boolean> ask,
    Optional<Long> status,
    Optional<String> didYouMean) {

  public Expectation {
    columns = List.copyOf(columns);
    contains = List.copyOf(contains);
    excludes = List.copyOf(excludes);
  }

  /** Whether the arguments are to be refused. */
  public boolean isRefusal() {
    return status.filter(code -> code != 200).isPresent() || didYouMean.isPresent();
  }

  /** Whether any answer would do. */
  boolean isEmpty() {
    return rows.isEmpty()
        && minRows.filter(least -> least > 0).isEmpty()
        && maxRows.isEmpty()
        && columns.isEmpty()
        && contains.stream().allMatch(Map::isEmpty)
        && excludes.stream().allMatch(Map::isEmpty)
        && ask.isEmpty()
        && status.isEmpty()
        && didYouMean.isEmpty();
  }
}
