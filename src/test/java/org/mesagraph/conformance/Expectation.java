package org.mesagraph.conformance;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What a response has to be.
 *
 * @param statuses any of them, such as 201 or 2xx
 * @param kind boolean, tabular, RDF or a media type, if it matters
 * @param truth what an ASK has to answer
 * @param graph what the body has to say, in Turtle
 */
record Expectation(
    List<String> statuses, Optional<String> kind, Optional<Boolean> truth, Optional<String> graph) {

  private static final Set<String> BOOLEAN =
      Set.of("application/sparql-results+xml", "application/sparql-results+json");

  /** SPARQL 1.1 Protocol, section 2.1.6, and the formats that the tests name. */
  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "boolean", BOOLEAN,
          "tabular",
              Set.of(
                  "application/sparql-results+xml",
                  "application/sparql-results+json",
                  "text/csv",
                  "text/tab-separated-values"),
          "RDF", Set.of("application/rdf+xml", "text/turtle", "application/n-triples"));

  Expectation {
    statuses = List.copyOf(statuses);
  }

  boolean isMetBy(HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(" *;.*", "");
    return statuses.stream().anyMatch(status -> matches(status, response.statusCode()))
        && kind.stream().allMatch(name -> TYPES.getOrDefault(name, Set.of(name)).contains(type))
        && truth.stream().allMatch(value -> value == ExpectedResult.truth(type, response.body()))
        && graph.stream().allMatch(turtle -> isIsomorphic(turtle, type, response));
  }

  private static boolean matches(String status, int code) {
    return status.equals(String.valueOf(code)) || status.equals(code / 100 + "xx");
  }

  private static boolean isIsomorphic(String turtle, String type, HttpResponse<byte[]> response) {
    return type.equals("text/turtle")
        && graph(turtle).isIsomorphicWith(graph(Endpoint.text(response)));
  }

  private static Graph graph(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
    return graph;
  }
}
