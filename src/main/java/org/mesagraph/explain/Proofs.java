package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Step;

/**
 * Finds minimal proofs: acyclic derivations that rest on a set of stated triples of which no proper
 * subset would do. A premise that is stated is a leaf, even if it follows from others as well.
 */
public final class Proofs {

  /** How many candidates are looked at before the search is cut short. */
  private static final int BUDGET = 20_000;

  private static final Comparator<Proof> ORDER =
      Comparator.comparingInt(Proof::size).thenComparing(Proof::toString);

  private final Closure closure;

  public Proofs(Closure closure) {
    this.closure = closure;
  }

  /** The minimal proofs of a triple, at most so many; none if it does not hold. */
  public ProofSet minimal(Triple triple, int limit) {
    Search search = new Search();
    List<Proof> minimal = smallest(search.proofs(triple, Set.of()));
    List<Proof> first = minimal.subList(0, Math.min(limit, minimal.size()));
    return new ProofSet(first, minimal.size(), !search.cut);
  }

  private static List<Proof> smallest(List<Proof> candidates) {
    Map<Set<Triple>, Proof> byLeaves = new LinkedHashMap<>();
    candidates.stream().sorted(ORDER).forEach(proof -> byLeaves.putIfAbsent(proof.leaves(), proof));
    List<Set<Triple>> supports = List.copyOf(byLeaves.keySet());
    return byLeaves.entrySet().stream()
        .filter(entry -> supports.stream().noneMatch(other -> isProper(other, entry.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean isProper(Set<Triple> smaller, Set<Triple> larger) {
    return smaller.size() < larger.size() && larger.containsAll(smaller);
  }

  private final class Search {
    private int candidates;
    private boolean cut;

    /** Proofs of a triple that use none of the triples above it. */
    List<Proof> proofs(Triple triple, Set<Triple> above) {
      if (!above.isEmpty() && closure.isAsserted(triple)) {
        return List.of(Proof.leaf(triple));
      }
      Set<Triple> below = new LinkedHashSet<>(above);
      below.add(triple);
      List<Proof> found = new ArrayList<>();
      for (Step step : closure.steps(triple)) {
        if (step instanceof Step.Inferred inferred) {
          if (inferred.premises().stream().noneMatch(below::contains)) {
            expand(inferred, 0, List.of(), below, found);
          }
        } else {
          found.add(Proof.leaf(triple));
        }
      }
      return found;
    }

    private void expand(
        Step.Inferred step, int next, List<Proof> chosen, Set<Triple> above, List<Proof> found) {
      if (candidates >= BUDGET) {
        cut = true;
        return;
      }
      if (next == step.premises().size()) {
        candidates++;
        found.add(new Proof(step, chosen));
        return;
      }
      for (Proof premise : proofs(step.premises().get(next), above)) {
        List<Proof> more = new ArrayList<>(chosen);
        more.add(premise);
        expand(step, next + 1, more, above, found);
      }
    }
  }
}
