package org.mesagraph.explain;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Closure;

/**
 * The minimal supports of one triple that holds, one after another: smallest first as long as few
 * enough smaller ones of other triples lie in between, then in the order in which dividing finds
 * them. That a triple is stated is its first support.
 */
final class ProofSearch {

  /** How many sets are joined and compared in looking for the smallest supports. */
  private static final long SMALLEST_FIRST = 1_000_000;

  /** How many triples and steps are passed in dividing, each costing well under a microsecond. */
  private static final long DIVIDING = 20_000_000;

  private static final BitSet STATED = new BitSet();

  private final DerivationGraph graph;
  private final Work ordered = new Work(SMALLEST_FIRST);
  private final SmallestSupports smallest;
  private final DividedSupports divided;
  private final Set<BitSet> returned = new HashSet<>();
  private boolean statedIsNext;

  ProofSearch(Closure closure, Triple triple) {
    graph = DerivationGraph.of(closure, triple);
    smallest = new SmallestSupports(graph, ordered);
    divided = new DividedSupports(graph, new Work(DIVIDING));
    statedIsNext = closure.isAsserted(triple);
  }

  /** The next support, which is empty for the statement of the triple itself. */
  Optional<BitSet> next() {
    if (statedIsNext) {
      statedIsNext = false;
      return Optional.of(STATED);
    }
    Optional<BitSet> next = smallest.next();
    if (next.isEmpty() && !smallest.isDone()) {
      next = divided.next();
      while (next.isPresent() && returned.contains(next.get())) {
        next = divided.next();
      }
    }
    next.ifPresent(returned::add);
    return next;
  }

  /** Whether every support there is was returned, once there is no next one. */
  boolean isComplete() {
    return graph.isWhole() && (smallest.isDone() || divided.isDone());
  }

  /** The smallest proof with a support. */
  Proof proof(BitSet support) {
    return support.isEmpty()
        ? Proof.leaf(graph.triple(DerivationGraph.GOAL))
        : new Chaining(graph, new Work(Long.MAX_VALUE)).smallest(support);
  }

  Stream<Proof> proofs() {
    return Stream.generate(this::next)
        .takeWhile(Optional::isPresent)
        .map(Optional::get)
        .map(this::proof);
  }
}
