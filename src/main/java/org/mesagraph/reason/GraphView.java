package org.mesagraph.reason;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A graph in which rules can be matched. */
record GraphView(Graph graph) implements Lookup {

  private static final long FAR_FEWER = 1_000;

  @Override
  public boolean contains(Triple triple) {
    return graph.contains(triple);
  }

  @Override
  public List<Triple> matching(Triple pattern) {
    return graph
        .find(any(pattern.getSubject()), any(pattern.getPredicate()), any(pattern.getObject()))
        .filterKeep(triple -> Bindings.NONE.unify(pattern, triple).isPresent())
        .toList();
  }

  /** A graph does not count its triples by term; each term that is given leaves far fewer. */
  @Override
  public long expected(Triple pattern) {
    long expected = Long.MAX_VALUE;
    for (Node term : List.of(pattern.getSubject(), pattern.getObject(), pattern.getPredicate())) {
      expected /= term.isVariable() ? 1 : FAR_FEWER;
    }
    return expected;
  }

  private static Node any(Node node) {
    return node.isVariable() ? Node.ANY : node;
  }
}
