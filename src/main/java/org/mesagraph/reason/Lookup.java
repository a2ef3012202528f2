package org.mesagraph.reason;

import java.util.List;
import org.apache.jena.graph.Triple;

/** Finds triples that hold. */
interface Lookup {

  boolean contains(Triple triple);

  /**
   * The triples that match, variables standing for anything. A variable that occurs twice must
   * match the same term.
   */
  List<Triple> matching(Triple pattern);

  /** How many triples match at most, as far as can be told at once. */
  long expected(Triple pattern);
}
