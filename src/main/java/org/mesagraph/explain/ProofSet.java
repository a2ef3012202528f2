package org.mesagraph.explain;

import java.util.List;

/**
 * Minimal proofs of one triple.
 *
 * @param proofs as many as were asked for; those with the smallest supports first if {@code extent}
 *     is {@code ALL}, and otherwise as the search came upon them
 * @param found how many were found, those that are not shown among them
 * @param extent what the number found says of how many there are
 */
public record ProofSet(List<Proof> proofs, int found, Extent extent) {

  /** How far a count can be trusted. */
  public enum Extent {
    /** There are just so many. */
    ALL,
    /** There are more than that: enough were found, and one more. */
    MORE,
    /** There are at least that: the search came to the end of its budget. */
    CUT
  }

  public ProofSet {
    proofs = List.copyOf(proofs);
  }

  /** Whether there are no more than those found. */
  public boolean complete() {
    return extent == Extent.ALL;
  }
}
