package org.mesagraph.reason;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * Terms by number, from 1 upwards in the order in which they came; 0 is no term. Terms are told
 * apart as terms, not by value. Copies share what neither has changed. There can be {@value #MOST}.
 */
final class Dictionary {

  private static final int BITS = 10;
  private static final int SIZE = 1 << BITS;
  private static final int MASK = SIZE - 1;
  private static final int FIRST_CAPACITY = 64;
  private static final int MOST = 1 << 28;

  private Node[][] pages;
  private boolean[] own;
  private IntPages slots;
  private int capacity;
  private int size;

  Dictionary() {
    pages = new Node[][] {new Node[SIZE]};
    own = new boolean[] {true};
    capacity = FIRST_CAPACITY;
    slots = new IntPages();
    slots.grow(capacity);
  }

  /** A copy; from now on the original must only be read. */
  Dictionary(Dictionary original) {
    pages = original.pages.clone();
    own = new boolean[pages.length];
    slots = new IntPages(original.slots);
    capacity = original.capacity;
    size = original.size;
  }

  /** How many terms there are, which is the greatest number of one. */
  int size() {
    return size;
  }

  /** The number of a term, 0 if it is not known. */
  int find(Node term) {
    return slots.get(slot(term));
  }

  /** The number of a term, which gets one if it has none. */
  int intern(Node term) {
    int slot = slot(term);
    int known = slots.get(slot);
    if (known != 0) {
      return known;
    }
    if (size == MOST) {
      throw new MesagraphException(
          Kind.LIMIT, "more than %,d different terms – load less".formatted(MOST));
    }
    size++;
    put(size, term);
    if (size * 2 > capacity) {
      rehash();
    } else {
      slots.set(slot, size);
    }
    return size;
  }

  /** The term of a number. */
  Node term(int number) {
    return pages[number >>> BITS][number & MASK];
  }

  private void put(int number, Node term) {
    int page = number >>> BITS;
    if (page == pages.length) {
      pages = Arrays.copyOf(pages, page + 1);
      own = Arrays.copyOf(own, page + 1);
      pages[page] = new Node[SIZE];
      own[page] = true;
    } else if (!own[page]) {
      pages[page] = pages[page].clone();
      own[page] = true;
    }
    pages[page][number & MASK] = term;
  }

  private void rehash() {
    capacity *= 2;
    slots = new IntPages();
    slots.grow(capacity);
    for (int number = 1; number <= size; number++) {
      slots.set(slot(term(number)), number);
    }
  }

  /** The slot that holds a term, or the free one where it belongs. */
  private int slot(Node term) {
    int slot = Hash.of(term.hashCode(), 0) & (capacity - 1);
    while (true) {
      int number = slots.get(slot);
      if (number == 0 || term(number).equals(term)) {
        return slot;
      }
      slot = (slot + 1) & (capacity - 1);
    }
  }
}
