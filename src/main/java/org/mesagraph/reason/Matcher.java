package org.mesagraph.reason;

import java.util.Arrays;

/**
 * Finds the instances of a rule in a table of facts by going from condition to condition, each time
 * to the one that the fewest facts can match as far as is known by then.
 */
final class Matcher {

  private static final Instances NOBODY = (rule, values, premises) -> true;
  private static final int WATCH_EVERY = 1 << 16;

  /** Takes instances of a rule. */
  @FunctionalInterface
  interface Instances {
    /**
     * An instance was found.
     *
     * @param values the number of the term of each variable; the array is reused
     * @param premises the fact that matches each pattern; the array is reused
     * @return whether to stop the search
     */
    boolean found(CompiledRule rule, int[] values, int[] premises);
  }

  private final FactTable facts;
  private final Dictionary terms;
  private final int sameAs;
  private final Runnable watch;
  private final int[] values = new int[CompiledRule.MOST];
  private final int[] premises = new int[CompiledRule.MOST];
  private final int[] limits = new int[CompiledRule.MOST];
  private CompiledRule rule;
  private Instances instances;
  private long work;

  /**
   * Finds instances in a world.
   *
   * @param watch is run from time to time, and may end the search by throwing
   */
  Matcher(World world, Runnable watch) {
    this.watch = watch;
    facts = world.facts();
    terms = world.terms();
    sameAs = world.equality() ? world.sameAs() : 0;
  }

  /** How many facts were looked at. */
  long work() {
    return work;
  }

  /**
   * The instances in which a fact matches one pattern and no newer fact any other; patterns before
   * that one match older facts only, so that over all facts and patterns each instance is found
   * once.
   */
  boolean from(CompiledRule rule, int pattern, int fact, Instances instances) {
    start(rule, instances);
    for (int i = 0; i < rule.patterns().length; i++) {
      limits[i] = i < pattern ? fact - 1 : fact;
    }
    if (!bind(rule.patterns()[pattern], fact)) {
      return false;
    }
    premises[pattern] = fact;
    return match(1L << pattern);
  }

  /** The instances in which a fact matches one pattern and any facts the others. */
  boolean involving(CompiledRule rule, int pattern, int fact, Instances instances) {
    start(rule, instances);
    Arrays.fill(limits, 0, rule.patterns().length, facts.last());
    if (!bind(rule.patterns()[pattern], fact)) {
      return false;
    }
    premises[pattern] = fact;
    return match(1L << pattern);
  }

  /** The instances that conclude three terms; 0 stands for anything. */
  boolean concluding(
      CompiledRule rule, int subject, int predicate, int object, Instances instances) {
    start(rule, instances);
    Arrays.fill(limits, 0, rule.patterns().length, facts.last());
    return give(rule.head()[0], subject)
        && give(rule.head()[1], predicate)
        && give(rule.head()[2], object)
        && match(0);
  }

  /**
   * The instances in which an absence would be that of three terms; variables that only the absence
   * has do not count.
   */
  boolean denying(CompiledRule rule, int[] absence, int fact, Instances instances) {
    start(rule, instances);
    Arrays.fill(limits, 0, rule.patterns().length, facts.last());
    if (!give(absence, fact)) { // a fact that is gone no longer tells whether it is meant
      return false;
    }
    keepPatternVariables(rule);
    return match(0);
  }

  /** Whether a rule still holds of premises, by what it denies and compares. */
  boolean isUndisturbed(CompiledRule rule, int justification) {
    start(rule, NOBODY);
    for (int i = 0; i < rule.patterns().length; i++) {
      bind(rule.patterns()[i], facts.premise(justification, i));
    }
    return absencesHold() && comparisonsHold();
  }

  private void look() {
    work++;
    if (work % WATCH_EVERY == 0) {
      watch.run();
    }
  }

  private void start(CompiledRule next, Instances taker) {
    rule = next;
    instances = taker;
    Arrays.fill(values, 0, next.variables(), 0);
  }

