package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Step;

/**
 * Finds one proof, the one with the fewest levels, by going forward from what is stated. Takes a
 * time that does not depend on how many proofs there are.
 */
final class ShallowestProof {

  private final Map<Triple, List<Step>> steps = new LinkedHashMap<>();
  private final Map<Triple, Proof> proved = new HashMap<>();

  private ShallowestProof(Triple triple, Function<Triple, List<Step>> stepsOf) {
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

  /** The proof of a triple that holds. */
  static Proof of(Triple triple, Function<Triple, List<Step>> stepsOf) {
    ShallowestProof search = new ShallowestProof(triple, stepsOf);
    while (!search.proved.containsKey(triple)) {
      if (!search.rise()) {
        throw new IllegalStateException("no way from what is stated to " + triple);
      }
    }
    return search.proved.get(triple);
  }

  /** Proves what follows from the levels below; false if that is nothing. */
  private boolean rise() {
    Map<Triple, Proof> level = new LinkedHashMap<>();
    steps.forEach(
        (triple, ways) -> {
          if (!proved.containsKey(triple)) {
            ways.stream()
                .filter(this::isReady)
                .findFirst()
                .ifPresent(step -> level.put(triple, proof(step)));
          }
        });
    proved.putAll(level);
    return !level.isEmpty();
  }

  private boolean isReady(Step step) {
    return !(step instanceof Step.Inferred inferred)
        || proved.keySet().containsAll(inferred.premises());
  }

  private Proof proof(Step step) {
    return step instanceof Step.Inferred inferred
        ? new Proof(step, inferred.premises().stream().map(proved::get).toList())
        : Proof.leaf(step.conclusion());
  }
}
