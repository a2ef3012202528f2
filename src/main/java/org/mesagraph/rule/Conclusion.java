package org.mesagraph.rule;

import org.apache.jena.graph.Triple;

/**
 * What follows for a node that is in a class.
 *
 * @param rule the rule of OWL 2 RL that makes the conclusion, or an empty name if the class is only
 *     named
 * @param further conditions besides that the node is in the class
 */
record Conclusion(String rule, Conjunction further, Triple head) {

  /** The rule that takes an intersection apart, which is named if there is no other to name. */
  static final String PART = "cls-int2";

  Conclusion within(Conjunction condition) {
    return new Conclusion(rule, condition.and(further), head);
  }

  Conclusion by(String outer) {
    return tellsRule() ? this : new Conclusion(outer, further, head);
  }

  Conclusion asPart() {
    return rule.isEmpty() ? new Conclusion(PART, further, head) : this;
  }

  /** Whether a rule makes it that says more than that the parts of an intersection hold. */
  boolean tellsRule() {
    return !rule.isEmpty() && !rule.equals(PART);
  }
}
