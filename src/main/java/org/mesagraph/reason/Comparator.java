package org.mesagraph.reason;

import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.reasoner.rulesys.Util;

/** The comparison builtins of Jena's rule language that rules may use. */
public enum Comparator {
  EQUAL("equal"),
  NOT_EQUAL("notEqual"),
  LESS_THAN("lessThan"),
  GREATER_THAN("greaterThan"),
  AT_MOST("le"),
  AT_LEAST("ge");

  private final String builtin;

  Comparator(String builtin) {
    this.builtin = builtin;
  }

  /** The name in rules files. */
  public String builtin() {
    return builtin;
  }

  static Optional<Comparator> named(String builtin) {
    return Arrays.stream(values()).filter(c -> c.builtin.equals(builtin)).findFirst();
  }

  /** Whether the comparison holds; terms that have no order are neither less nor greater. */
  boolean holds(Node left, Node right) {
    if (this == EQUAL) {
      return left.sameValueAs(right);
    }
    if (this == NOT_EQUAL) {
      return !left.sameValueAs(right);
    }
    boolean ordered =
        (Util.isNumeric(left) && Util.isNumeric(right))
            || (Util.isInstant(left) && Util.isInstant(right));
    if (!ordered) {
      return false;
    }
    int order =
        Util.isNumeric(left)
            ? Util.compareNumbers(left, right)
            : Util.compareTypedLiterals(left, right);
    return switch (this) {
      case LESS_THAN -> order < 0;
      case GREATER_THAN -> order > 0;
      case AT_MOST -> order <= 0;
      default -> order >= 0;
    };
  }
}
