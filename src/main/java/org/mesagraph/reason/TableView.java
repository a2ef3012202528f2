package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A world as triples of terms. What holds of one member of a clique holds of all of them, and each
 * is the same as each other one.
 */
final class TableView implements Lookup {

  private static final int UNKNOWN = -1;

  private final World world;
  private final Dictionary terms;
  private final FactTable facts;
  private final Cliques cliques;

  TableView(World world) {
    this.world = world;
    this.terms = world.terms();
    this.facts = world.facts();
    this.cliques = world.cliques();
  }

  /** The triple of a fact, in representatives. */
  Triple triple(int fact) {
    return triple(facts.subject(fact), facts.predicate(fact), facts.object(fact));
  }

  private Triple triple(int subject, int predicate, int object) {
    return Triple.create(terms.term(subject), terms.term(predicate), terms.term(object));
  }

  /** The fact that says a triple, 0 if none does. */
  int find(Triple triple) {
    int subject = representative(triple.getSubject());
    int predicate = representative(triple.getPredicate());
    int object = representative(triple.getObject());
    return subject == 0 || predicate == 0 || object == 0
        ? 0
        : facts.find(subject, predicate, object);
  }

  boolean isAsserted(Triple triple) {
    int subject = terms.find(triple.getSubject());
    int predicate = terms.find(triple.getPredicate());
    int object = terms.find(triple.getObject());
    return subject != 0 && predicate != 0 && object != 0 && isStated(subject, predicate, object);
  }

  /** All triples that are asserted, in the order in which they were. */
  List<Triple> asserted() {
    FactTable stated = world.stated();
    return IntStream.rangeClosed(1, stated.last())
        .filter(fact -> stated.holds(fact) && stated.isAsserted(fact))
        .mapToObj(fact -> triple(stated.subject(fact), stated.predicate(fact), stated.object(fact)))
        .toList();
  }

  private boolean isStated(int subject, int predicate, int object) {
    int fact = world.stated().find(subject, predicate, object);
    return fact != 0 && world.stated().isAsserted(fact);
  }

  /** Whether a triple holds without being asserted. */
  boolean isInferred(Triple triple) {
    return contains(triple) && !isAsserted(triple);
  }

  /** The triples that a fact stands for. */
  List<Triple> expand(int fact) {
    if (cliques.areTrivial()) {
      return List.of(triple(fact));
    }
    List<Triple> triples = new ArrayList<>();
    int[] predicates = cliques.members(facts.predicate(fact));
    int[] objects = cliques.members(facts.object(fact));
    for (int subject : cliques.members(facts.subject(fact))) {
      for (int predicate : predicates) {
        for (int object : objects) {
          if (isSaid(subject, predicate, object)) {
            triples.add(triple(subject, predicate, object));
          }
        }
      }
    }
    return triples;
  }

  /** That something is itself is not told unless it is stated. */
  private boolean isSaid(int subject, int predicate, int object) {
    return subject != object
        || predicate != world.sameAs()
        || !world.equality()
        || isStated(subject, predicate, object);
  }

  @Override
  public boolean contains(Triple triple) {
    return find(triple) != 0
        && (!triple.getSubject().equals(triple.getObject())
            || isSaid(
                terms.find(triple.getSubject()),
                terms.find(triple.getPredicate()),
                terms.find(triple.getObject())));
  }

  @Override
  public List<Triple> matching(Triple pattern) {
    if (pattern.isConcrete()) {
      return contains(pattern) ? List.of(pattern) : List.of();
    }
    int subject = number(pattern.getSubject());
    int predicate = number(pattern.getPredicate());
    int object = number(pattern.getObject());
    if (subject == UNKNOWN || predicate == UNKNOWN || object == UNKNOWN) {
      return List.of();
    }
    List<Triple> found = new ArrayList<>();
    Cursor cursor = new Cursor(facts, subject, predicate, object);
    for (int fact = cursor.next(); fact != 0; fact = cursor.next()) {
      for (Triple triple : expand(fact)) {
        if (Bindings.NONE.unify(pattern, triple).isPresent()) {
          found.add(triple);
        }
      }
    }
    return found;
  }

  @Override
  public long expected(Triple pattern) {
    int subject = number(pattern.getSubject());
    int predicate = number(pattern.getPredicate());
    int object = number(pattern.getObject());
    return subject == UNKNOWN || predicate == UNKNOWN || object == UNKNOWN
        ? 0
        : facts.expected(subject, predicate, object);
  }

  /** The number of what stands for a term, 0 for a variable. */
  private int number(Node node) {
    if (node.isVariable() || node.equals(Node.ANY)) {
      return 0;
    }
    int number = representative(node);
    return number == 0 ? UNKNOWN : number;
  }

  /** The number of what stands for a term, 0 if it has none. */
  int representative(Node term) {
    return cliques.of(terms.find(term));
  }
}
