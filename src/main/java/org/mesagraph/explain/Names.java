package org.mesagraph.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.reason.Closure;
import org.mesagraph.vocab.Vocab;

/**
 * What things are called and what kind of things they are, in words of the graph.
 *
 * @param closure holds the labels and the classes
 */
record Names(Closure closure) {

  private static final Node ANY = NodeFactory.createVariable("any");

  /** What a thing is called: its preferred label, else what it states; empty if it has neither. */
  Optional<String> label(Node thing) {
    return Stream.of(SKOS.prefLabel.asNode(), Vocab.HAS_STATEMENT)
        .map(property -> values(thing, property).sorted().findFirst())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * The kind of a thing: the label of the narrowest class of this project's ontology that it is
   * stated to belong to, such as "proposition"; "other" if there is none.
   */
  String kind(Node thing) {
    List<Node> classes =
        closure
            .matching(Triple.create(thing, RDF.type.asNode(), ANY))
            .filter(closure::isAsserted)
            .map(Triple::getObject)
            .filter(type -> type.isURI() && type.getURI().startsWith(Vocab.NS))
            .sorted(Comparator.comparing(Node::getURI))
            .toList();
    return classes.stream()
        .filter(type -> classes.stream().noneMatch(other -> isNarrower(other, type)))
        .flatMap(type -> label(type).stream())
        .findFirst()
        .orElse("other");
  }

  private boolean isNarrower(Node one, Node other) {
    return !one.equals(other)
        && closure.contains(Triple.create(one, RDFS.subClassOf.asNode(), other));
  }

  private Stream<String> values(Node subject, Node predicate) {
    return closure
        .matching(Triple.create(subject, predicate, ANY))
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm);
  }
}
