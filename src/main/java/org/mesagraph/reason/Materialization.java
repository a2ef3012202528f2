package org.mesagraph.reason;

import java.util.BitSet;
import org.mesagraph.reason.CompiledProgram.Stratum;
import org.mesagraph.reason.Conditions.Condition;

/**
 * Brings a world to the fixpoint of its program, from nothing or after a change.
 *
 * <p>Additions: each new fact is taken in turn and joined with the facts before it, so that each
 * instance of a rule is found once, when the last of its premises is taken (semi-naive evaluation,
 * a fact at a time).
 *
 * <p>Removals, stratum by stratum: first every fact is removed whose <em>stored</em> justification
 * rests on a removed fact, or denies one that holds by now; then each of them that has another
 * justification in what is left comes back, as a new fact with that justification, and is taken
 * like any other addition. What is left rests on what is asserted, since justifications never run
 * in circles; what comes back does so by a rule; and nothing else can hold. Rules of higher strata
 * that deny a removed fact are tried anew.
 *
 * <p>What concludes that two terms are one belongs to the lowest stratum; see {@link Merging}.
 *
 * @see <a href="https://doi.org/10.1609/aaai.v28i1.8730">Motik et al. 2014, Parallel
 *     Materialisation of Datalog Programs in Centralised, Main-Memory RDF Systems</a>
 * @see <a href="https://doi.org/10.1145/170036.170066">Gupta et al. 1993, Maintaining Views
 *     Incrementally</a>
 */
final class Materialization {

  private static final int REPORT_EVERY = 4096;

  private final World world;
  private final FactTable facts;
  private final Progress progress;
  private final Matcher matcher;
  private final Merging merging;
  private final BitSet removed = new BitSet();
  private final BitSet changed = new BitSet();
  private final int known;
  private int taken;

  /** Work on a world to which nobody else writes. */
  Materialization(World world, Progress progress) {
    this.world = world;
    this.facts = world.facts();
    this.progress = progress;
    this.matcher = new Matcher(world, this::report);
    this.merging = new Merging(world, this, matcher);
    this.known = facts.last();
    this.taken = known;
  }

  /** Asserts three terms that are not asserted. */
  void add(int subject, int predicate, int object) {
    if (world.equality()) {
      merging.add(subject, predicate, object);
    } else {
      assertFact(subject, predicate, object);
    }
  }

  /** Makes a fact hold and be asserted. */
  void assertFact(int subject, int predicate, int object) {
    int fact = facts.find(subject, predicate, object);
    if (fact == 0) {
      facts.assertNew(subject, predicate, object);
    } else if (!facts.isAsserted(fact)) {
      facts.markAsserted(fact);
    }
  }

  /** Asserts three terms no longer that are asserted. */
  void retract(int subject, int predicate, int object) {
    if (world.equality()) {
      merging.retract(subject, predicate, object);
      return;
    }
    int fact = facts.find(subject, predicate, object);
    if (facts.justification(fact) == 0) {
      remove(fact);
    } else {
      facts.unmarkAsserted(fact);
    }
  }

  /** Draws the consequences of all that was added and retracted. */
  void close() {
    if (world.equality()) {
      merging.split();
    }
    for (int i = 0; i < world.compiled().strata().size(); i++) {
      removeUnjustified(stratum(i));
      justifyAnew(stratum(i));
      concludeFromAbsence(stratum(i));
      tryChanged(i);
      taken = known;
      takeNew(stratum(i));
      while (merging.isDue()) {
        merging.merge();
        tryChanged(i);
        takeNew(stratum(i));
      }
    }
    while (merging.isDue()) {
      merging.merge(); // there are no rules
    }
  }

  private Stratum stratum(int number) {
    return world.compiled().strata().get(number);
  }

  /** The facts that were removed on the way, some of which may hold again in another place. */
  BitSet removed() {
    return removed;
  }

  /** The newest fact of before. */
  int known() {
    return known;
  }

  /** The numbers of rules that changed on the way, since a term in them is held to be another. */
  BitSet changed() {
    return changed;
  }

  /** Facts that hold as before, with terms that came to be held to be others. */
  BitSet renamed() {
    return merging.renamed();
  }

  /** How many facts were looked at. */
  long work() {
    return matcher.work();
  }

  private void report() {
    progress.report(taken, facts.last());
  }

  void remove(int fact) {
    facts.remove(fact);
    removed.set(fact);
  }

  private void removeUnjustified(Stratum stratum) {
    BitSet disturbed = disturbed(stratum);
    disturbed.or(changed);
    if (removed.isEmpty() && disturbed.isEmpty()) {
      return;
    }
    int first = disturbed.isEmpty() ? removed.nextSetBit(0) : 1;
    for (int fact = first; fact <= known; fact++) {
      int justification = facts.justification(fact);
      if (justification == 0 || !facts.holds(fact)) {
        continue;
      }
      CompiledRule rule = world.compiled().rule(facts.rule(justification));
      if (rule.stratum() == stratum.number() && !stands(rule, justification, disturbed)) {
        if (facts.isAsserted(fact)) {
          facts.dropJustification(fact);
        } else {
          remove(fact);
        }
      }
    }
  }

