package org.mesagraph.conformance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.rule.Regime.Language;

/** The tests of RDF 1.1 Semantics. */
final class SemanticsCases {

  private final SuiteFolder files;

  SemanticsCases(SuiteFolder files) {
    this.files = files;
  }

  List<Case> all() {
    Model manifest = ModelFactory.createModelForGraph(files.graph(files.iri("manifest.ttl")));
    return Manifests.entries(manifest).stream()
        .map(test -> new Case(test.getURI(), () -> passes(test)))
        .toList();
  }

  private boolean passes(Resource test) {
    Set<Node> datatypes =
        Manifests.list(test, Manifests.mf("recognizedDatatypes")).stream()
            .map(RDFNode::asNode)
            .collect(Collectors.toSet());
    Language language =
        switch (test.getProperty(Manifests.mf("entailmentRegime")).getString()) {
          case "RDFS" -> Language.RDFS;
          case "RDF" -> Language.RDF;
          default -> Language.SIMPLE;
        };
    Entailed entailed =
        Entailed.of(
            language, datatypes, graph(test.getProperty(Manifests.mf("action")).getResource()));
    RDFNode result = test.getProperty(Manifests.mf("result")).getObject();
    boolean follows =
        result.isLiteral()
            ? entailed.contradicts()
            : entailed.entails(graph(result.asResource()).find().toList());
    boolean positive =
        test.hasProperty(
            RDF.type, test.getModel().createResource(Manifests.MF + "PositiveEntailmentTest"));
    return follows == positive;
  }

  private Graph graph(Resource file) {
    return files.graph(file.getURI());
  }
}
