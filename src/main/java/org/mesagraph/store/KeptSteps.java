package org.mesagraph.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Step;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/**
 * How everything inferred was found, with rules told by their number in the program.
 *
 * @param steps one for each inferred triple, each after those of its premises
 */
record KeptSteps(List<KeptStep> steps) {

  private static final int UNKNOWN = -1;

  /**
   * One of them.
   *
   * @param rule number among the different rules of the program, lowest stratum first; {@link
   *     #UNKNOWN} if it is none of them, as where things are held to be the same
   */
  record KeptStep(Triple conclusion, int rule, List<Triple> premises, List<Triple> absences) {
    KeptStep {
      premises = List.copyOf(premises);
      absences = List.copyOf(absences);
    }
  }

  KeptSteps {
    steps = List.copyOf(steps);
  }

  /** The justifications of a closure. */
  static KeptSteps of(Program program, Closure closure) {
    Map<Rule, Integer> numbers = new HashMap<>();
    for (Rule rule : distinct(program)) {
      numbers.put(rule, numbers.size());
    }
    List<KeptStep> found = new ArrayList<>();
    Set<Triple> done = new HashSet<>();
    for (Triple triple : closure.inferred()) {
      collect(triple, closure, numbers, done, found);
    }
    return new KeptSteps(found);
  }

  /** Premises first; on a stack of its own, since chains of premises may be long. */
  private static void collect(
      Triple triple,
      Closure closure,
      Map<Rule, Integer> numbers,
      Set<Triple> done,
      List<KeptStep> found) {
    List<Triple> waiting = new ArrayList<>(List.of(triple));
    while (!waiting.isEmpty()) {
      Triple next = waiting.get(waiting.size() - 1);
      if (done.contains(next)
          || !(closure.justification(next).orElseThrow() instanceof Step.Inferred step)) {
        waiting.remove(waiting.size() - 1);
        continue;
      }
      List<Triple> before = step.premises().stream().filter(p -> isOpen(p, closure, done)).toList();
      if (before.isEmpty()) {
        waiting.remove(waiting.size() - 1);
        done.add(next);
        found.add(
            new KeptStep(
                next,
                numbers.getOrDefault(step.rule(), UNKNOWN),
                step.premises(),
                step.absences()));
      } else {
        waiting.addAll(before);
      }
    }
  }

  private static boolean isOpen(Triple premise, Closure closure, Set<Triple> done) {
    return !done.contains(premise) && !closure.isAsserted(premise);
  }

  /** Whether a closure can be restored from them. */
  boolean areComplete() {
    return steps.stream().noneMatch(step -> step.rule() == UNKNOWN);
  }

  /** The conclusions. */
  List<Triple> inferred() {
    return steps.stream().map(KeptStep::conclusion).toList();
  }

  /** The steps as a closure gives them, under the program that they were found with. */
  List<Step.Inferred> under(Program program) {
    List<Rule> rules = distinct(program);
    return steps.stream()
        .map(
            step ->
                new Step.Inferred(
                    step.conclusion(), rules.get(step.rule()), step.premises(), step.absences()))
        .toList();
  }

  private static List<Rule> distinct(Program program) {
    return program.rules().stream().distinct().toList();
  }
}
