package org.mesagraph.explain;

import java.util.List;

/**
 * Minimal proofs of one triple, smallest first.
 *
 * @param proofs as many as were asked for
 * @param found how many proofs were found in all
 * @param complete whether {@code found} is all there are; false if the search was cut short, and
 *     then there may be more proofs, and smaller ones than those found
 */
public record ProofSet(List<Proof> proofs, int found, boolean complete) {
  public ProofSet {
    proofs = List.copyOf(proofs);
  }
}
