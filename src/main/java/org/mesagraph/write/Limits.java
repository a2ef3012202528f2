package org.mesagraph.write;

import java.time.Duration;

/**
 * How much one request to write may ask for.
 *
 * @param characters of the text of an update
 * @param quads that it adds and removes
 * @param rows that the pattern of an update finds
 * @param time for the patterns of an update, all together
 * @param patience how long a request waits for those before it
 */
public record Limits(int characters, int quads, int rows, Duration time, Duration patience) {

  /** What is usual. */
  public static final Limits USUAL =
      new Limits(2 << 20, 100_000, 100_000, Duration.ofSeconds(10), Duration.ofSeconds(10));
}
