package org.mesagraph.rule;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** One condition in the body of a rule. */
public sealed interface Atom {

  /** The terms of the condition, variables among them. */
  List<Node> terms();

  /** Holds for every triple of the graph that matches. */
  record Pattern(Triple triple) implements Atom {
    @Override
    public List<Node> terms() {
      return List.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
    }
  }

  /** Holds if no triple of the graph matches; unbound variables match anything. */
  record Absent(Triple triple) implements Atom {
    @Override
    public List<Node> terms() {
      return List.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
    }
  }

  /** Holds if two terms compare as stated. */
  record Comparison(Comparator comparator, Node left, Node right) implements Atom {
    @Override
    public List<Node> terms() {
      return List.of(left, right);
    }
  }
}
