package org.mesagraph.reason;

import java.util.BitSet;
import java.util.function.IntConsumer;
import org.mesagraph.reason.Conditions.Condition;

/**
 * Goes from facts to every clique that they have a part in, by any derivation and however far away.
 * Stored justifications do not tell, since one fact in representatives may stand for several.
 */
final class Influence {

  private final World world;
  private final FactTable facts;
  private final Matcher matcher;
  private final IntPages reached = new IntPages();
  private final BitSet known = new BitSet();
  private int count;

  /** Reaches nothing yet. */
  Influence(World world, Matcher matcher) {
    this.world = world;
    this.facts = world.facts();
    this.matcher = matcher;
  }

  /** Goes on from a fact too. */
  void add(int fact) {
    if (!known.get(fact)) {
      known.set(fact);
      reached.grow(count + 1);
      reached.set(count, fact);
      count++;
    }
  }

  /**
   * Goes as far as it gets.
   *
   * @param cliques takes the representative of each clique that is reached, at times more than
   *     once, and may add facts
   */
  void follow(IntConsumer cliques) {
    if (world.compiled().merging().isEmpty()) {
      return;
    }
    Conditions bodies = world.compiled().strata().get(0).bodies();
    for (int next = 0; next < count; next++) {
      int fact = reached.get(next);
      int predicate = facts.predicate(fact);
      follow(bodies.ofPredicate(predicate), fact, cliques);
      follow(bodies.ofClass(predicate, facts.object(fact)), fact, cliques);
      follow(bodies.ofAnything(), fact, cliques);
    }
  }

  private void follow(Condition[] conditions, int fact, IntConsumer cliques) {
    for (Condition condition : conditions) {
      if (world.compiled().merging().get(condition.rule().number())) {
        matcher.involving(
            condition.rule(),
            condition.position(),
            fact,
            (rule, values, premises) -> reachHead(rule.head(), values, cliques));
      }
    }
  }

  private boolean reachHead(int[] head, int[] values, IntConsumer cliques) {
    int subject = Materialization.value(head[0], values);
    int predicate = Materialization.value(head[1], values);
    int object = Materialization.value(head[2], values);
    if (predicate == world.sameAs()) {
      if (world.cliques().standsForOthers(subject)) {
        cliques.accept(subject);
      }
    } else {
      int fact = facts.find(subject, predicate, object);
      if (fact != 0) { // it may be illegal, or not be drawn yet from what is new
        add(fact);
      }
    }
    return false;
  }
}
