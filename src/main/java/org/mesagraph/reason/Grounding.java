package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Triple;

/**
 * Finds a step towards a triple of which every premise can be had without that triple, where no
 * such step is stored: of all steps below the triple those are taken first whose premises are
 * there, level by level from what is asserted. Whoever asks for the premises in the same way comes
 * to lower levels only.
 */
final class Grounding {

  private final Triple goal;
  private final Map<Triple, List<Step>> steps = new LinkedHashMap<>();
  private final Map<Triple, List<Triple>> users = new HashMap<>();
  private final Set<Triple> grounded = new HashSet<>();

  private Grounding(Triple goal, Function<Triple, List<Step>> stepsOf) {
    this.goal = goal;
    List<Triple> waiting = new ArrayList<>(List.of(goal));
    for (int i = 0; i < waiting.size(); i++) {
      Triple next = waiting.get(i);
      if (!steps.containsKey(next)) {
        List<Step> here = stepsOf.apply(next);
        boolean asserted = here.stream().anyMatch(Step.Asserted.class::isInstance);
        steps.put(next, asserted ? List.of(new Step.Asserted(next)) : here);
        for (Step step : steps.get(next)) {
          for (Triple premise : premises(step)) {
            users.computeIfAbsent(premise, any -> new ArrayList<>()).add(next);
            waiting.add(premise);
          }
        }
      }
    }
  }

  /**
   * The step of a triple that holds.
   *
   * @param stepsOf gives every step to a triple
   */
  static Step of(Triple triple, Function<Triple, List<Step>> stepsOf) {
    return new Grounding(triple, stepsOf).search();
  }

  private Step search() {
    Set<Triple> level = ready(steps.keySet());
    while (!level.isEmpty() && !level.contains(goal)) {
      grounded.addAll(level);
      Set<Triple> touched = new LinkedHashSet<>();
      level.forEach(triple -> touched.addAll(users.getOrDefault(triple, List.of())));
      level = ready(touched);
    }
    return readyStep(goal)
        .orElseThrow(() -> new IllegalStateException("no way from what is asserted to " + goal));
  }

  /** Those of some triples that can be had from what is grounded, and are not yet. */
  private Set<Triple> ready(Collection<Triple> triples) {
    Set<Triple> ready = new LinkedHashSet<>();
    for (Triple triple : triples) {
      if (!grounded.contains(triple) && readyStep(triple).isPresent()) {
        ready.add(triple);
      }
    }
    return ready;
  }

  private Optional<Step> readyStep(Triple triple) {
    return steps.get(triple).stream()
        .filter(step -> grounded.containsAll(premises(step)))
        .findFirst();
  }

  private static List<Triple> premises(Step step) {
    return step instanceof Step.Inferred inferred ? inferred.premises() : List.of();
  }
}
