package org.mesagraph.server;

/** The requests that one state answers, so that its files are let go after the last of them. */
final class Guests {

  private long inside;
  private boolean ended;
  private Runnable afterLast = () -> {};

  synchronized void enter() {
    inside++;
  }

  void leave() {
    Runnable due;
    synchronized (this) {
      inside--;
      due = due();
    }
    due.run();
  }

  /** Nobody enters any more; tells what is to be done when the last has left. */
  void end(Runnable last) {
    Runnable due;
    synchronized (this) {
      ended = true;
      afterLast = last;
      due = due();
    }
    due.run();
  }

  private Runnable due() {
    return ended && inside == 0 ? afterLast : () -> {};
  }
}
