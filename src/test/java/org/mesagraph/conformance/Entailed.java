package org.mesagraph.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Entailment;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.reason.Progress;
import org.mesagraph.rule.Datatypes;
import org.mesagraph.rule.Regime;

/** What a premise of a test entails. */
final class Entailed {

  private final Regime regime;
  private final Closure closure;

  private Entailed(Regime regime, Closure closure) {
    this.regime = regime;
    this.closure = closure;
  }

  static Entailed of(Regime.Language language, Set<Node> datatypes, Graph premise) {
    Regime regime = new Regime(language, new Datatypes(datatypes));
    return new Entailed(
        regime,
        Entailment.of(
                new MaterializingReasoner(), regime, premise.find().toList(), Progress.UNWATCHED)
            .closure());
  }

  boolean contradicts() {
    return !closure.inconsistencies().isEmpty();
  }

  /** All triples that hold. */
  Stream<Triple> triples() {
    return closure.matching(Triple.create(variable("s"), variable("p"), variable("o")));
  }

  /**
   * Whether a graph follows: whether its nodes without names can be put in place of terms so that
   * all its triples hold. From a contradiction everything follows.
   */
  boolean entails(Collection<Triple> conclusion) {
    return contradicts() || holds(patterns(conclusion), Map.of());
  }

  private List<Triple> patterns(Collection<Triple> conclusion) {
    Map<Node, Node> variables = new HashMap<>();
    List<Triple> patterns = new ArrayList<>();
    for (Triple triple : conclusion) {
      Triple canonical = regime.datatypes().canonical(triple);
      patterns.add(
          Triple.create(
              open(canonical.getSubject(), variables),
              canonical.getPredicate(),
              open(canonical.getObject(), variables)));
    }
    return patterns;
  }

  private static Node open(Node node, Map<Node, Node> variables) {
    return node.isBlank()
        ? variables.computeIfAbsent(node, blank -> variable("b" + variables.size()))
        : node;
  }

  private boolean holds(List<Triple> patterns, Map<Node, Node> bound) {
    if (patterns.isEmpty()) {
      return true;
    }
    Triple next =
        patterns.stream()
            .min(Comparator.comparingInt(p -> variables(bind(p, bound))))
            .orElseThrow();
    List<Triple> rest = new ArrayList<>(patterns);
    rest.remove(next);
    Triple asked = bind(next, bound);
    return closure.matching(asked).anyMatch(found -> holds(rest, more(asked, found, bound)));
  }

  private static int variables(Triple pattern) {
    return (pattern.getSubject().isVariable() ? 1 : 0) + (pattern.getObject().isVariable() ? 1 : 0);
  }

  private static Triple bind(Triple pattern, Map<Node, Node> bound) {
    return Triple.create(
        bound.getOrDefault(pattern.getSubject(), pattern.getSubject()),
        pattern.getPredicate(),
        bound.getOrDefault(pattern.getObject(), pattern.getObject()));
  }

  private static Map<Node, Node> more(Triple asked, Triple found, Map<Node, Node> bound) {
    Map<Node, Node> more = new HashMap<>(bound);
    if (asked.getSubject().isVariable()) {
      more.put(asked.getSubject(), found.getSubject());
    }
    if (asked.getObject().isVariable()) {
      more.put(asked.getObject(), found.getObject());
    }
    return more;
  }

  private static Node variable(String name) {
    return NodeFactory.createVariable(name);
  }
}
