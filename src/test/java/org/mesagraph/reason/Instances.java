package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Rule;

/** Patterns with values put in for their variables, in the plainest way. */
final class Instances {

  private Instances() {}

  static Node put(Node node, Map<Node, Node> values) {
    return values.getOrDefault(node, node);
  }

  static Triple put(Triple triple, Map<Node, Node> values) {
    return Triple.create(
        put(triple.getSubject(), values),
        put(triple.getPredicate(), values),
        put(triple.getObject(), values));
  }

  /** The step that a rule makes under some values. */
  static Step.Inferred step(Rule rule, Map<Node, Node> values) {
    List<Triple> premises = new ArrayList<>();
    List<Triple> absences = new ArrayList<>();
    for (Atom atom : rule.body()) {
      if (atom instanceof Atom.Pattern pattern) {
        premises.add(put(pattern.triple(), values));
      } else if (atom instanceof Atom.Absent absent) {
        absences.add(put(absent.triple(), values));
      }
    }
    return new Step.Inferred(put(rule.head(), values), rule, premises, absences);
  }

  /** Adds the values that make the pattern the triple; false if there are none. */
  static boolean extend(Map<Node, Node> values, Triple pattern, Triple triple) {
    return extend(values, pattern.getSubject(), triple.getSubject())
        && extend(values, pattern.getPredicate(), triple.getPredicate())
        && extend(values, pattern.getObject(), triple.getObject());
  }

  private static boolean extend(Map<Node, Node> values, Node pattern, Node node) {
    if (!pattern.isVariable()) {
      return pattern.equals(node);
    }
    values.putIfAbsent(pattern, node);
    return values.get(pattern).equals(node);
  }
}
