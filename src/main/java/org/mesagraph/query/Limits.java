package org.mesagraph.query;

/** How long a query may take and how many rows it may return. */
public record Limits(long timeoutMs, long maxRows) {

  /** What holds for a query that does not say. */
  public static final Limits USUAL = new Limits(5_000, 10_000);
}
