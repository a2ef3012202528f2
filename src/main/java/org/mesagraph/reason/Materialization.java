package org.mesagraph.reason;

import java.util.BitSet;
import org.mesagraph.reason.CompiledProgram.Stratum;
import org.mesagraph.reason.Conditions.Condition;

/**
 * Brings a table of facts to the fixpoint of a program, from nothing or after a change.
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
 * @see <a href="https://doi.org/10.1609/aaai.v28i1.8730">Motik et al. 2014, Parallel
 *     Materialisation of Datalog Programs in Centralised, Main-Memory RDF Systems</a>
 * @see <a href="https://doi.org/10.1145/170036.170066">Gupta et al. 1993, Maintaining Views
 *     Incrementally</a>
 */
final class Materialization {

  private static final int REPORT_EVERY = 4096;

  private final Dictionary terms;
  private final FactTable facts;
  private final CompiledProgram program;
  private final Progress progress;
  private final Matcher matcher;
  private final BitSet removed = new BitSet();
  private final int known;

  /** Work on a table to which nobody else writes. */
  Materialization(Dictionary terms, FactTable facts, CompiledProgram program, Progress progress) {
    this.terms = terms;
    this.facts = facts;
    this.program = program;
    this.progress = progress;
    this.matcher = new Matcher(facts, terms);
    this.known = facts.last();
  }

  /** Asserts three terms. */
  void add(int subject, int predicate, int object) {
    int fact = facts.find(subject, predicate, object);
    if (fact == 0) {
      facts.assertNew(subject, predicate, object);
    } else if (!facts.isAsserted(fact)) {
      facts.markAsserted(fact);
    }
  }

  /** Asserts three terms no longer. */
  void retract(int subject, int predicate, int object) {
    int fact = facts.find(subject, predicate, object);
    if (fact == 0 || !facts.isAsserted(fact)) {
      return;
    }
    if (facts.justification(fact) == 0) {
      remove(fact);
    } else {
      facts.unmarkAsserted(fact);
    }
  }

  /** Draws the consequences of all that was added and retracted. */
  void close() {
    for (Stratum stratum : program.strata()) {
      removeUnjustified(stratum);
      justifyAnew(stratum);
      concludeFromAbsence(stratum);
      takeNew(stratum);
    }
  }

  /** The facts that were removed on the way, some of which may hold again in another place. */
  BitSet removed() {
    return removed;
  }

  /** The newest fact of before. */
  int known() {
    return known;
  }

  /** How many facts were looked at. */
  long work() {
    return matcher.work();
  }

  private void remove(int fact) {
    facts.remove(fact);
    removed.set(fact);
  }

  private void removeUnjustified(Stratum stratum) {
    BitSet disturbed = disturbed(stratum);
    if (removed.isEmpty() && disturbed.isEmpty()) {
      return;
    }
    int first = disturbed.isEmpty() ? removed.nextSetBit(0) : 1;
    for (int fact = first; fact <= known; fact++) {
      int justification = facts.justification(fact);
      if (justification == 0 || !facts.holds(fact)) {
        continue;
      }
      CompiledRule rule = program.rule(facts.rule(justification));
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
    int looked = 0;
    for (int fact = removed.nextSetBit(0); fact >= 0; fact = removed.nextSetBit(fact + 1)) {
      looked++;
      if (looked % REPORT_EVERY == 0) {
        progress.report(looked, facts.holding());
      }
      int predicate = facts.predicate(fact);
      int object = facts.object(fact);
      boolean found = false;
      for (int i = 0; i <= upTo.number() && !found; i++) {
        Conditions heads = program.strata().get(i).heads();
        found =
            justify(heads.ofPredicate(predicate), fact)
                || justify(heads.ofClass(predicate, object), fact)
                || justify(heads.ofAnything(), fact);
      }
    }
  }

  private boolean justify(Condition[] heads, int fact) {
    int subject = facts.subject(fact);
    int predicate = facts.predicate(fact);
    int object = facts.object(fact);
    if (facts.find(subject, predicate, object) != 0) {
      return true;
    }
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

  /** Takes every fact that is new, those that follow on the way among them. */
  private void takeNew(Stratum stratum) {
    Conditions bodies = stratum.bodies();
    for (int fact = known + 1; fact <= facts.last(); fact++) {
      if (fact % REPORT_EVERY == 0) {
        progress.report(fact, facts.last());
      }
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
    if (facts.find(subject, predicate, object) == 0) {
      if (terms.term(subject).isLiteral()) {
        return false; // no graph holds it
      }
      facts.derive(subject, predicate, object, rule.number(), premises, rule.patterns().length);
    }
    return true;
  }

  private static int value(int term, int[] values) {
    return term > 0 ? term : values[-1 - term];
  }
}
