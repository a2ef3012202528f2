package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.mesagraph.reason.Progress;

/**
 * Tells whoever waits how far the reasoning is, at most once in two seconds and not before two have
 * passed, so that short work is done without a word.
 */
final class ProgressLine implements Progress {

  private static final long EVERY = TimeUnit.SECONDS.toNanos(2);

  private final PrintWriter err;
  private final LongSupplier clock;
  private long next;

  ProgressLine(PrintWriter err) {
    this(err, System::nanoTime);
  }

  /** The same with another clock, in nanoseconds. */
  ProgressLine(PrintWriter err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
    this.next = clock.getAsLong() + EVERY;
  }

  @Override
  public void report(long taken, long known) {
    long now = clock.getAsLong();
    if (now - next >= 0) {
      next = now + EVERY;
      err.printf("reasoning: %,d of %,d facts known so far%n", taken, known);
      err.flush();
    }
  }
}
