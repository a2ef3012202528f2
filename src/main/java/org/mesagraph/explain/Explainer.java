package org.mesagraph.explain;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.NearMiss;

/** Answers "why?" and "why not?". */
public final class Explainer {

  private final Closure closure;
  private final Proofs proofs;

  public Explainer(Closure closure) {
    this.closure = closure;
    this.proofs = new Proofs(closure);
  }

  /** Explains a triple with at most so many proofs. */
  public Explanation explain(Triple triple, int limit) {
    ProofSet found = proofs.minimal(triple, limit);
    if (found.found() > 0) {
      return new Explanation(triple, found, List.of(), List.of());
    }
    Triple between =
        Triple.create(triple.getSubject(), NodeFactory.createVariable("p"), triple.getObject());
    List<Proof> related =
        closure
            .matching(between)
            .sorted(Comparator.comparing(Triple::toString))
            .map(held -> proofs.minimal(held, 1).proofs().get(0))
            .toList();
    return new Explanation(triple, found, nearest(triple), related);
  }

  /** Near misses, first those that lack something about the object, then about the subject. */
  private List<NearMiss> nearest(Triple triple) {
    return closure.nearMisses(triple).stream()
        .sorted(
            Comparator.comparing((NearMiss miss) -> !lacks(miss, triple.getObject()))
                .thenComparing(miss -> !lacks(miss, triple.getSubject())))
        .toList();
  }

  private static boolean lacks(NearMiss miss, Node node) {
    return miss.missing().stream()
        .anyMatch(missing -> missing.getObject().equals(node) || missing.getSubject().equals(node));
  }
}
