package org.mesagraph.describe;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * What only the server knows of its SPARQL endpoint.
 *
 * @param endpoint the IRI that queries are sent to, as whoever asks has it
 * @param update the IRI that updates are sent to, if they are taken
 * @param results media types of answers
 * @param inputs media types of what can be written
 * @param limits that answers and questions are kept within
 * @param federated whether SERVICE is allowed
 */
public record Service(
    Node endpoint,
    Optional<Node> update,
    List<String> results,
    List<String> inputs,
    List<Limit> limits,
    boolean federated) {

  public Service {
    results = List.copyOf(results);
    inputs = List.copyOf(inputs);
    limits = List.copyOf(limits);
  }

  /** An endpoint that only answers questions. */
  public static Service reading(Node endpoint, List<String> results, List<Limit> limits) {
    return new Service(endpoint, Optional.empty(), results, List.of(), limits, false);
  }

  /** The same, and updates are taken. */
  public Service updatedAt(Node other, List<String> types) {
    return new Service(endpoint, Optional.of(other), results, types, limits, federated);
  }

  /**
   * The most of something that one request may have.
   *
   * @param name in lower case and English, such as {@code rows of an answer}
   * @param unit what is counted, such as {@code rows} or {@code s}
   */
  public record Limit(String name, long most, String unit) {}
}
