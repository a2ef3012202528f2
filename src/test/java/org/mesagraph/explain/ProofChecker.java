package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.NodeValue;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Step;
import org.mesagraph.rule.Atom;

/**
 * Checks proofs without the code that finds them: that every step is an instance of its rule, that
 * what it denies is absent, that leaves are stated, and that nothing rests on itself. Of the
 * closure it takes the bare triples; it matches and compares by itself and by ARQ.
 */
final class ProofChecker {

  private static final Node ANY = NodeFactory.createVariable("any");
  private static final Node OTHER = NodeFactory.createVariable("other");

  private final Closure closure;
  private final Map<Node, Set<Triple>> byPredicate;

  ProofChecker(Closure closure) {
    this.closure = closure;
    this.byPredicate =
        closure
            .matching(Triple.create(ANY, NodeFactory.createVariable("p"), OTHER))
            .collect(Collectors.groupingBy(Triple::getPredicate, Collectors.toSet()));
  }

  /** What is wrong with a proof; empty if nothing is. */
  List<String> faults(Proof proof) {
    List<String> faults = new ArrayList<>();
    check(proof, Set.of(), faults);
    return faults;
  }

  private void check(Proof proof, Set<Triple> above, List<String> faults) {
    Triple conclusion = proof.conclusion();
    if (above.contains(conclusion)) {
      faults.add("rests on itself: " + conclusion);
    }
    if (proof.step() instanceof Step.Inferred step) {
      checkStep(proof, step, faults);
    } else if (!closure.isAsserted(conclusion) || !proof.premises().isEmpty()) {
      faults.add("a leaf that is not stated: " + conclusion);
    }
    Set<Triple> below = new LinkedHashSet<>(above);
    below.add(conclusion);
    proof.premises().forEach(premise -> check(premise, below, faults));
  }

  private void checkStep(Proof proof, Step.Inferred step, List<String> faults) {
    List<Triple> proved = proof.premises().stream().map(Proof::conclusion).toList();
    List<Triple> patterns = step.rule().patterns();
    if (!proved.equals(step.premises()) || patterns.size() != proved.size()) {
      faults.add("other premises than those of the step: " + proof.conclusion());
      return;
    }
    Map<Node, Node> values = new HashMap<>();
    boolean matches = match(values, step.rule().head(), step.conclusion());
    for (int i = 0; i < patterns.size(); i++) {
      matches &= match(values, patterns.get(i), proved.get(i));
    }
    if (!matches) {
      faults.add("no instance of " + step.rule().name() + ": " + proof.conclusion());
      return;
    }
    List<Triple> denied = new ArrayList<>();
    for (Atom atom : step.rule().body()) {
      if (atom instanceof Atom.Absent absent) {
        denied.add(put(values, absent.triple()));
      } else if (atom instanceof Atom.Comparison comparison
          && !holds(
              comparison.comparator().name(),
              put(values, comparison.left()),
              put(values, comparison.right()))) {
        faults.add("a comparison that does not hold: " + proof.conclusion());
      }
    }
    if (!denied.equals(step.absences())) {
      faults.add("other absences than those of the rule: " + proof.conclusion());
    }
    denied.stream().filter(this::holds).forEach(triple -> faults.add("not absent: " + triple));
  }

  /** Whether a triple matches; a variable that occurs twice matches the same term. */
  private boolean holds(Triple pattern) {
    Stream<Triple> candidates =
        pattern.getPredicate().isVariable()
            ? byPredicate.values().stream().flatMap(Set::stream)
            : byPredicate.getOrDefault(pattern.getPredicate(), Set.of()).stream();
    return candidates.anyMatch(triple -> match(new HashMap<>(), pattern, triple));
  }

  private static boolean holds(String comparator, Node left, Node right) {
    return switch (comparator) {
      case "EQUAL" -> same(left, right);
      case "NOT_EQUAL" -> !same(left, right);
      case "DIFFERENT_VALUES" -> left.isLiteral() && right.isLiteral() && !same(left, right);
      case "LESS_THAN" -> order(left, right) < 0;
      case "GREATER_THAN" -> order(left, right) > 0;
      case "AT_MOST" -> order(left, right) <= 0;
      case "AT_LEAST" -> order(left, right) >= 0;
      default -> throw new IllegalArgumentException(comparator);
    };
  }

  private static boolean same(Node left, Node right) {
    return left.equals(right)
        || (left.isLiteral()
            && right.isLiteral()
            && NodeValue.sameValueAs(NodeValue.makeNode(left), NodeValue.makeNode(right)));
  }

  private static int order(Node left, Node right) {
    return NodeValue.compare(NodeValue.makeNode(left), NodeValue.makeNode(right));
  }

  private static boolean match(Map<Node, Node> values, Triple pattern, Triple triple) {
    return match(values, pattern.getSubject(), triple.getSubject())
        && match(values, pattern.getPredicate(), triple.getPredicate())
        && match(values, pattern.getObject(), triple.getObject());
  }

  private static boolean match(Map<Node, Node> values, Node pattern, Node node) {
    if (!pattern.isVariable()) {
      return pattern.equals(node);
    }
    values.putIfAbsent(pattern, node);
    return values.get(pattern).equals(node);
  }

  private static Triple put(Map<Node, Node> values, Triple pattern) {
    return Triple.create(
        put(values, pattern.getSubject()),
        put(values, pattern.getPredicate()),
        put(values, pattern.getObject()));
  }

  private static Node put(Map<Node, Node> values, Node node) {
    return values.getOrDefault(node, node);
  }
}
