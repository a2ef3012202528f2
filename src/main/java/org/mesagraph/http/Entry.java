package org.mesagraph.http;

/** What becomes of asking to be let in. */
sealed interface Entry {

  /**
   * Goes in.
   *
   * @throws RefusalException if there is no leave to
   */
  void orThrow();

  /** Goes out again. */
  void close();

  /** Leave to work. */
  record Permit(Runnable end) implements Entry {
    @Override
    public void orThrow() {
      // here it is
    }

    @Override
    public void close() {
      end.run();
    }
  }

  /** No leave, and why. */
  record Refused(Refusal refusal) implements Entry {
    @Override
    public void orThrow() {
      throw refusal.asException();
    }

    @Override
    public void close() {
      // nothing was taken
    }
  }
}
