package org.mesagraph.reason;

/**
 * Goes through the facts that hold and have some given terms, from the oldest to the newest, along
 * the shortest chain that has them all.
 */
final class Cursor {

  private final FactTable facts;
  private final Chain chain;
  private final int subject;
  private final int object;
  private int following;

  /** Facts with given terms; 0 stands for anything. */
  Cursor(FactTable facts, int subject, int predicate, int object) {
    this.facts = facts;
    this.subject = subject;
    this.object = object;
    if (predicate != 0 && subject != 0) {
      chain = facts.bySubjectPredicate();
      following = chain.first(subject, predicate);
    } else if (predicate != 0 && object != 0) {
      chain = facts.byPredicateObject();
      following = chain.first(predicate, object);
    } else if (predicate != 0) {
      chain = facts.byPredicate();
      following = chain.first(predicate, 0);
    } else if (subject != 0 && (object == 0 || isRarer(facts, subject, object))) {
      chain = facts.bySubject();
      following = chain.first(subject, 0);
    } else if (object != 0) {
      chain = facts.byObject();
      following = chain.first(object, 0);
    } else {
      chain = facts;
      following = facts.first(0, 0);
    }
  }

  private static boolean isRarer(FactTable facts, int subject, int object) {
    return facts.bySubject().count(subject, 0) <= facts.byObject().count(object, 0);
  }

  /** The next fact, 0 after the last. */
  int next() {
    while (following != 0) {
      int fact = following;
      following = chain.next(fact);
      if (facts.holds(fact)
          && (subject == 0 || facts.subject(fact) == subject)
          && (object == 0 || facts.object(fact) == object)) {
        return fact;
      }
    }
    return 0;
  }
}
