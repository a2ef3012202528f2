package org.mesagraph.explain;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Step;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/**
 * What a change may touch: every triple with a derivation in which a triple that goes is used, or
 * one that comes is denied, in one step or several. Goes forward from the change, so that its cost
 * is that of what is touched; a stated triple is a leaf and is not gone through.
 */
final class Reach {

  private final Program program;
  private final Closure closure;
  private final Map<Triple, List<Step>> steps = new HashMap<>();
  private final Set<Triple> reached = new LinkedHashSet<>();
  private final Queue<Triple> waiting = new ArrayDeque<>();

  private Reach(Program program, Closure closure) {
    this.program = program;
    this.closure = closure;
  }

  /**
   * The triples of a closure that the change may touch, in the order they are reached.
   *
   * @param gone triples of the closure that hold no longer, or not by themselves
   * @param come triples that hold by now and that some rule may deny
   */
  static Set<Triple> of(
      Program program, Closure closure, Collection<Triple> gone, Collection<Triple> come) {
    Reach reach = new Reach(program, closure);
    come.forEach(reach::denied);
    gone.forEach(reach::used);
    while (!reach.waiting.isEmpty()) {
      reach.used(reach.waiting.remove());
    }
    return reach.reached;
  }

  private void used(Triple premise) {
    for (Rule rule : program.rules()) {
      for (Triple pattern : rule.patterns()) {
        match(pattern, premise)
            .ifPresent(
                values ->
                    conclusions(rule, values)
                        .filter(triple -> rests(triple, rule, premise))
                        .toList()
                        .forEach(this::reach));
      }
    }
  }

  private void denied(Triple triple) {
    for (Rule rule : program.rules()) {
      for (Atom atom : rule.body()) {
        if (atom instanceof Atom.Absent absent) {
          match(absent.triple(), triple)
              .ifPresent(
                  values ->
                      conclusions(rule, values)
                          .filter(conclusion -> denies(conclusion, rule, triple))
                          .toList()
                          .forEach(this::reach));
        }
      }
    }
  }

  private void reach(Triple triple) {
    if (reached.add(triple) && !closure.isAsserted(triple)) {
      waiting.add(triple);
    }
  }

  private Stream<Triple> conclusions(Rule rule, Map<Node, Node> values) {
    Triple head = rule.head();
    return closure
        .matching(
            Triple.create(
                values.getOrDefault(head.getSubject(), head.getSubject()),
                values.getOrDefault(head.getPredicate(), head.getPredicate()),
                values.getOrDefault(head.getObject(), head.getObject())))
        .filter(triple -> !reached.contains(triple));
  }

  private boolean rests(Triple conclusion, Rule rule, Triple premise) {
    return stepsBy(rule, conclusion).anyMatch(step -> step.premises().contains(premise));
  }

  private boolean denies(Triple conclusion, Rule rule, Triple triple) {
    return stepsBy(rule, conclusion)
        .flatMap(step -> step.absences().stream())
        .anyMatch(absence -> match(absence, triple).isPresent());
  }

  private Stream<Step.Inferred> stepsBy(Rule rule, Triple conclusion) {
    return steps.computeIfAbsent(conclusion, closure::steps).stream()
        .filter(Step.Inferred.class::isInstance)
        .map(Step.Inferred.class::cast)
        .filter(step -> step.rule().equals(rule));
  }

  /** The values of the variables that make a pattern equal to a triple, if there are any. */
  private static Optional<Map<Node, Node>> match(Triple pattern, Triple triple) {
    Map<Node, Node> values = new HashMap<>();
    return match(values, pattern.getPredicate(), triple.getPredicate())
            && match(values, pattern.getSubject(), triple.getSubject())
            && match(values, pattern.getObject(), triple.getObject())
        ? Optional.of(values)
        : Optional.empty();
  }

  private static boolean match(Map<Node, Node> values, Node pattern, Node node) {
    if (!pattern.isVariable()) {
      return pattern.equals(node);
    }
    Node value = values.putIfAbsent(pattern, node);
    return value == null || value.equals(node);
  }
}