  private boolean stands(CompiledRule rule, int justification, BitSet disturbed) {
    for (int i = 0; i < rule.patterns().length; i++) {
      if (!facts.holds(facts.premise(justification, i))) {
        return false;
      }
    }
    return !disturbed.get(rule.number()) || matcher.isUndisturbed(rule, justification);
  }

  /** The rules that deny something which a new fact may be. */
  private BitSet disturbed(Stratum stratum) {
    BitSet rules = new BitSet();
    if (known > 0 && stratum.denies()) {
      for (int fact = known + 1; fact <= facts.last(); fact++) {
        if (facts.holds(fact)) {
          mark(rules, stratum.absences(), fact);
        }
      }
    }
    return rules;
  }

  private void mark(BitSet rules, Conditions conditions, int fact) {
    int predicate = facts.predicate(fact);
    for (Condition condition : conditions.ofPredicate(predicate)) {
      rules.set(condition.rule().number());
    }
    for (Condition condition : conditions.ofClass(predicate, facts.object(fact))) {
      rules.set(condition.rule().number());
    }
    for (Condition condition : conditions.ofAnything()) {
      rules.set(condition.rule().number());
    }
  }

  /**
   * Brings back removed facts that rules of a stratum, or of one below, conclude from what is left:
   * a fact may have been found by a higher stratum before a lower one had a reason for it.
   */
  private void justifyAnew(Stratum upTo) {
    for (int fact = removed.nextSetBit(0); fact >= 0; fact = removed.nextSetBit(fact + 1)) {
      merging.forms(
          facts.subject(fact),
          facts.predicate(fact),
          facts.object(fact),
          (subject, predicate, object) -> justify(upTo.number(), subject, predicate, object));
    }
  }

  /** Makes a fact hold if a rule of some stratum or below concludes it from what holds. */
  void justify(int upTo, int subject, int predicate, int object) {
    for (int i = 0; i <= upTo && i < world.compiled().strata().size(); i++) {
      Conditions heads = stratum(i).heads();
      if (facts.find(subject, predicate, object) != 0
          || justify(heads.ofPredicate(predicate), subject, predicate, object)
          || justify(heads.ofClass(predicate, object), subject, predicate, object)
          || justify(heads.ofAnything(), subject, predicate, object)) {
        return;
      }
    }
  }

  private boolean justify(Condition[] heads, int subject, int predicate, int object) {
    for (Condition head : heads) {
      if (matcher.concluding(head.rule(), subject, predicate, object, this::conclude)) {
        return true;
      }
    }
    return false;
  }

  /** Tries rules that deny a fact which holds no longer. */
  private void concludeFromAbsence(Stratum stratum) {
    if (!stratum.denies()) {
      return;
    }
    for (int fact = removed.nextSetBit(0); fact >= 0; fact = removed.nextSetBit(fact + 1)) {
      int predicate = facts.predicate(fact);
      int object = facts.object(fact);
      tryDenying(stratum.absences().ofPredicate(predicate), fact);
      tryDenying(stratum.absences().ofClass(predicate, object), fact);
      tryDenying(stratum.absences().ofAnything(), fact);
    }
  }

  private void tryDenying(Condition[] absences, int fact) {
    for (Condition absence : absences) {
      CompiledRule rule = absence.rule();
      matcher.denying(rule, rule.absences()[absence.position()], fact, this::concludeAll);
    }
  }

  /** Tries all instances of the changed rules of a stratum. */
  private void tryChanged(int stratum) {
    for (int number = changed.nextSetBit(0); number >= 0; number = changed.nextSetBit(number + 1)) {
      CompiledRule rule = world.compiled().rule(number);
      if (rule.stratum() == stratum) {
        matcher.concluding(rule, 0, 0, 0, this::concludeAll);
      }
    }
  }

  /** Takes every fact that is not taken yet, those that follow on the way among them. */
  private void takeNew(Stratum stratum) {
    Conditions bodies = stratum.bodies();
    while (taken < facts.last()) {
      taken++;
      if (taken % REPORT_EVERY == 0) {
        report();
      }
      int fact = taken;
      if (facts.holds(fact)) {
        int predicate = facts.predicate(fact);
        take(bodies.ofPredicate(predicate), fact);
        take(bodies.ofClass(predicate, facts.object(fact)), fact);
        take(bodies.ofAnything(), fact);
      }
    }
  }

  private void take(Condition[] conditions, int fact) {
    for (Condition condition : conditions) {
      matcher.from(condition.rule(), condition.position(), fact, this::concludeAll);
    }
  }

  private boolean concludeAll(CompiledRule rule, int[] values, int[] premises) {
    conclude(rule, values, premises);
    return false;
  }

  /** Adds the conclusion of an instance; whether it may be added at all. */
  private boolean conclude(CompiledRule rule, int[] values, int[] premises) {
    int subject = value(rule.head()[0], values);
    int predicate = value(rule.head()[1], values);
    int object = value(rule.head()[2], values);
    if (predicate == world.sameAs() && world.equality()) {
      return merging.concludeSame(subject, object);
    }
    if (facts.find(subject, predicate, object) == 0) {
      if (world.terms().term(subject).isLiteral() || !world.terms().term(predicate).isURI()) {
        return false; // no graph holds it
      }
      facts.derive(subject, predicate, object, rule.number(), premises, rule.patterns().length);
    }
    return true;
  }

  static int value(int term, int[] values) {
    return term > 0 ? term : values[-1 - term];
  }
}
