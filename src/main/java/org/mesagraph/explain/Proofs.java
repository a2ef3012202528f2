package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

  /** How many triples are looked at and proofs put together before the search is cut short. */
  private static final int BUDGET = 20_000;

  private final Closure closure;

  public Proofs(Closure closure) {
    this.closure = closure;
  }

  /**
   * The minimal proofs of a triple, at most so many; none if it does not hold. If the search is cut
   * short, at least one proof is found nevertheless.
   */
  public ProofSet minimal(Triple triple, int limit) {
    if (!closure.contains(triple)) {
      return new ProofSet(List.of(), 0, true);
    }
    Search search = new Search();
    List<Proof> candidates = new ArrayList<>(search.proofs(triple, Set.of()));
    if (search.cut) {
      candidates.add(ShallowestProof.of(triple, search::steps));
    }
    List<Proof> minimal = smallest(candidates);
    List<Proof> first = minimal.subList(0, Math.min(limit, minimal.size()));
    return new ProofSet(first, minimal.size(), !search.cut);
  }

  /** The smallest proof of each support that has no other within it; smallest first. */
  private static List<Proof> smallest(List<Proof> candidates) {
    Map<Set<Triple>, Proof> bySupport = new LinkedHashMap<>();
    candidates.stream()
        .sorted(Comparator.comparingInt(Proof::size))
        .forEach(proof -> bySupport.putIfAbsent(proof.leaves(), proof));
    List<Set<Triple>> minimal = new ArrayList<>();
    for (Set<Triple> support :
        bySupport.keySet().stream().sorted(Comparator.comparingInt(Set::size)).toList()) {
      if (minimal.stream().noneMatch(support::containsAll)) {
        minimal.add(support);
      }
    }
    bySupport.keySet().retainAll(new HashSet<>(minimal));
    return List.copyOf(bySupport.values());
  }

  private final class Search {
    private final Map<Triple, List<Step>> known = new HashMap<>();
    private int work;
    private boolean cut;

    List<Step> steps(Triple triple) {
      return known.computeIfAbsent(triple, closure::steps);
    }

    /** Proofs of a triple that use none of the triples above it. */
    List<Proof> proofs(Triple triple, Set<Triple> above) {
      if (!above.isEmpty() && closure.isAsserted(triple)) {
        return List.of(Proof.leaf(triple));
      }
      List<Proof> found = new ArrayList<>();
      if (!mayGoOn()) {
        return found;
      }
      Set<Triple> below = new LinkedHashSet<>(above);
      below.add(triple);
      for (Step step : steps(triple)) {
        if (step instanceof Step.Inferred inferred) {
          if (inferred.premises().stream().noneMatch(below::contains)) {
            addProofs(inferred, below, found);
          }
        } else {
          found.add(Proof.leaf(triple));
        }
      }
      return found;
    }

    private void addProofs(Step.Inferred step, Set<Triple> above, List<Proof> found) {
      List<List<Proof>> choices = new ArrayList<>();
      for (Triple premise : step.premises()) {
        List<Proof> proofs = proofs(premise, above);
        if (proofs.isEmpty()) {
          return;
        }
        choices.add(proofs);
      }
      choose(step, choices, List.of(), found);
    }

    private void choose(
        Step.Inferred step, List<List<Proof>> choices, List<Proof> chosen, List<Proof> found) {
      if (chosen.size() == choices.size()) {
        if (mayGoOn()) {
          found.add(new Proof(step, chosen));
        }
        return;
      }
      for (Proof premise : choices.get(chosen.size())) {
        if (cut) {
          return;
        }
        List<Proof> more = new ArrayList<>(chosen);
        more.add(premise);
        choose(step, choices, more, found);
      }
    }

    private boolean mayGoOn() {
      if (work >= BUDGET) {
        cut = true;
      }
      work++;
      return !cut;
    }
  }
}
