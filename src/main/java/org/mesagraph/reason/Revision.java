package org.mesagraph.reason;

import java.util.List;
import org.apache.jena.graph.Triple;

/**
 * What a change of the asserted triples comes to.
 *
 * @param closure the closure afterwards; the one before stays as it was
 * @param gained triples that are inferred afterwards and were not before, in a fixed order
 * @param lost triples that were inferred before and are not afterwards, in a fixed order; one that
 *     is asserted by now still holds
 */
public record Revision(Closure closure, List<Triple> gained, List<Triple> lost) {
  public Revision {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
  }
}
