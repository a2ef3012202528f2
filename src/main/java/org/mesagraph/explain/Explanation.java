package org.mesagraph.explain;

import java.util.List;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.NearMiss;

/**
 * Why a triple holds, or why not.
 *
 * @param triple the triple asked about
 * @param proofs its minimal proofs; none if it does not hold
 * @param nearMisses if it does not hold, the instances of rules that come nearest to it
 * @param related if it does not hold, what does hold from its subject to its object, each with its
 *     smallest proof
 */
public record Explanation(
    Triple triple, ProofSet proofs, List<NearMiss> nearMisses, List<Proof> related) {

  public Explanation {
    nearMisses = List.copyOf(nearMisses);
    related = List.copyOf(related);
  }

  /** Whether the triple is stated or follows. */
  public boolean holds() {
    return proofs.found() > 0;
  }
}
