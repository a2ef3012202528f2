package org.mesagraph.explain;

/** What a search may still do before it is cut short; counted in small operations, not in time. */
final class Work {

  private long left;

  Work(long most) {
    this.left = most;
  }

  /** Takes so many operations off; false once there are none left. */
  boolean spend(long operations) {
    left -= operations;
    return left > 0;
  }

  boolean isSpent() {
    return left <= 0;
  }
}
