package org.mesagraph.conformance;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The tests of SPARQL 1.1 Service Description, of which the W3C gives the names only.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service
 *     Description</a>
 */
final class DescriptionCases {

  private static final String NAMES =
      "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/service-description/manifest#";
  private static final String SCHEMA = "conformance/service-description.ttl";
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

  private DescriptionCases() {}

  static List<Case> against(Supplier<Endpoint> server) {
    return List.of(
        test("has-endpoint-triple", server, graph -> tellsEndpoint(graph, server.get())),
        test("returns-rdf", server, graph -> !graph.isEmpty()),
        test("conforms-to-schema", server, DescriptionCases::isAllowed));
  }

  private static Case test(String name, Supplier<Endpoint> server, Predicate<Graph> holds) {
    return new Case(NAMES + name, () -> description(server.get()).filter(holds).isPresent());
  }

  /** §2: what a GET of the endpoint without a query answers. */
  private static Optional<Graph> description(Endpoint server) {
    HttpResponse<byte[]> response =
        server.send(new Message("GET", "/sparql", List.of("Accept", "*/*"), new byte[0]));
    String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(" *;.*", "");
    Lang lang = RDFLanguages.contentTypeToLang(type);
    if (response.statusCode() != 200 || lang == null || !RDFLanguages.isTriples(lang)) {
      return Optional.empty();
    }
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(Endpoint.text(response), lang)
        .base(server.root() + "/sparql")
        .parse(graph);
    return Optional.of(graph);
  }

  private static boolean tellsEndpoint(Graph description, Endpoint server) {
    return description.contains(
        Node.ANY, sd("endpoint"), NodeFactory.createURI(server.root() + "/sparql"));
  }

  /** Whether it says nothing but what the vocabulary allows, and that of a service. */
  private static boolean isAllowed(Graph description) {
    Graph schema = RDFParser.source(SCHEMA).toGraph();
    return description.contains(Node.ANY, RDF.type.asNode(), sd("Service"))
        && terms(schema).containsAll(terms(description))
        && ShaclValidator.get().validate(schema, description).conforms();
  }

  /** The terms of the vocabulary that are spoken of. */
  private static Set<Node> terms(Graph graph) {
    return graph.stream()
        .flatMap(triple -> Stream.of(triple.getPredicate(), triple.getObject()))
        .filter(node -> node.isURI() && node.getURI().startsWith(SD))
        .collect(Collectors.toSet());
  }

  private static Node sd(String name) {
    return NodeFactory.createURI(SD + name);
  }
}
