package org.mesagraph.reason;

/**
 * Chains of the facts that have a term in one place; the second key is not used. A term that no
 * fact has there need not be known.
 */
final class TermChain implements Chain {

  private static final int WIDTH = 3;
  private static final int NEWEST = 1;
  private static final int COUNT = 2;

  private final IntPages keys;
  private final IntPages next;
  private int terms;

  TermChain() {
    keys = new IntPages();
    next = new IntPages();
  }

  TermChain(TermChain original) {
    keys = new IntPages(original.keys);
    next = new IntPages(original.next);
    terms = original.terms;
  }

  @Override
  public int first(int term, int unused) {
    return term < terms ? keys.get(term * WIDTH) : 0;
  }

  @Override
  public int next(int fact) {
    return next.get(fact);
  }

  @Override
  public int count(int term, int unused) {
    return term < terms ? keys.get(term * WIDTH + COUNT) : 0;
  }

  /** Adds a fact that is newer than all in the chain. */
  void append(int term, int fact) {
    if (term >= terms) {
      terms = term + 1;
      keys.grow(terms * WIDTH);
    }
    next.grow(fact + 1);
    int place = term * WIDTH;
    int newest = keys.get(place + NEWEST);
    if (newest == 0) {
      keys.set(place, fact);
    } else {
      next.set(newest, fact);
    }
    keys.set(place + NEWEST, fact);
    keys.set(place + COUNT, keys.get(place + COUNT) + 1);
  }

  /** Counts a fact of a term no longer. */
  void discount(int term) {
    int place = term * WIDTH + COUNT;
    keys.set(place, keys.get(place) - 1);
  }
}
