package org.mesagraph.guard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.query.QueryCancelledException;
import org.mesagraph.guard.QueryRefused.Reason;

/**
 * The clock and the ledger of one running query: what runs it asks here all the time whether it may
 * go on. Only its own thread writes the ledger; any thread may stop it.
 */
final class Watch {

  private final Bounds.Work work;
  private final long budgetMillis;
  private final long deadline;
  private final AtomicReference<QueryRefused> stopped = new AtomicReference<>();
  private volatile long cells;
  private long characters;

  Watch(Bounds.Work work, Duration budget) {
    this.work = work;
    this.budgetMillis = Math.min(budget.toMillis(), work.time().toMillis());
    this.deadline = System.nanoTime() + budgetMillis * 1_000_000;
  }

  /** Returns if the query may go on. */
  void check() {
    if (stopped.get() != null) {
      throw new QueryCancelledException();
    }
    if (System.nanoTime() - deadline > 0) {
      throw stop(
          Reason.TOO_SLOW,
          "the query took too long and was stopped after "
              + budgetMillis
              + " ms – ask for less, or ask it in parts");
    }
  }

  /** Counts values that are held until they are released. */
  void hold(long count) {
    cells += count; // only this query's own thread counts
    if (cells > work.cells()) {
      throw stop(
          Reason.TOO_HUNGRY,
          "the query has to hold more than "
              + work.cells()
              + " values for sorting, grouping or joining – ask for less, or ask it in parts");
    }
  }

  void release(long count) {
    cells -= count;
  }

  /** How many values it holds now. */
  long cells() {
    return cells;
  }

  /** Counts the characters of a text that it made, if the text is long. */
  void made(int length) {
    if (length > work.longestText()) {
      throw tooLong();
    }
    if (length > 200) { // shorter ones cost no more than the cell that holds them
      characters += length;
      if (characters > work.characters()) {
        throw stop(
            Reason.TOO_HUNGRY,
            "the query makes texts of more than "
                + work.characters()
                + " characters together – ask for less");
      }
    }
  }

  /** Refuses a text before it is made. */
  QueryCancelledException tooLong() {
    return stop(
        Reason.TOO_HUNGRY,
        "the query makes a text of more than "
            + work.longestText()
            + " characters – make it shorter");
  }

  Bounds.Work work() {
    return work;
  }

  /**
   * Stops the query at its next step; the first reason counts.
   *
   * @return what to throw where the query runs: the one exception that Jena lets through everywhere
   */
  QueryCancelledException stop(Reason reason, String message) {
    stopped.compareAndSet(null, new QueryRefused(reason, message));
    return new QueryCancelledException();
  }

  /** Why the query was stopped, if it was. */
  Optional<QueryRefused> refusal() {
    return Optional.ofNullable(stopped.get());
  }
}
