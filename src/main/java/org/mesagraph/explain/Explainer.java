package org.mesagraph.explain;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Closure;

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
    List<Triple> related =
        closure.matching(between).sorted(Comparator.comparing(Triple::toString)).toList();
    return new Explanation(triple, found, closure.nearMisses(triple), related);
  }
}
