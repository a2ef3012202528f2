package org.mesagraph.conformance;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.mesagraph.base.Place;
import org.mesagraph.base.Statement;

/**
 * The query evaluation tests of SPARQL 1.1. One server holds the data of all of them, each file in
 * a graph of its name; what a test is about is told by the parameters of the protocol.
 */
final class QueryCases {

  private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
  private static final List<String> KINDS = List.of("QueryEvaluationTest", "CSVResultFormatTest");

  /** A graph for tests without data: if no graph is named, all are asked. */
  private static final Node NOTHING = NodeFactory.createURI("https://example.org/nothing");

  private final SuiteFolder files;
  private final List<Resource> tests;

  /** The tests in the manifests of some folders. */
  QueryCases(SuiteFolder files, List<String> folders) {
    this.files = files;
    this.tests =
        folders.stream()
            .flatMap(folder -> Manifests.entries(files, folder + "/manifest.ttl").stream())
            .filter(test -> KINDS.stream().anyMatch(kind -> Manifests.isA(test, kind)))
            .toList();
  }

  /** What a server has to hold to be asked. */
  Set<Statement> data() {
    Set<String> read = new LinkedHashSet<>();
    for (Resource test : tests) {
      read.addAll(named(test, "data"));
      read.addAll(named(test, "graphData"));
      read.addAll(query(test).getGraphURIs());
      read.addAll(query(test).getNamedGraphURIs());
    }
    Set<Statement> statements = new LinkedHashSet<>();
    statements.add(statement(NOTHING, Triple.create(NOTHING, NOTHING, NOTHING)));
    for (String file : read) {
      Node graph = NodeFactory.createURI(file);
      files.graph(file).find().forEach(triple -> statements.add(statement(graph, triple)));
    }
    return statements;
  }

  private static Statement statement(Node graph, Triple triple) {
    return new Statement(graph, triple, Place.of(graph.getURI()));
  }

  List<Case> against(Supplier<Endpoint> server) {
    return tests.stream()
        .map(test -> new Case(test.getURI(), () -> passes(test, server.get())))
        .toList();
  }

  private boolean passes(Resource test, Endpoint server) {
    Query query = query(test);
    ExpectedResult expected =
        new ExpectedResult(
            files, test.getProperty(Manifests.mf("result")).getResource().getURI(), query);
    HttpResponse<byte[]> response =
        server.post(
            "/sparql" + (query.hasDatasetDescription() ? "" : "?" + dataset(test)),
            Endpoint.QUERY,
            expected.type(),
            text(test));
    return response.statusCode() == 200 && expected.isMetBy(response);
  }

  private Query query(Resource test) {
    return QueryFactory.create(text(test));
  }

  /** The query, which in a request has no place of its own, and has to tell it. */
  private String text(Resource test) {
    String file = named(test, "query").get(0);
    return "BASE <" + file + ">\n" + files.text(file);
  }

  /** The graphs of a test; one without statements is none, and no graph at all stands for it. */
  private String dataset(Resource test) {
    List<String> parameters = new ArrayList<>();
    filled(test, "data").forEach(iri -> parameters.add(parameter("default", iri)));
    filled(test, "graphData").forEach(iri -> parameters.add(parameter("named", iri)));
    return parameters.isEmpty()
        ? parameter("named", NOTHING.getURI())
        : String.join("&", parameters);
  }

  private List<String> filled(Resource test, String property) {
    return named(test, property).stream().filter(file -> !files.graph(file).isEmpty()).toList();
  }

  private static String parameter(String kind, String iri) {
    return kind + "-graph-uri=" + Endpoint.encode(iri);
  }

  private static List<String> named(Resource test, String property) {
    return Manifests.ofAction(test, ResourceFactory.createProperty(QT, property)).stream()
        .map(Resource::getURI)
        .toList();
  }
}
