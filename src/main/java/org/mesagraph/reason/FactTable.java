package org.mesagraph.reason;

import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * Facts in the order in which they were found, as numbers of terms, with their justifications.
 *
 * <p>A fact is known by its place, from 1 upwards. Facts are appended and never moved; one that is
 * removed stays in its place, without holding, until the table is packed. Every premise of a
 * justification stands before its conclusion, so that no fact rests on itself. Copies share what
 * neither has changed.
 *
 * <p>A table takes {@value #MOST} facts, those that were removed among them, and justifications of
 * four numbers each on the average; more are refused with a {@link MesagraphException} of kind
 * LIMIT, before any number overflows.
 */
final class FactTable implements Chain {

  private static final int HOLDS = 1;
  private static final int ASSERTED = 2;
  private static final int FLAGS = 2;
  private static final int FIRST_CAPACITY = 64;
  private static final int MOST = 1 << 28;

  private final IntPages subjects;
  private final IntPages predicates;
  private final IntPages objects;

  /** The flags, and above them where the justification begins. */
  private final IntPages status;

  private final IntPages justifications;
  private final TermChain bySubject;
  private final TermChain byPredicate;
  private final TermChain byObject;
  private final PairChain bySubjectPredicate;
  private final PairChain byPredicateObject;
  private final int most;
  private IntPages slots;
  private int capacity;
  private int last;
  private int holding;
  private int asserted;
  private int justified = 1;

  FactTable() {
    this(MOST);
  }

  /** A table of at most so many facts, which are no more than {@value #MOST}. */
  FactTable(int most) {
    this.most = most;
    subjects = new IntPages();
    predicates = new IntPages();
    objects = new IntPages();
    status = new IntPages();
    justifications = new IntPages();
    bySubject = new TermChain();
    byPredicate = new TermChain();
    byObject = new TermChain();
    bySubjectPredicate = new PairChain(subjects, predicates);
    byPredicateObject = new PairChain(predicates, objects);
    capacity = FIRST_CAPACITY;
    slots = new IntPages();
    slots.grow(capacity);
  }

  /** A copy; from now on the original must only be read. */
  FactTable(FactTable original) {
    subjects = new IntPages(original.subjects);
    predicates = new IntPages(original.predicates);
    objects = new IntPages(original.objects);
    status = new IntPages(original.status);
    justifications = new IntPages(original.justifications);
    bySubject = new TermChain(original.bySubject);
    byPredicate = new TermChain(original.byPredicate);
    byObject = new TermChain(original.byObject);
    bySubjectPredicate = new PairChain(original.bySubjectPredicate, subjects, predicates);
    byPredicateObject = new PairChain(original.byPredicateObject, predicates, objects);
    slots = new IntPages(original.slots);
    capacity = original.capacity;
    last = original.last;
    holding = original.holding;
    asserted = original.asserted;
    justified = original.justified;
    most = original.most;
  }

  /** The place of the newest fact. */
  int last() {
    return last;
  }

  /** How many facts hold. */
  int holding() {
    return holding;
  }

  /** How many facts are asserted. */
  int asserted() {
    return asserted;
  }

  int subject(int fact) {
    return subjects.get(fact);
  }

  int predicate(int fact) {
    return predicates.get(fact);
  }

  int object(int fact) {
    return objects.get(fact);
  }

  boolean holds(int fact) {
    return (status.get(fact) & HOLDS) != 0;
  }

  boolean isAsserted(int fact) {
    return (status.get(fact) & ASSERTED) != 0;
  }

  /** Where the justification of a fact begins, 0 if it has none. */
  int justification(int fact) {
    return status.get(fact) >>> FLAGS;
  }

  /** The rule at the beginning of a justification. */
  int rule(int justification) {
    return justifications.get(justification);
  }

  /** A premise of a justification, counted from 0. */
  int premise(int justification, int number) {
    return justifications.get(justification + 1 + number);
  }

  /** The fact of three terms that holds, 0 if there is none. */
  int find(int subject, int predicate, int object) {
    int fact = slots.get(slot(subject, predicate, object));
    return fact != 0 && holds(fact) ? fact : 0;
  }

  /** How many facts with some given terms hold at most; 0 stands for anything. */
  int expected(int subject, int predicate, int object) {
    if (predicate != 0) {
      if (subject != 0) {
        return object == 0
            ? bySubjectPredicate.count(subject, predicate)
            : find(subject, predicate, object) == 0 ? 0 : 1;
      }
      return object == 0
          ? byPredicate.count(predicate, 0)
          : byPredicateObject.count(predicate, object);
    }
    int some = holding;
    if (subject != 0) {
      some = bySubject.count(subject, 0);
    }
    return object == 0 ? some : Math.min(some, byObject.count(object, 0));
  }

  @Override
  public int first(int any, int other) {
    return last == 0 ? 0 : 1;
  }

  @Override
  public int next(int fact) {
    return fact == last ? 0 : fact + 1;
  }

  @Override
  public int count(int any, int other) {
    return holding;
  }

  Chain bySubject() {
    return bySubject;
  }

  Chain byPredicate() {
    return byPredicate;
  }

  Chain byObject() {
    return byObject;
  }

  Chain bySubjectPredicate() {
    return bySubjectPredicate;
  }

  Chain byPredicateObject() {
    return byPredicateObject;
  }

  /** Appends an asserted fact that does not hold yet. */
  int assertNew(int subject, int predicate, int object) {
    int fact = append(subject, predicate, object, HOLDS | ASSERTED);
    asserted++;
    return fact;
  }

  /** Appends a fact that holds without being asserted or justified. */
  int hold(int subject, int predicate, int object) {
    return append(subject, predicate, object, HOLDS);
  }

  /**
   * Appends a fact that does not hold yet, with its justification.
   *
   * @param premises places of facts that hold
   * @param count how many of them there are
   */
  int derive(int subject, int predicate, int object, int rule, int[] premises, int count) {
    int begin = justified;
    if (begin > (most << FLAGS) - count - 1) {
      throw full("reasons for facts");
    }
    justifications.grow(begin + count + 1);
    justifications.set(begin, rule);
    for (int i = 0; i < count; i++) {
      justifications.set(begin + 1 + i, premises[i]);
    }
    justified += count + 1;
    return append(subject, predicate, object, begin << FLAGS | HOLDS);
  }

  private int append(int subject, int predicate, int object, int flags) {
    if (last == most) {
      throw full("facts");
    }
    last++;
    int fact = last;
    subjects.grow(fact + 1);
    predicates.grow(fact + 1);
    objects.grow(fact + 1);
    status.grow(fact + 1);
    subjects.set(fact, subject);
    predicates.set(fact, predicate);
    objects.set(fact, object);
    status.set(fact, flags);
    bySubject.append(subject, fact);
    byPredicate.append(predicate, fact);
    byObject.append(object, fact);
    bySubjectPredicate.append(fact);
    byPredicateObject.append(fact);
    slots.set(slot(subject, predicate, object), fact);
    holding++;
    if (last * 3 > capacity * 2) {
      rehash();
    }
    return fact;
  }

  private MesagraphException full(String what) {
    return new MesagraphException(
        Kind.LIMIT,
        "more %s than fit into one table of %,d – load less, or drop rules that conclude much"
            .formatted(what, most));
  }

  /** Marks a fact that holds as asserted. */
  void markAsserted(int fact) {
    asserted++;
    status.set(fact, status.get(fact) | ASSERTED);
  }

  /** Marks an asserted fact as no longer so; it holds on. */
  void unmarkAsserted(int fact) {
    asserted--;
    status.set(fact, status.get(fact) & ~ASSERTED);
  }

  /** Forgets the justification of an asserted fact. */
  void dropJustification(int fact) {
    status.set(fact, status.get(fact) & (HOLDS | ASSERTED));
  }

  /** Removes a fact that holds. */
  void remove(int fact) {
    if (isAsserted(fact)) {
      unmarkAsserted(fact);
    }
    status.set(fact, status.get(fact) & ~HOLDS);
    bySubject.discount(subject(fact));
    byPredicate.discount(predicate(fact));
    byObject.discount(object(fact));
    bySubjectPredicate.discount(fact);
    byPredicateObject.discount(fact);
    holding--;
  }

  /**
   * A table of the facts that hold, in the same order.
   *
   * @param program the rules of the justifications
   */
  FactTable pack(CompiledProgram program) {
    FactTable packed = new FactTable(most);
    IntPages places = new IntPages();
    places.grow(last + 1);
    int[] premises = new int[CompiledRule.MOST];
    for (int fact = 1; fact <= last; fact++) {
      if (holds(fact)) {
        int justification = justification(fact);
        if (justification == 0 && isAsserted(fact)) {
          packed.assertNew(subject(fact), predicate(fact), object(fact));
        } else if (justification == 0) {
          packed.hold(subject(fact), predicate(fact), object(fact));
        } else {
          int rule = rule(justification);
          int count = program.rule(rule).patterns().length;
          for (int i = 0; i < count; i++) {
            premises[i] = places.get(premise(justification, i));
          }
          packed.derive(subject(fact), predicate(fact), object(fact), rule, premises, count);
          if (isAsserted(fact)) {
            packed.markAsserted(packed.last);
          }
        }
        places.set(fact, packed.last);
      }
    }
    return packed;
  }

  private void rehash() {
    capacity *= 2;
    slots = new IntPages();
    slots.grow(capacity);
    for (int fact = 1; fact <= last; fact++) {
      slots.set(slot(subject(fact), predicate(fact), object(fact)), fact);
    }
  }

  /** The slot that holds the newest fact of three terms, or the free one where it belongs. */
  private int slot(int subject, int predicate, int object) {
    int slot = Hash.of(subject, predicate, object) & (capacity - 1);
    while (true) {
      int fact = slots.get(slot);
      if (fact == 0
          || (subject(fact) == subject && predicate(fact) == predicate && object(fact) == object)) {
        return slot;
      }
      slot = (slot + 1) & (capacity - 1);
    }
  }
}
