package org.mesagraph.conformance;

import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.RDF;

/** How the test manifests of the W3C are read. */
final class Manifests {

  static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

  private Manifests() {}

  /** The tests that a manifest lists, in its order. */
  static List<Resource> entries(Model manifest) {
    return manifest
        .listResourcesWithProperty(RDF.type, ResourceFactory.createResource(MF + "Manifest"))
        .toList()
        .stream()
        .flatMap(one -> list(one, mf("entries")).stream())
        .map(RDFNode::asResource)
        .toList();
  }

  /** The tests of the manifest at a path of a suite. */
  static List<Resource> entries(SuiteFolder files, String path) {
    return entries(ModelFactory.createModelForGraph(files.graph(files.iri(path))));
  }

  static boolean isA(Resource test, String kind) {
    return test.hasProperty(RDF.type, ResourceFactory.createResource(MF + kind));
  }

  /** A property of a test's action. */
  static List<Resource> ofAction(Resource test, Property property) {
    return test.getProperty(mf("action")).getResource().listProperties(property).toList().stream()
        .map(Statement::getResource)
        .toList();
  }

  static List<RDFNode> list(Resource subject, Property property) {
    return subject.hasProperty(property)
        ? subject.getProperty(property).getObject().as(RDFList.class).asJavaList()
        : List.of();
  }

  static Property mf(String name) {
    return ResourceFactory.createProperty(MF, name);
  }
}
