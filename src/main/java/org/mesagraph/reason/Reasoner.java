package org.mesagraph.reason;

import java.util.Collection;
import org.apache.jena.graph.Triple;

/** Draws every conclusion of a program from triples. */
public interface Reasoner {

  /** The closure of the triples under the program, stratum by stratum, up to the fixpoint. */
  Closure close(Program program, Collection<Triple> asserted);
}
