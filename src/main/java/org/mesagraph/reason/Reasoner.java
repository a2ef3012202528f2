package org.mesagraph.reason;

import java.util.Collection;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Program;

/** Draws every conclusion of a program from triples. */
public interface Reasoner {

  /**
   * The closure of the triples under the program, stratum by stratum, up to the fixpoint.
   *
   * @param progress is told how far the work is, and may end it by throwing
   */
  Closure close(Program program, Collection<Triple> asserted, Progress progress);

  /** The same without anybody watching. */
  default Closure close(Program program, Collection<Triple> asserted) {
    return close(program, asserted, Progress.UNWATCHED);
  }
}
