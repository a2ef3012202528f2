package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.List;

/**
 * Conditions of rules, found by a fact that may match them: by its predicate and, for {@code
 * rdf:type}, by its class, since most rules that come from axioms ask for a type.
 */
final class Conditions {

  /**
   * A condition in its rule.
   *
   * @param position its place among the conditions of its kind
   */
  record Condition(CompiledRule rule, int position) {}

  private static final Condition[] NONE = {};

  private final int type;
  private final Condition[][] byPredicate;
  private final Condition[][] byClass;
  private final List<Condition> others = new ArrayList<>();
  private Condition[] anything = NONE;

  /**
   * No conditions yet.
   *
   * @param terms the greatest number of a term in a rule
   * @param type the number of {@code rdf:type}
   */
  Conditions(int terms, int type) {
    this.type = type;
    byPredicate = new Condition[terms + 1][];
    byClass = new Condition[terms + 1][];
  }

  void add(int[] condition, CompiledRule rule, int position) {
    Condition added = new Condition(rule, position);
    if (condition[1] < 0) {
      others.add(added);
      anything = others.toArray(Condition[]::new);
    } else if (condition[1] == type && condition[2] > 0) {
      byClass[condition[2]] = with(byClass[condition[2]], added);
    } else {
      byPredicate[condition[1]] = with(byPredicate[condition[1]], added);
    }
  }

  private static Condition[] with(Condition[] some, Condition added) {
    if (some == null) {
      return new Condition[] {added};
    }
    Condition[] more = new Condition[some.length + 1];
    System.arraycopy(some, 0, more, 0, some.length);
    more[some.length] = added;
    return more;
  }

  /** Those that ask for a predicate. */
  Condition[] ofPredicate(int predicate) {
    return at(byPredicate, predicate);
  }

  /** Those that ask for a member of a class, if the predicate is {@code rdf:type}. */
  Condition[] ofClass(int predicate, int object) {
    return predicate == type ? at(byClass, object) : NONE;
  }

  /** Those that ask for any predicate. */
  Condition[] ofAnything() {
    return anything;
  }

  private static Condition[] at(Condition[][] conditions, int term) {
    return term < conditions.length && conditions[term] != null ? conditions[term] : NONE;
  }
}
