package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.mesagraph.reason.Progress;

/**
 * Tells whoever waits how far the reasoning is: at a terminal after two seconds of it and every two
 * seconds, elsewhere after half a minute and every half minute, so that short work is done without
 * a word.
 */
final class ProgressLine implements Progress {

  private static final long AT_TERMINAL = TimeUnit.SECONDS.toNanos(2);
  private static final long ELSEWHERE = TimeUnit.SECONDS.toNanos(30);

  private final PrintWriter err;
  private final long every;
  private final LongSupplier clock;
  private long next;
  private boolean begun;

  ProgressLine(PrintWriter err) {
    this(err, Terminal.isOne(), System::nanoTime);
  }

  /** The same with another clock, in nanoseconds. */
  ProgressLine(PrintWriter err, boolean terminal, LongSupplier clock) {
    this.err = err;
    this.every = terminal ? AT_TERMINAL : ELSEWHERE;
    this.clock = clock;
  }

  @Override
  public void report(long taken, long known) {
    long now = clock.getAsLong();
    if (!begun) {
      begun = true;
      next = now + every;
    } else if (now - next >= 0) {
      next = now + every;
      err.printf("reasoning: %,d of %,d facts known so far%n", taken, known);
      err.flush();
    }
  }
}
