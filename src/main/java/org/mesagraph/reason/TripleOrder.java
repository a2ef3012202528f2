package org.mesagraph.reason;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Triple;

/** The order in which triples are told, whatever order they were found in. */
final class TripleOrder {

  private static final Comparator<Triple> ORDER =
      Comparator.comparing((Triple triple) -> triple.getSubject().toString())
          .thenComparing(triple -> triple.getPredicate().toString())
          .thenComparing(triple -> triple.getObject().toString());

  private TripleOrder() {}

  /** The triples by subject, predicate and object. */
  static List<Triple> sort(Collection<Triple> triples) {
    return triples.stream().sorted(ORDER).toList();
  }
}
