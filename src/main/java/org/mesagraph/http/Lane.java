package org.mesagraph.http;

/** The kinds of requests that share permits among themselves and take none from others. */
public enum Lane {
  /** What may cost a lot: free queries, and conclusions drawn anew. */
  QUERIES,
  /** What is known to be cheap: saved queries, documents, pages. */
  ANSWERS,
  /** What changes something. */
  WRITES,
  /** What must be answered always: whether the server is alive. */
  FREE
}
