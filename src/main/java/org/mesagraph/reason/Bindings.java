package org.mesagraph.reason;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Values of variables; extending them makes a new object. */
final class Bindings {

  static final Bindings NONE = new Bindings(Map.of());

  private final Map<Node, Node> values;

  private Bindings(Map<Node, Node> values) {
    this.values = values;
  }

  /** The value of a bound variable; any other node as it is. */
  Node apply(Node node) {
    return node.isVariable() ? values.getOrDefault(node, node) : node;
  }

  Triple apply(Triple pattern) {
    return Triple.create(
        apply(pattern.getSubject()), apply(pattern.getPredicate()), apply(pattern.getObject()));
  }

  /** These bindings and those that make the pattern equal to the triple, if there are any. */
  Optional<Bindings> unify(Triple pattern, Triple triple) {
    Map<Node, Node> extended = new HashMap<>(values);
    boolean equal =
        unify(extended, pattern.getSubject(), triple.getSubject())
            && unify(extended, pattern.getPredicate(), triple.getPredicate())
            && unify(extended, pattern.getObject(), triple.getObject());
    return equal ? Optional.of(new Bindings(extended)) : Optional.empty();
  }

  private static boolean unify(Map<Node, Node> values, Node pattern, Node node) {
    if (!pattern.isVariable()) {
      return pattern.equals(node);
    }
    Node bound = values.putIfAbsent(pattern, node);
    return bound == null || bound.equals(node);
  }
}
