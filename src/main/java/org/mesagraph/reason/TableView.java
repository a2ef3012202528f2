package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A table of facts as triples of terms. */
final class TableView implements Lookup {

  private static final int UNKNOWN = -1;

  private final Dictionary terms;
  private final FactTable facts;

  TableView(Dictionary terms, FactTable facts) {
    this.terms = terms;
    this.facts = facts;
  }

  /** The fact of a triple that holds, 0 if it does not. */
  int find(Triple triple) {
    int subject = terms.find(triple.getSubject());
    int predicate = terms.find(triple.getPredicate());
    int object = terms.find(triple.getObject());
    return subject == 0 || predicate == 0 || object == 0
        ? 0
        : facts.find(subject, predicate, object);
  }

  /** The triple of a fact. */
  Triple triple(int fact) {
    return Triple.create(
        terms.term(facts.subject(fact)),
        terms.term(facts.predicate(fact)),
        terms.term(facts.object(fact)));
  }

  @Override
  public boolean contains(Triple triple) {
    return find(triple) != 0;
  }

  @Override
  public List<Triple> matching(Triple pattern) {
    int subject = number(pattern.getSubject());
    int predicate = number(pattern.getPredicate());
    int object = number(pattern.getObject());
    if (subject == UNKNOWN || predicate == UNKNOWN || object == UNKNOWN) {
      return List.of();
    }
    List<Triple> found = new ArrayList<>();
    if (subject != 0 && predicate != 0 && object != 0) {
      if (facts.find(subject, predicate, object) != 0) {
        found.add(pattern);
      }
      return found;
    }
    Cursor cursor = new Cursor(facts, subject, predicate, object);
    for (int fact = cursor.next(); fact != 0; fact = cursor.next()) {
      Triple triple = triple(fact);
      if (Bindings.NONE.unify(pattern, triple).isPresent()) {
        found.add(triple);
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

  /** The number of a term, 0 for a variable. */
  private int number(Node node) {
    if (node.isVariable() || node.equals(Node.ANY)) {
      return 0;
    }
    int number = terms.find(node);
    return number == 0 ? UNKNOWN : number;
  }
}
