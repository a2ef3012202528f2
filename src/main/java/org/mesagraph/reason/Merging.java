package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Holds terms to be one that {@code owl:sameAs} says are, and to be different again when nothing
 * says so any more.
 *
 * <p>When cliques are merged, every fact that mentions a term which no longer stands for itself is
 * removed together with what rests on it, and all of that is asserted or justified anew in the
 * representatives of then.
 *
 * <p>When facts are removed, every clique is split up that such a fact had a part in by any
 * derivation, or whose {@code owl:sameAs} was retracted: all facts that mention it are removed, and
 * what was asserted of its members and what still follows comes back, which may merge some of them
 * again. That is more than need be, and never too little: what makes a clique without any removed
 * fact still makes it.
 *
 * @see <a href="https://www.ijcai.org/Proceedings/15/Papers/442.pdf">Motik et al. 2015, Combining
 *     Rewriting and Incremental Materialisation Maintenance for Datalog Programs with Equality</a>
 */
final class Merging {

  /** Takes three terms. */
  @FunctionalInterface
  interface Form {
    void take(int subject, int predicate, int object);
  }

  private record Pair(int one, int other) {}

  private final World world;
  private final Materialization work;
  private final Matcher matcher;
  private final FactTable facts;
  private final Cliques cliques;
  private final BitSet marked = new BitSet();
  private final BitSet renamed = new BitSet();
  private final List<int[]> retracted = new ArrayList<>();
  private final Set<Integer> splitting = new TreeSet<>();
  private final Map<Integer, int[]> formerly = new HashMap<>();
  private List<Pair> pending = new ArrayList<>();

  Merging(World world, Materialization work, Matcher matcher) {
    this.world = world;
    this.work = work;
    this.matcher = matcher;
    this.facts = world.facts();
    this.cliques = world.cliques();
  }

  /** Asserts three terms that are not asserted. */
  void add(int subject, int predicate, int object) {
    world.stated().assertNew(subject, predicate, object);
    state(subject, predicate, object);
  }

  private void state(int subject, int predicate, int object) {
    if (predicate == world.sameAs() && subject != object) {
      pending.add(new Pair(subject, object));
      return;
    }
    int[] image = {cliques.of(subject), cliques.of(predicate), cliques.of(object)};
    if (predicate == world.sameAs()) {
      int held = facts.find(image[0], image[1], image[2]);
      if (held != 0 && !facts.isAsserted(held)) {
        work.remove(held); // now that it is said it means more, so that it is taken anew
      }
    }
    work.assertFact(image[0], image[1], image[2]);
  }

  /** Asserts three terms no longer that are asserted. */
  void retract(int subject, int predicate, int object) {
    FactTable stated = world.stated();
    stated.remove(stated.find(subject, predicate, object));
    if (predicate == world.sameAs() && subject != object) {
      splitting.add(cliques.of(subject));
      return;
    }
    int[] image = {cliques.of(subject), cliques.of(predicate), cliques.of(object)};
    int fact = facts.find(image[0], image[1], image[2]);
    boolean others = standsForOthers(image);
    if (!others && facts.justification(fact) != 0) {
      facts.unmarkAsserted(fact);
    } else {
      marked.set(fact);
      retracted.add(image);
    }
  }

  private boolean standsForOthers(int[] terms) {
    for (int term : terms) {
      if (cliques.standsForOthers(term)) {
        return true;
      }
    }
    return false;
  }

  /** Concludes that two terms are one; false if no graph holds it. */
  boolean concludeSame(int subject, int object) {
    if (isLiteral(subject) || isLiteral(object)) {
      return false;
    }
    if (subject != object) {
      pending.add(new Pair(subject, object));
    }
    return true;
  }

  private boolean isLiteral(int term) {
    return world.terms().term(term).isLiteral();
  }

  /** Whether there are terms to merge. */
  boolean isDue() {
    return !pending.isEmpty();
  }

  /** Facts that hold as before, with terms that came to stand for others as well. */
  BitSet renamed() {
    return renamed;
  }

  /**
   * What a removed fact may have to come back as: in the representatives of now, and in each member
   * of a clique that was split.
   */
  void forms(int subject, int predicate, int object, Form form) {
    if (predicate == world.sameAs() && world.equality()) {
      return; // concluded by merging alone
    }
    if (formerly.isEmpty()) {
      form.take(cliques.of(subject), cliques.of(predicate), cliques.of(object));
      return;
    }
    for (int one : formsOf(subject)) {
      for (int two : formsOf(predicate)) {
        for (int three : formsOf(object)) {
          form.take(one, two, three);
        }
      }
    }
  }

  private int[] formsOf(int term) {
    int[] members = formerly.get(term);
    if (members == null) {
      return new int[] {cliques.of(term)};
    }
    return Arrays.stream(members).map(cliques::of).distinct().toArray();
  }

