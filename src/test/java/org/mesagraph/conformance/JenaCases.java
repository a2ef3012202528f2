package org.mesagraph.conformance;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.Reasoner;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.store.EntailingReasonerFactory;

/** The tests of Jena's own RDFS reasoner, run through Jena's interface for reasoners. */
final class JenaCases {

  private static final String TEST = "http://www.hpl.hp.com/semweb/2003/query_tester#";

  private final SuiteFolder files;

  JenaCases(SuiteFolder files) {
    this.files = files;
  }

  List<Case> of(String manifestName) {
    Model manifest = ModelFactory.createModelForGraph(files.graph(files.iri(manifestName)));
    return manifest
        .listResourcesWithProperty(RDF.type, manifest.createResource(TEST + "Test"))
        .toList()
        .stream()
        .map(test -> new Case(test.getURI(), () -> passes(test)))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  private boolean passes(Resource test) {
    Reasoner reasoner =
        new EntailingReasonerFactory()
            .create(
                ModelFactory.createDefaultModel()
                    .createResource()
                    .addProperty(EntailingReasonerFactory.LANGUAGE, "RDFS"));
    InfGraph inferred = reasoner.bindSchema(graph(test, "tbox")).bind(graph(test, "data"));
    Graph found = GraphFactory.createDefaultGraph();
    graph(test, "query").find().forEach(query -> inferred.find(open(query)).forEach(found::add));
    return found.isIsomorphicWith(graph(test, "result"));
  }

  /** The pattern that a query asks for: what is named {@code var:} stands for anything. */
  private static Triple open(Triple query) {
    List<Node> terms =
        Stream.of(query.getSubject(), query.getPredicate(), query.getObject())
            .map(term -> term.isURI() && term.getURI().startsWith("var:") ? Node.ANY : term)
            .toList();
    return Triple.createMatch(terms.get(0), terms.get(1), terms.get(2));
  }

  private Graph graph(Resource test, String property) {
    return Stream.ofNullable(test.getProperty(test.getModel().createProperty(TEST, property)))
        .map(file -> files.graph(files.iri(file.getString())))
        .findFirst()
        .orElseGet(GraphFactory::createDefaultGraph);
  }
}
