package org.mesagraph.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.NearMiss;
import org.mesagraph.reason.Step;

/**
 * Why a triple holds, or why not.
 *
 * @param triple the triple asked about
 * @param proofs its minimal proofs; none if it does not hold
 * @param nearMisses if it does not hold, the instances of rules that come nearest to it
 * @param below for a missing premise that a rule would conclude itself, what is nearest to that
 * @param related if it does not hold, what does hold from its subject to its object, each with its
 *     minimal proof
 * @param steps every derivation in one step, if that was asked for
 */
public record Explanation(
    Triple triple,
    ProofSet proofs,
    List<NearMiss> nearMisses,
    Map<Triple, List<NearMiss>> below,
    List<Proof> related,
    List<Step> steps) {

  public Explanation {
    nearMisses = List.copyOf(nearMisses);
    below = Collections.unmodifiableMap(new LinkedHashMap<>(below));
    related = List.copyOf(related);
    steps = List.copyOf(steps);
  }

  /** Whether the triple is stated or follows. */
  public boolean holds() {
    return proofs.found() > 0;
  }
}
