package org.mesagraph.reason;

import java.util.List;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Rule;

/** One step of a derivation: a triple and why it holds. */
public sealed interface Step {

  /** What the step arrives at. */
  Triple conclusion();

  /** Stated in a file. */
  record Asserted(Triple conclusion) implements Step {}

  /**
   * Follows from its premises by one rule.
   *
   * @param premises the matched patterns of the rule's body, in the order of the rule
   * @param absences the negated conditions that were checked, with the bindings put in
   */
  record Inferred(Triple conclusion, Rule rule, List<Triple> premises, List<Triple> absences)
      implements Step {
    public Inferred {
      premises = List.copyOf(premises);
      absences = List.copyOf(absences);
    }
  }
}
