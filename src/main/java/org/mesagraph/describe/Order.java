package org.mesagraph.describe;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** The order in which everything is written, so that equal contents are equal bytes. */
final class Order {

  /** IRIs, then literals, then blank nodes; by their texts. */
  static final Comparator<Node> NODES =
      Comparator.comparingInt(Order::kind)
          .thenComparing(Order::text)
          .thenComparing(Order::language)
          .thenComparing(Order::datatype);

  static final Comparator<Triple> TRIPLES =
      Comparator.comparing(Triple::getSubject, NODES)
          .thenComparing(Triple::getPredicate, NODES)
          .thenComparing(Triple::getObject, NODES);

  /** The default graph comes first. */
  static final Comparator<Quad> QUADS =
      Comparator.comparing((Quad quad) -> quad.isDefaultGraph() ? "" : quad.getGraph().toString())
          .thenComparing(Quad::getSubject, NODES)
          .thenComparing(Quad::getPredicate, NODES)
          .thenComparing(Quad::getObject, NODES);

  private Order() {}

  /** The same, but what is said of one thing comes first. */
  static Comparator<Triple> beginningWith(Node thing) {
    return Comparator.comparing((Triple triple) -> !triple.getSubject().equals(thing))
        .thenComparing(TRIPLES);
  }

  private static int kind(Node node) {
    return node.isURI() ? 0 : node.isLiteral() ? 1 : 2;
  }

  private static String text(Node node) {
    if (node.isURI()) {
      return node.getURI();
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.getBlankNodeLabel();
  }

  private static String language(Node node) {
    return node.isLiteral() ? node.getLiteralLanguage() : "";
  }

  private static String datatype(Node node) {
    return node.isLiteral() ? node.getLiteralDatatypeURI() : "";
  }
}
