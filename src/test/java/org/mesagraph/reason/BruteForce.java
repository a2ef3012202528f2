package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Comparator;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** Tries every value for every variable; slow, and too simple to be wrong. */
record BruteForce(Program program, Set<Triple> facts, List<Node> things) {

  /** An instance of a rule: what it concludes, and the patterns it needs. */
  record Instance(
      Rule rule, Triple head, List<Triple> patterns, List<Triple> absences, boolean compares) {}

  /** Every derivation in one step. */
  Set<Step> steps() {
    Set<Step> steps = new HashSet<>();
    instances(
        instance -> {
          if (instance.compares()
              && facts.containsAll(instance.patterns())
              && instance.absences().stream().noneMatch(this::any)) {
            steps.add(
                new Step.Inferred(
                    instance.head(), instance.rule(), instance.patterns(), instance.absences()));
          }
        });
    return steps;
  }

  /**
   * The least number of patterns that an instance with a head lacks; a large one if there is none.
   */
  int fewestMissing(Triple head) {
    int[] fewest = {Integer.MAX_VALUE};
    instances(
        instance -> {
          List<Triple> missing =
              instance.patterns().stream().filter(t -> !facts.contains(t)).toList();
          if (instance.head().equals(head) && instance.compares() && !missing.contains(head)) {
            fewest[0] = Math.min(fewest[0], missing.size());
          }
        });
    return fewest[0];
  }

  private void instances(Consumer<Instance> found) {
    for (Rule rule : program.rules()) {
      List<Node> variables =
          rule.patterns().stream()
              .flatMap(triple -> new Atom.Pattern(triple).terms().stream())
              .filter(Node::isVariable)
              .distinct()
              .toList();
      assign(rule, variables, new HashMap<>(), found);
    }
  }

  private void assign(
      Rule rule, List<Node> variables, Map<Node, Node> values, Consumer<Instance> found) {
    if (values.size() == variables.size()) {
      found.accept(instance(rule, values));
      return;
    }
    Node variable = variables.get(values.size());
    for (Node thing : things) {
      values.put(variable, thing);
      assign(rule, variables, values, found);
    }
    values.remove(variable);
  }

  private static Instance instance(Rule rule, Map<Node, Node> values) {
    List<Triple> absences = new ArrayList<>();
    boolean compares = true;
    for (Atom atom : rule.body()) {
      if (atom instanceof Atom.Absent absent) {
        absences.add(put(absent.triple(), values));
      } else if (atom instanceof Atom.Comparison comparison) {
        boolean same = put(comparison.left(), values).equals(put(comparison.right(), values));
        compares &= same == (comparison.comparator() == Comparator.EQUAL);
      }
    }
    List<Triple> patterns = rule.patterns().stream().map(t -> put(t, values)).toList();
    return new Instance(rule, put(rule.head(), values), patterns, absences, compares);
  }

  private boolean any(Triple pattern) {
    return facts.stream()
        .anyMatch(
            fact ->
                meets(pattern.getSubject(), fact.getSubject())
                    && meets(pattern.getPredicate(), fact.getPredicate())
                    && meets(pattern.getObject(), fact.getObject()));
  }

  private static boolean meets(Node pattern, Node node) {
    return pattern.isVariable() || pattern.equals(node);
  }

  static Triple put(Triple triple, Map<Node, Node> values) {
    return Triple.create(
        put(triple.getSubject(), values),
        put(triple.getPredicate(), values),
        put(triple.getObject(), values));
  }

  private static Node put(Node node, Map<Node, Node> values) {
    return values.getOrDefault(node, node);
  }

  static Set<Triple> facts(Closure closure, Triple anything) {
    return closure.matching(anything).collect(Collectors.toSet());
  }
}
