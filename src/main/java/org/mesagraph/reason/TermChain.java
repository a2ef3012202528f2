package org.mesagraph.reason;

/** Chains of the facts that have a term in one place; the second key is not used. */
final class TermChain implements Chain {

  private static final int WIDTH = 3;
  private static final int NEWEST = 1;
  private static final int COUNT = 2;

  private final IntPages keys;
  private final IntPages next;

  TermChain() {
    keys = new IntPages();
    next = new IntPages();
  }

  TermChain(TermChain original) {
    keys = new IntPages(original.keys);
    next = new IntPages(original.next);
  }

  void grow(int terms, int facts) {
    keys.grow(terms * WIDTH);
    next.grow(facts);
  }

  @Override
  public int first(int term, int unused) {
    return keys.get(term * WIDTH);
  }

  @Override
  public int next(int fact) {
    return next.get(fact);
  }

  @Override
  public int count(int term, int unused) {
    return keys.get(term * WIDTH + COUNT);
  }

  /** Adds a fact that is newer than all in the chain. */
  void append(int term, int fact) {
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
