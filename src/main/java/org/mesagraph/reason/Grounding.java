package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Triple;

/**
 * Finds a step towards a triple of which every premise can be had without that triple, where no
 * such step is stored: of all steps below the triple those are taken first whose premises are
 * there, level by level from what is asserted.
 */
final class Grounding {

  private final Map<Triple, List<Step>> steps = new LinkedHashMap<>();
  private final Set<Triple> grounded = new HashSet<>();

  private Grounding(Triple triple, Function<Triple, List<Step>> stepsOf) {
    List<Triple> waiting = new ArrayList<>(List.of(triple));
    for (int i = 0; i < waiting.size(); i++) {
      Triple next = waiting.get(i);
      if (!steps.containsKey(next)) {
        steps.put(next, stepsOf.apply(next));
        for (Step step : steps.get(next)) {
          if (step instanceof Step.Inferred inferred) {
            waiting.addAll(inferred.premises());
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
    Grounding search = new Grounding(triple, stepsOf);
    while (true) {
      List<Triple> level = new ArrayList<>();
      for (Map.Entry<Triple, List<Step>> entry : search.steps.entrySet()) {
        if (!search.grounded.contains(entry.getKey())) {
          for (Step step : entry.getValue()) {
            if (search.isReady(step)) {
              if (entry.getKey().equals(triple)) {
                return step;
              }
              level.add(entry.getKey());
              break;
            }
          }
        }
      }
      if (level.isEmpty()) {
        throw new IllegalStateException("no way from what is asserted to " + triple);
      }
      search.grounded.addAll(level);
    }
  }

  private boolean isReady(Step step) {
    return !(step instanceof Step.Inferred inferred) || grounded.containsAll(inferred.premises());
  }
}
