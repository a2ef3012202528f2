package org.mesagraph.query;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.Prefixes;

/** What the data knows of the IRIs that a user may name. */
final class Individuals {

  private final Graph graph;
  private final Prefixes prefixes;

  Individuals(DatasetGraph dataset, Prefixes prefixes) {
    this.graph = dataset.getDefaultGraph();
    this.prefixes = prefixes;
  }

  /** The IRI that an IRI or a prefixed name stands for. */
  Node expand(String text) {
    return prefixes.expand(text);
  }

  String show(Node node) {
    return prefixes.show(node);
  }

  boolean isInstance(Node individual, Node ofClass) {
    return graph.contains(individual, RDF.type.asNode(), ofClass);
  }

  /** The IRIs of a class, or of any class, in order. */
  List<Node> of(Optional<Node> ofClass) {
    Set<Node> individuals = new LinkedHashSet<>();
    graph
        .find(Node.ANY, RDF.type.asNode(), ofClass.orElse(Node.ANY))
        .forEach(triple -> individuals.add(triple.getSubject()));
    return individuals.stream()
        .filter(Node::isURI)
        .sorted(Comparator.comparing(Node::getURI))
        .toList();
  }

  /** The last path segment of an IRI, by which people know it. */
  static String slug(Node iri) {
    String text = iri.getURI();
    return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1);
  }
}
