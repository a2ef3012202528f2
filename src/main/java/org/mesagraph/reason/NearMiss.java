package org.mesagraph.reason;

import java.util.List;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Rule;

/**
 * A rule that would conclude a triple if a little more held.
 *
 * @param rule the rule
 * @param held premises that do hold
 * @param missing patterns that do not hold, with the bindings put in; variables mean "any"
 * @param blocking triples that hold although the rule asks for their absence
 */
public record NearMiss(Rule rule, List<Triple> held, List<Triple> missing, List<Triple> blocking) {
  public NearMiss {
    held = List.copyOf(held);
    missing = List.copyOf(missing);
    blocking = List.copyOf(blocking);
  }
}
