package org.mesagraph.reason;

import java.util.Collection;
import java.util.List;
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

  /**
   * The closure of the triples under the program as it was once computed, taken from what was kept
   * of it and not computed again.
   *
   * @param steps one for each triple that follows without being asserted, each after the steps of
   *     its premises: the justifications of an earlier closure of the same triples under the same
   *     program
   */
  default Closure restore(Program program, Collection<Triple> asserted, List<Step.Inferred> steps) {
    return close(program, asserted);
  }
}
