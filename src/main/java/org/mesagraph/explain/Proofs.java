package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.mesagraph.explain.ProofSet.Extent;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Step;

/**
 * Finds minimal proofs: acyclic derivations that rest on a set of stated triples of which no proper
 * subset would do. A premise that is stated is a leaf, even if it follows from others as well. What
 * a step needs to be absent is absent in the closure and belongs to the step: a support is minimal
 * given what else is stated and what is not.
 *
 * <p>Which sets of leaves would do is asked of the {@link DerivationGraph}, of which at most
 * {@value DerivationGraph#MOST_STEPS} steps are looked at.
 */
public final class Proofs {

  /** How many supports are counted, unless more are asked for. */
  static final int COUNTED = 1_000;

  private final Closure closure;

  public Proofs(Closure closure) {
    this.closure = closure;
  }

  /**
   * One minimal proof of a triple, made from the stored derivation; none if it does not hold. Takes
   * a time that does not depend on how many proofs there are.
   */
  public Optional<Proof> one(Triple triple) {
    if (!closure.contains(triple)) {
      return Optional.empty();
    }
    if (closure.isAsserted(triple)) {
      return Optional.of(Proof.leaf(triple));
    }
    DerivationGraph graph = DerivationGraph.of(closure, triple);
    Chaining chaining = new Chaining(graph, new Work(Long.MAX_VALUE));
    BitSet support = chaining.reduce(graph.storedLeaves(), new BitSet());
    return Optional.of(chaining.smallest(support));
  }

  /** Every derivation of a triple in one step, in a fixed order. */
  public List<Step> steps(Triple triple) {
    return closure.steps(triple);
  }

  /**
   * The minimal proofs of a triple, each found when it is asked for; none if it does not hold. The
   * stream ends early if the search comes to the end of its budget.
   */
  public Stream<Proof> stream(Triple triple) {
    if (!closure.contains(triple)) {
      return Stream.empty();
    }
    return new ProofSearch(closure, triple).proofs();
  }

  /**
   * The minimal proofs of a triple, at most so many; none if it does not hold. If the search is cut
   * short, at least one proof is found nevertheless.
   */
  public ProofSet minimal(Triple triple, int limit) {
    if (!closure.contains(triple)) {
      return new ProofSet(List.of(), 0, Extent.ALL);
    }
    ProofSearch search = new ProofSearch(closure, triple);
    int most = Math.max(limit, COUNTED);
    List<BitSet> supports = new ArrayList<>();
    Optional<BitSet> next = search.next();
    while (next.isPresent() && supports.size() < most) {
      supports.add(next.get());
      next = search.next();
    }
    if (supports.isEmpty()) {
      return new ProofSet(one(triple).stream().limit(limit).toList(), 1, Extent.CUT);
    }
    Extent extent = next.isPresent() ? Extent.MORE : search.isComplete() ? Extent.ALL : Extent.CUT;
    List<Proof> proofs = supports.stream().limit(limit).map(search::proof).toList();
    return new ProofSet(proofs, supports.size(), extent);
  }
}
