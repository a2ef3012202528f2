package org.mesagraph.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Step;

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
    return explain(triple, limit, false);
  }

  /** The same, with every derivation in one step if these are asked for. */
  Explanation explain(Triple triple, int limit, boolean allSteps) {
    ProofSet found = proofs.minimal(triple, limit);
    if (found.found() > 0) {
      List<Step> steps = allSteps ? proofs.steps(triple) : List.of();
      return new Explanation(triple, found, List.of(), Map.of(), List.of(), steps);
    }
    Triple between =
        Triple.create(triple.getSubject(), NodeFactory.createVariable("p"), triple.getObject());
    List<Proof> related =
        closure
            .matching(between)
            .sorted(Comparator.comparing(Triple::toString))
            .flatMap(held -> proofs.one(held).stream())
            .toList();
    WhyNot whyNot = WhyNotSearch.of(closure, triple);
    return new Explanation(triple, found, whyNot.misses(), whyNot.below(), related, List.of());
  }
}
