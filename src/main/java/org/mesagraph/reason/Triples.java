package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Triples in the order they came, found by subject, by object or by predicate. Terms match if they
 * are the same term, not merely the same value.
 */
final class Triples {

  private final Set<Triple> all = new LinkedHashSet<>();
  private final Map<Node, List<Triple>> bySubject = new HashMap<>();
  private final Map<Node, List<Triple>> byPredicate = new HashMap<>();
  private final Map<Node, List<Triple>> byObject = new HashMap<>();

  /** Whether the triple was not there before. */
  boolean add(Triple triple) {
    if (!all.add(triple)) {
      return false;
    }
    bySubject.computeIfAbsent(triple.getSubject(), node -> new ArrayList<>()).add(triple);
    byPredicate.computeIfAbsent(triple.getPredicate(), node -> new ArrayList<>()).add(triple);
    byObject.computeIfAbsent(triple.getObject(), node -> new ArrayList<>()).add(triple);
    return true;
  }

  boolean contains(Triple triple) {
    return all.contains(triple);
  }

  Set<Triple> all() {
    return Collections.unmodifiableSet(all);
  }

  boolean any(Triple pattern) {
    return !matching(pattern).isEmpty();
  }

  /**
   * The triples that match, variables standing for anything. A variable that occurs twice must
   * match the same term.
   */
  List<Triple> matching(Triple pattern) {
    if (pattern.isConcrete()) {
      return all.contains(pattern) ? List.of(pattern) : List.of();
    }
    List<Triple> result = new ArrayList<>();
    for (Triple triple : candidates(pattern)) {
      if (Bindings.NONE.unify(pattern, triple).isPresent()) {
        result.add(triple);
      }
    }
    return result;
  }

  private Iterable<Triple> candidates(Triple pattern) {
    List<Triple> best = null;
    best = shorter(best, bySubject, pattern.getSubject());
    best = shorter(best, byObject, pattern.getObject());
    best = shorter(best, byPredicate, pattern.getPredicate());
    return best == null ? all : best;
  }

  private static List<Triple> shorter(List<Triple> best, Map<Node, List<Triple>> index, Node term) {
    if (term.isVariable()) {
      return best;
    }
    List<Triple> here = index.getOrDefault(term, List.of());
    return best == null || here.size() < best.size() ? here : best;
  }
}
