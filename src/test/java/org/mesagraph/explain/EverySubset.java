package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/**
 * Minimal supports by trying every set of stated triples, without the code that finds proofs: rules
 * are instantiated over all that holds, and each subset is closed under the instances.
 */
final class EverySubset {

  private record Instance(Triple head, Set<Triple> body) {}

  private final Set<Triple> asserted;
  private final List<Instance> instances = new ArrayList<>();

  EverySubset(Program program, Set<Triple> asserted, Set<Triple> holds) {
    this.asserted = asserted;
    for (Rule rule : program.rules()) {
      instantiate(rule, 0, Map.of(), holds);
    }
  }

  private void instantiate(Rule rule, int position, Map<Node, Node> values, Set<Triple> holds) {
    if (position == rule.patterns().size()) {
      for (Atom atom : rule.body()) {
        if (atom instanceof Atom.Absent absent
            && holds.stream().anyMatch(t -> !match(absent.triple(), t, values).isEmpty())) {
          return;
        }
      }
      Set<Triple> body = new HashSet<>();
      rule.patterns().forEach(pattern -> body.add(put(pattern, values)));
      instances.add(new Instance(put(rule.head(), values), body));
      return;
    }
    for (Triple triple : holds) {
      for (Map<Node, Node> more : match(rule.patterns().get(position), triple, values)) {
        instantiate(rule, position + 1, more, holds);
      }
    }
  }

  /** The sets of stated triples that suffice for a goal and have no part that does. */
  Set<Set<Triple>> supports(Triple goal) {
    List<Triple> leaves = asserted.stream().filter(leaf -> !leaf.equals(goal)).toList();
    List<Set<Triple>> enough = new ArrayList<>();
    if (asserted.contains(goal)) {
      enough.add(Set.of(goal));
    }
    for (int mask = 0; mask < 1 << leaves.size(); mask++) {
      Set<Triple> subset = new HashSet<>();
      for (int i = 0; i < leaves.size(); i++) {
        if ((mask >> i & 1) == 1) {
          subset.add(leaves.get(i));
        }
      }
      if (enough.stream().noneMatch(subset::containsAll) && close(subset, goal).contains(goal)) {
        enough.add(subset);
      }
    }
    Set<Set<Triple>> minimal = new HashSet<>(enough);
    minimal.removeIf(
        one -> enough.stream().anyMatch(other -> one.containsAll(other) && !one.equals(other)));
    return minimal;
  }

  /** A stated premise is a leaf: one that is not in the subset does not come back by a rule. */
  private Set<Triple> close(Set<Triple> subset, Triple goal) {
    Set<Triple> closed = new HashSet<>(subset);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Instance instance : instances) {
        boolean leaf = asserted.contains(instance.head()) && !instance.head().equals(goal);
        if (!leaf && closed.containsAll(instance.body())) {
          grown |= closed.add(instance.head());
        }
      }
    }
    return closed;
  }

  /** The values extended by a match, in a list of one; none if the triple does not match. */
  private static List<Map<Node, Node>> match(
      Triple pattern, Triple triple, Map<Node, Node> values) {
    Map<Node, Node> more = new HashMap<>(values);
    List<Node> wanted = List.of(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
    List<Node> there = List.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
    for (int i = 0; i < 3; i++) {
      Node value =
          wanted.get(i).isVariable()
              ? more.computeIfAbsent(wanted.get(i), keep(there.get(i)))
              : wanted.get(i);
      if (!value.equals(there.get(i))) {
        return List.of();
      }
    }
    return List.of(more);
  }

  private static Function<Node, Node> keep(Node node) {
    return variable -> node;
  }

  private static Triple put(Triple pattern, Map<Node, Node> values) {
    return Triple.create(
        values.getOrDefault(pattern.getSubject(), pattern.getSubject()),
        values.getOrDefault(pattern.getPredicate(), pattern.getPredicate()),
        values.getOrDefault(pattern.getObject(), pattern.getObject()));
  }
}
