package org.mesagraph.conformance;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;

/**
 * A test of a protocol: requests sent one after the other, each with what has to be answered.
 *
 * @param name its IRI
 * @param documents graphs that have to be there before, each saying of itself that it is a document
 */
record Conversation(String name, List<String> documents, List<Step> steps) {

  /** Stands for the last Location that was answered; encoded where it is part of a path. */
  private static final String LOCATION = "$LOCATION$";

  /** A request and what it has to be answered with. */
  record Step(Message message, Expectation expectation) {}

  Conversation {
    documents = List.copyOf(documents);
    steps = List.copyOf(steps);
  }

  /** Whether everything is answered as it has to be, where there is nothing else before. */
  boolean holds(GraphStore store) {
    DatasetGraph before = DatasetGraphFactory.create();
    documents.stream()
        .map(NodeFactory::createURI)
        .forEach(iri -> before.add(iri, iri, RDF.type.asNode(), FOAF.Document.asNode()));
    store.fill(before);
    return holds(store.endpoint());
  }

  private boolean holds(Endpoint server) {
    String location = "";
    for (Step step : steps) {
      Message message = step.message();
      String path =
          message.path().equals(LOCATION)
              ? location
              : message.path().replace(LOCATION, Endpoint.encode(location));
      HttpResponse<byte[]> response = server.send(message.to(path));
      if (!step.expectation().isMetBy(response)) {
        return false;
      }
      location = response.headers().firstValue("Location").orElse(location);
    }
    return true;
  }
}
