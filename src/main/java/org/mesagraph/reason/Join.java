package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Rule;

/**
 * Evaluates the body of a rule over triples: the pattern that the fewest triples match comes next,
 * and negated conditions and comparisons are checked once all patterns are matched.
 */
final class Join {

  private final Lookup triples;
  private final Rule rule;
  private final List<Triple> patterns;

  Join(Lookup triples, Rule rule) {
    this.triples = triples;
    this.rule = rule;
    this.patterns = rule.patterns();
  }

  /** All instances of the body that agree with the bindings. */
  void all(Bindings bindings, Consumer<Bindings> found) {
    without(List.of(), bindings, found);
  }

  /** All instances of the body without the patterns at some positions. */
  void without(List<Integer> left, Bindings bindings, Consumer<Bindings> found) {
    List<Triple> rest = new ArrayList<>(patterns);
    left.stream().sorted((a, b) -> b - a).forEach(position -> rest.remove((int) position));
    match(rest, bindings, found);
  }

  private void match(List<Triple> rest, Bindings bindings, Consumer<Bindings> found) {
    if (rest.isEmpty()) {
      found.accept(bindings);
      return;
    }
    int next = rarest(rest, bindings);
    Triple pattern = rest.get(next);
    List<Triple> others = new ArrayList<>(rest);
    others.remove(next);
    for (Triple triple : triples.matching(bindings.apply(pattern))) {
      bindings.unify(pattern, triple).ifPresent(more -> match(others, more, found));
    }
  }

  private int rarest(List<Triple> rest, Bindings bindings) {
    int rarest = 0;
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < rest.size(); i++) {
      long expected = triples.expected(bindings.apply(rest.get(i)));
      if (expected < fewest) {
        rarest = i;
        fewest = expected;
      }
    }
    return rarest;
  }

  /** Whether the negated conditions and comparisons hold under full bindings. */
  boolean guardsHold(Bindings bindings) {
    for (Atom atom : rule.body()) {
      if (atom instanceof Atom.Absent absent
          && !triples.matching(bindings.apply(absent.triple())).isEmpty()) {
        return false;
      }
    }
    return comparisonsMayHold(bindings);
  }

  /** Whether no comparison fails; one of a variable that has no value yet may come to hold. */
  boolean comparisonsMayHold(Bindings bindings) {
    for (Atom atom : rule.body()) {
      if (atom instanceof Atom.Comparison comparison) {
        Node left = bindings.apply(comparison.left());
        Node right = bindings.apply(comparison.right());
        if (!left.isVariable()
            && !right.isVariable()
            && !comparison.comparator().holds(left, right)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The negated conditions with the bindings put in. */
  List<Triple> absences(Bindings bindings) {
    return rule.body().stream()
        .filter(Atom.Absent.class::isInstance)
        .map(atom -> bindings.apply(((Atom.Absent) atom).triple()))
        .toList();
  }

  /** The patterns with the bindings put in. */
  List<Triple> premises(Bindings bindings) {
    return patterns.stream().map(bindings::apply).toList();
  }
}
