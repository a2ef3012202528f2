package org.mesagraph.reason;

/**
 * Facts that have one key in common, from the oldest to the newest. Facts that were removed stay in
 * the chain and are no longer counted.
 */
interface Chain {

  /** The oldest fact of a key, 0 if there is none. */
  int first(int one, int other);

  /** The fact that follows in the chain, 0 if there is none. */
  int next(int fact);

  /** How many facts of a key hold. */
  int count(int one, int other);
}
