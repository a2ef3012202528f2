package org.mesagraph.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mesagraph.base.Place;

/**
 * A question that the graph must be able to answer, with the saved queries that answer it.
 *
 * @param remark what must be known of the expected answer, if anything
 * @param place where it is written down
 */
public record Question(
    String id, String asks, List<Part> answers, Optional<String> remark, Place place) {

  public Question {
    answers = List.copyOf(answers);
  }

  /** A saved query with its arguments, and what must come of it. */
  public record Part(SavedQuery query, QueryCase test) {

    /** How the query is called on the command line. */
    public String call() {
      return Stream.concat(
              Stream.of(query.name()),
              test.params().entrySet().stream()
                  .flatMap(given -> given.getValue().stream().map(v -> given.getKey() + "=" + v)))
          .map(Part::quoted)
          .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
      return word.matches("\\S+") ? word : "'" + word + "'";
    }
  }

  /** Whether a name is its id, or that of one of its queries. */
  public boolean isNamed(String name) {
    return id.equals(name) || answers.stream().anyMatch(part -> part.query().name().equals(name));
  }
}
