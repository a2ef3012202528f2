package org.mesagraph.conformance;

import static org.mesagraph.conformance.Manifests.mf;

import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.UpdateDataInsert;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.vocabulary.RDFS;

/**
 * The update evaluation tests of SPARQL 1.1. What an update is about is told by the parameters of
 * the protocol, unless it says so itself.
 */
final class UpdateCases {

  private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";

  private final SuiteFolder files;
  private final List<String> folders;

  UpdateCases(SuiteFolder files, List<String> folders) {
    this.files = files;
    this.folders = folders;
  }

  List<Case> against(Supplier<GraphStore> store) {
    return folders.stream()
        .flatMap(folder -> Manifests.entries(files, folder + "/manifest.ttl").stream())
        .filter(test -> Manifests.isA(test, "UpdateEvaluationTest"))
        .map(test -> new Case(test.getURI(), () -> passes(test, store.get())))
        .toList();
  }

  private boolean passes(Resource test, GraphStore store) {
    Resource action = test.getProperty(mf("action")).getResource();
    String file = named(action, "request").get(0).getURI();
    // a request has no place of its own, and has to tell it
    String request = "BASE <" + file + ">\n" + files.text(file);
    DatasetGraph before = dataset(action);
    store.fill(before);
    HttpResponse<byte[]> response =
        store.endpoint().post("/update" + graphs(request, before), Endpoint.UPDATE, "*/*", request);
    return Endpoint.succeeded(response)
        && IsoMatcher.isomorphic(
            dataset(test.getProperty(mf("result")).getResource()), store.contents());
  }

  /** The default graph of the test, and those with names that are there or are made. */
  private static String graphs(String request, DatasetGraph before) {
    Set<Node> named = new LinkedHashSet<>();
    before.listGraphNodes().forEachRemaining(named::add);
    for (Update operation : UpdateFactory.create(request).getOperations()) {
      if (operation instanceof UpdateModify modify) {
        if (modify.getWithIRI() != null
            || !modify.getUsing().isEmpty()
            || !modify.getUsingNamed().isEmpty()) {
          return "";
        }
        modify.getInsertQuads().forEach(quad -> named.add(quad.getGraph()));
      } else if (operation instanceof UpdateDataInsert insert) {
        insert.getQuads().forEach(quad -> named.add(quad.getGraph()));
      }
    }
    return "?using-graph-uri="
        + Endpoint.encode(GraphStore.DEFAULT.getURI())
        + named.stream()
            .filter(graph -> graph.isURI() && !Quad.isDefaultGraph(graph))
            .map(graph -> "&using-named-graph-uri=" + Endpoint.encode(graph.getURI()))
            .collect(Collectors.joining());
  }

  private DatasetGraph dataset(Resource description) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    named(description, "data").forEach(file -> add(file, Quad.defaultGraphIRI, dataset));
    for (Resource data : named(description, "graphData")) {
      Node graph = NodeFactory.createURI(data.getProperty(RDFS.label).getString());
      named(data, "graph").forEach(file -> add(file, graph, dataset));
    }
    return dataset;
  }

  private void add(Resource file, Node graph, DatasetGraph dataset) {
    files.graph(file.getURI()).find().forEach(triple -> dataset.add(Quad.create(graph, triple)));
  }

  private static List<Resource> named(Resource subject, String property) {
    return subject.listProperties(ResourceFactory.createProperty(UT, property)).toList().stream()
        .map(Statement::getResource)
        .toList();
  }
}
