package org.mesagraph.rule;

import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.AbstractDateTime;
import org.apache.jena.graph.Node;
import org.apache.jena.reasoner.rulesys.Util;

/** The comparison builtins of Jena's rule language that rules may use, and one of axioms. */
public enum Comparator {
  EQUAL("equal"),
  NOT_EQUAL("notEqual"),
  LESS_THAN("lessThan"),
  GREATER_THAN("greaterThan"),
  AT_MOST("le"),
  AT_LEAST("ge"),

  /**
   * {@code notEqual} of literals alone. Two literals are never held to be the same thing, so that
   * this does not depend on equality.
   */
  DIFFERENT_VALUES("notEqual");

  private final String builtin;

  Comparator(String builtin) {
    this.builtin = builtin;
  }

  /** The name in rules files; there, {@code notEqual} compares any terms. */
  public String builtin() {
    return builtin;
  }

  static Optional<Comparator> named(String builtin) {
    return Arrays.stream(values()).filter(c -> c.builtin.equals(builtin)).findFirst();
  }

  /**
   * Whether the comparison holds. Numbers compare by value whatever their type, dates and times
   * with their like; other terms, and times of which one lacks a zone, are neither less nor
   * greater.
   */
  public boolean holds(Node left, Node right) {
    if (this == NOT_EQUAL) {
      return !EQUAL.holds(left, right);
    }
    if (this == DIFFERENT_VALUES) {
      return left.isLiteral() && right.isLiteral() && !EQUAL.holds(left, right);
    }
    if (isValue(left) && isValue(right)) {
      if (Util.isNumeric(left) && Util.isNumeric(right)) {
        return admits(Util.compareNumbers(left, right));
      }
      if (Util.isInstant(left) && Util.isInstant(right)) {
        return left.getLiteralDatatype().equals(right.getLiteralDatatype())
            && admits(Util.compareTypedLiterals(left, right));
      }
    }
    return this == EQUAL && left.sameValueAs(right);
  }

  private static boolean isValue(Node node) {
    return node.isLiteral() && node.getLiteral().isWellFormed();
  }

  private boolean admits(int order) {
    if (order == AbstractDateTime.INDETERMINATE) {
      return false;
    }
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL, DIFFERENT_VALUES -> order != 0;
      case LESS_THAN -> order < 0;
      case GREATER_THAN -> order > 0;
      case AT_MOST -> order <= 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
