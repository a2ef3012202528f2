package org.mesagraph.explain;

import java.util.List;

/**
 * Minimal proofs of one triple, smallest first.
 *
 * @param proofs as many as were asked for
 * @param found how many minimal proofs were found in all
 * @param complete whether {@code found} is all there are; false if the search was cut short
 */
public record ProofSet(List<Proof> proofs, int found, boolean complete) {
  public ProofSet {
    proofs = List.copyOf(proofs);
  }
}
