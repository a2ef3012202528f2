package org.mesagraph.reason;

/**
 * Chains of the facts that have two terms in two places. The keys are not stored: they are read
 * from the oldest fact of the chain.
 */
final class PairChain implements Chain {

  private static final int WIDTH = 3;
  private static final int NEWEST = 1;
  private static final int COUNT = 2;
  private static final int FIRST_CAPACITY = 64;

  private final IntPages one;
  private final IntPages other;
  private final IntPages next;
  private IntPages slots;
  private int capacity;
  private int used;

  /** Chains over two columns of a table. */
  PairChain(IntPages one, IntPages other) {
    this.one = one;
    this.other = other;
    next = new IntPages();
    capacity = FIRST_CAPACITY;
    slots = new IntPages();
    slots.grow(capacity * WIDTH);
  }

  /** A copy over the columns of a copied table. */
  PairChain(PairChain original, IntPages one, IntPages other) {
    this.one = one;
    this.other = other;
    next = new IntPages(original.next);
    capacity = original.capacity;
    slots = new IntPages(original.slots);
    used = original.used;
  }

  @Override
  public int first(int first, int second) {
    return slots.get(slot(first, second) * WIDTH);
  }

  @Override
  public int next(int fact) {
    return next.get(fact);
  }

  @Override
  public int count(int first, int second) {
    return slots.get(slot(first, second) * WIDTH + COUNT);
  }

  /** Adds a fact, whose columns are filled, that is newer than all in the chain. */
  void append(int fact) {
    next.grow(fact + 1);
    int place = slot(one.get(fact), other.get(fact)) * WIDTH;
    int newest = slots.get(place + NEWEST);
    if (newest == 0) {
      slots.set(place, fact);
      used++;
    } else {
      next.set(newest, fact);
    }
    slots.set(place + NEWEST, fact);
    slots.set(place + COUNT, slots.get(place + COUNT) + 1);
    if (used * 3 > capacity * 2) {
      rehash();
    }
  }

  /** Counts a fact no longer. */
  void discount(int fact) {
    int place = slot(one.get(fact), other.get(fact)) * WIDTH + COUNT;
    slots.set(place, slots.get(place) - 1);
  }

  private void rehash() {
    IntPages old = slots;
    int before = capacity;
    capacity *= 2;
    slots = new IntPages();
    slots.grow(capacity * WIDTH);
    for (int slot = 0; slot < before; slot++) {
      int oldest = old.get(slot * WIDTH);
      if (oldest != 0) {
        int place = slot(one.get(oldest), other.get(oldest)) * WIDTH;
        for (int i = 0; i < WIDTH; i++) {
          slots.set(place + i, old.get(slot * WIDTH + i));
        }
      }
    }
  }

  private int slot(int first, int second) {
    int slot = Hash.of(first, second) & (capacity - 1);
    while (true) {
      int oldest = slots.get(slot * WIDTH);
      if (oldest == 0 || (one.get(oldest) == first && other.get(oldest) == second)) {
        return slot;
      }
      slot = (slot + 1) & (capacity - 1);
    }
  }
}