  /** Removes what was retracted, and splits every clique that rested on some of it. */
  void split() {
    splitting.forEach(this::markMentioning);
    if (marked.isEmpty()) {
      return;
    }
    splitAffected();
    markUnjustified();
    removeMarked();
    for (int clique : splitting) {
      formerly.put(clique, cliques.members(clique));
      cliques.dissolve(clique);
    }
    if (!splitting.isEmpty()) {
      work.changed().or(world.compileAnew());
      for (CompiledRule rule : world.compiled().rules()) {
        if (rule.mayConclude(world.sameAs()) && (rule.head()[0] > 0 || rule.head()[2] > 0)) {
          work.changed().set(rule.number());
        }
      }
    }
    formerly.values().forEach(this::stateAnew);
    retracted.forEach(this::stateAnewIfImage);
    retracted.forEach(image -> keepClique(image[0], image[1]));
  }

  /** Marks all facts of a clique. */
  private void markMentioning(int clique) {
    mentioning(facts, clique, marked::set);
  }

  private static void mentioning(FactTable table, int term, IntConsumer taker) {
    take(new Cursor(table, term, 0, 0), taker);
    take(new Cursor(table, 0, term, 0), taker);
    take(new Cursor(table, 0, 0, term), taker);
  }

  private static void take(Cursor cursor, IntConsumer taker) {
    for (int fact = cursor.next(); fact != 0; fact = cursor.next()) {
      taker.accept(fact);
    }
  }

  /** Marks what rests on marked facts, by the justifications of the lowest stratum. */
  private void markUnjustified() {
    for (int fact = marked.nextSetBit(0); fact >= 0 && fact <= facts.last(); fact++) {
      int justification = facts.justification(fact);
      if (justification != 0 && facts.holds(fact) && !marked.get(fact)) {
        CompiledRule rule = world.compiled().rule(facts.rule(justification));
        if (rule.stratum() == 0 && restsOnMarked(rule, justification)) {
          if (facts.isAsserted(fact)) {
            facts.dropJustification(fact);
          } else {
            marked.set(fact);
          }
        }
      }
    }
  }

  private boolean restsOnMarked(CompiledRule rule, int justification) {
    for (int i = 0; i < rule.patterns().length; i++) {
      if (marked.get(facts.premise(justification, i))) {
        return true;
      }
    }
    return false;
  }

  /** Splits every clique that something marked had a part in, and marks all facts of it. */
  private void splitAffected() {
    if (cliques.areTrivial()) {
      return;
    }
    Influence influence = new Influence(world, matcher);
    marked.stream().forEach(influence::add);
    influence.follow(
        clique -> {
          if (splitting.add(clique)) {
            markMentioning(clique);
            mentioning(facts, clique, influence::add);
          }
        });
  }

  private void removeMarked() {
    marked.stream().filter(facts::holds).forEach(work::remove);
    marked.clear();
  }

  private void stateAnew(int[] members) {
    BitSet found = new BitSet();
    for (int member : members) {
      mentioning(world.stated(), member, found::set);
    }
    found.stream().forEach(this::stateAnew);
  }

  private void stateAnew(int fact) {
    FactTable stated = world.stated();
    state(stated.subject(fact), stated.predicate(fact), stated.object(fact));
  }

  /** Asserts a fact if something else that is stated comes to the same. */
  private void stateAnewIfImage(int[] image) {
    FactTable stated = world.stated();
    for (int subject : cliques.members(image[0])) {
      for (int predicate : cliques.members(image[1])) {
        Cursor cursor = new Cursor(stated, subject, predicate, 0);
        for (int fact = cursor.next(); fact != 0; fact = cursor.next()) {
          if (cliques.of(stated.object(fact)) == image[2]) {
            stateAnew(fact);
          }
        }
      }
    }
  }

  /** A clique stands even if nobody says of it that it is itself. */
  private void keepClique(int representative, int predicate) {
    if (predicate == world.sameAs()
        && cliques.standsForOthers(representative)
        && facts.find(representative, predicate, representative) == 0) {
      facts.hold(representative, predicate, representative);
    }
  }

  /** Merges what is due. */
  void merge() {
    Set<Integer> absorbed = new TreeSet<>();
    Set<Integer> grown = new TreeSet<>();
    for (Pair pair : pending) {
      int one = cliques.of(pair.one());
      int other = cliques.of(pair.other());
      if (one != other) {
        int representative = cliques.merge(one, other);
        absorbed.add(representative == one ? other : one);
        grown.add(representative);
      }
    }
    pending = new ArrayList<>();
    if (absorbed.isEmpty()) {
      return;
    }
    grown.removeAll(absorbed);
    absorbed.forEach(this::markMentioning);
    markUnjustified();
    BitSet gone = (BitSet) marked.clone();
    BitSet asserted = new BitSet();
    gone.stream().filter(facts::isAsserted).forEach(asserted::set);
    removeMarked();
    work.changed().or(world.compileAnew());
    asserted.stream()
        .forEach(
            fact ->
                work.assertFact(
                    cliques.of(facts.subject(fact)),
                    cliques.of(facts.predicate(fact)),
                    cliques.of(facts.object(fact))));
    for (int representative : grown) {
      mentioning(facts, representative, renamed::set);
      if (facts.find(representative, world.sameAs(), representative) == 0) {
        facts.hold(representative, world.sameAs(), representative);
      }
    }
    gone.stream()
        .forEach(
            fact ->
                forms(
                    facts.subject(fact),
                    facts.predicate(fact),
                    facts.object(fact),
                    (subject, predicate, object) -> work.justify(0, subject, predicate, object)));
  }
}