  private void keepPatternVariables(CompiledRule next) {
    long kept = 0;
    for (int[] pattern : next.patterns()) {
      for (int term : pattern) {
        if (term < 0) {
          kept |= 1L << (-1 - term);
        }
      }
    }
    for (int variable = 0; variable < next.variables(); variable++) {
      if ((kept & 1L << variable) == 0) {
        values[variable] = 0;
      }
    }
  }

  private boolean give(int term, int value) {
    if (value == 0) {
      return true;
    }
    if (term > 0) {
      return term == value;
    }
    int known = values[-1 - term];
    values[-1 - term] = value;
    return known == 0 || known == value;
  }

  private int value(int term) {
    return term > 0 ? term : values[-1 - term];
  }

  private boolean match(long done) {
    int count = rule.patterns().length;
    if (done == (1L << count) - 1) {
      return absencesHold() && comparisonsHold() && instances.found(rule, values, premises);
    }
    int next = -1;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      if ((done & 1L << i) == 0) {
        int[] condition = rule.patterns()[i];
        int expected =
            facts.expected(value(condition[0]), value(condition[1]), value(condition[2]));
        if (expected < fewest) {
          next = i;
          fewest = expected;
        }
      }
    }
    return fewest > 0 && match(next, done | 1L << next);
  }

  private boolean match(int pattern, long done) {
    int[] condition = rule.patterns()[pattern];
    int limit = limits[pattern];
    int subject = value(condition[0]);
    int predicate = value(condition[1]);
    int object = value(condition[2]);
    if (subject != 0 && predicate != 0 && object != 0) {
      int fact = facts.find(subject, predicate, object);
      look();
      premises[pattern] = fact;
      return fact != 0 && fact <= limit && isMeant(condition, fact) && match(done);
    }
    Cursor cursor = new Cursor(facts, subject, predicate, object);
    for (int fact = cursor.next(); fact != 0 && fact <= limit; fact = cursor.next()) {
      look();
      if (bind(condition, fact)) {
        premises[pattern] = fact;
        if (match(done)) {
          return true;
        }
      }
      restore(condition, subject, predicate, object);
    }
    return false;
  }

  /** Gives the variables of a condition the terms of a fact; false if they do not fit. */
  private boolean bind(int[] condition, int fact) {
    return give(condition, fact) && isMeant(condition, fact);
  }

  private boolean give(int[] condition, int fact) {
    return give(condition[0], facts.subject(fact))
        && give(condition[1], facts.predicate(fact))
        && give(condition[2], facts.object(fact));
  }

  /** In a clique each is the same as the others, which is not to say that it is so as itself. */
  private boolean isMeant(int[] condition, int fact) {
    return condition[3] == 0 || facts.predicate(fact) != sameAs || facts.isAsserted(fact);
  }

  private void restore(int[] condition, int subject, int predicate, int object) {
    set(condition[0], subject);
    set(condition[1], predicate);
    set(condition[2], object);
  }

  private void set(int term, int value) {
    if (term < 0) {
      values[-1 - term] = value;
    }
  }

  private boolean absencesHold() {
    for (int[] absence : rule.absences()) {
      if (matches(absence)) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(int[] condition) {
    int subject = value(condition[0]);
    int predicate = value(condition[1]);
    int object = value(condition[2]);
    if (subject != 0 && predicate != 0 && object != 0) {
      int fact = facts.find(subject, predicate, object);
      return fact != 0 && isMeant(condition, fact);
    }
    Cursor cursor = new Cursor(facts, subject, predicate, object);
    for (int fact = cursor.next(); fact != 0; fact = cursor.next()) {
      look();
      boolean fits = bind(condition, fact);
      restore(condition, subject, predicate, object);
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private boolean comparisonsHold() {
    for (CompiledRule.Comparison comparison : rule.comparisons()) {
      int left = value(comparison.left());
      int right = value(comparison.right());
      if (!comparison.comparator().holds(terms.term(left), terms.term(right))) {
        return false;
      }
    }
    return true;
  }
}
