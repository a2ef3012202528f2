package org.mesagraph.query;

import java.util.Optional;

/**
 * How a test of a query ended.
 *
 * @param query name of the query
 * @param test name of the test
 * @param failure what was not as expected; empty if the test passed
 */
public record CaseResult(String query, String test, Optional<String> failure) {

  public boolean passed() {
    return failure.isEmpty();
  }
}
