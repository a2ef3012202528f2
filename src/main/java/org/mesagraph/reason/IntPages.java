package org.mesagraph.reason;

import java.util.Arrays;

/**
 * A growing array of integers of which a copy costs next to nothing: copies share pages, and one
 * that writes to a shared page first makes that page its own. Places never written hold 0.
 */
final class IntPages {

  private static final int BITS = 10;
  private static final int SIZE = 1 << BITS;
  private static final int MASK = SIZE - 1;

  private int[][] pages;
  private boolean[] own;
  private int used;

  IntPages() {
    pages = new int[4][];
    own = new boolean[4];
  }

  /** A copy; from now on the original must only be read. */
  IntPages(IntPages original) {
    pages = original.pages.clone();
    own = new boolean[pages.length];
    used = original.used;
  }

  /** Makes room for the places below a size. */
  void grow(int size) {
    int needed = (size + MASK) >>> BITS;
    if (needed > pages.length) {
      int length = Math.max(needed, pages.length * 2);
      pages = Arrays.copyOf(pages, length);
      own = Arrays.copyOf(own, length);
    }
    while (used < needed) {
      pages[used] = new int[SIZE];
      own[used] = true;
      used++;
    }
  }

  /** The number at a place that there is room for. */
  int get(int place) {
    return pages[place >>> BITS][place & MASK];
  }

  /** Writes to a place that there is room for. */
  void set(int place, int value) {
    int page = place >>> BITS;
    if (!own[page]) {
      pages[page] = pages[page].clone();
      own[page] = true;
    }
    pages[page][place & MASK] = value;
  }
}
