package org.mesagraph.describe;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.vocab.Vocab;

/**
 * What things are called.
 *
 * @param dataset says so
 */
record Labels(DatasetGraph dataset) {

  /** The properties that tell what a thing is called, the best first. */
  private static final List<Node> NAMING =
      List.of(
          SKOS.prefLabel.asNode(),
          RDFS.label.asNode(),
          DCTerms.title.asNode(),
          FOAF.name.asNode(),
          Vocab.HAS_STATEMENT,
          Vocab.HAS_AUTHOR_NAME);

  /** The label that is stated, English before others. */
  Optional<Node> stated(Node thing) {
    for (Node property : NAMING) {
      Optional<Node> label = value(thing, property);
      if (label.isPresent()) {
        return label;
      }
    }
    return Optional.empty();
  }

  /** What a thing is called: as stated, else the end of its IRI. */
  String of(Node thing) {
    return stated(thing).map(Node::getLiteralLexicalForm).orElseGet(() -> end(thing));
  }

  /** The one value of a property that is a text, English before others. */
  Optional<Node> value(Node thing, Node property) {
    TreeSet<Node> english = new TreeSet<>(Order.NODES);
    TreeSet<Node> others = new TreeSet<>(Order.NODES);
    Iterator<Quad> found = dataset.find(Node.ANY, thing, property, Node.ANY);
    while (found.hasNext()) {
      Node value = found.next().getObject();
      if (value.isLiteral()) {
        (value.getLiteralLanguage().startsWith("en") ? english : others).add(value);
      }
    }
    return english.isEmpty() ? others.stream().findFirst() : Optional.of(english.first());
  }

  private static String end(Node thing) {
    if (!thing.isURI()) {
      return thing.toString();
    }
    return Iris.kind(thing)
        .map(kind -> Iris.slug(thing))
        .orElseGet(() -> thing.getURI().replaceFirst("^.*[/#](?=[^/#])", ""));
  }
}
