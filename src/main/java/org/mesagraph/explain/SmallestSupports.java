package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.mesagraph.explain.DerivationGraph.Edge;

/**
 * The minimal supports of a goal, smallest first, one after another.
 *
 * <pre>
 *   support of p1 ∪ … ∪ support of pn is a support of c    for each step p1 … pn ⟹ c
 * </pre>
 *
 * <p>Supports of all triples of the graph are taken up in order of their size, and one that holds
 * another support of the same triple, or of the goal, is dropped. A union is never smaller than its
 * parts, so whatever is taken up is minimal and nothing smaller comes later: Knuth's generalization
 * of Dijkstra's algorithm over sets instead of numbers, that is over the provenance semiring
 * PosBool (T. J. Green, G. Karvounarakis and V. Tannen, "Provenance semirings", PODS 2007).
 */
final class SmallestSupports {

  /** A support that waits to be taken up, with its place in the order. */
  private record Found(int triple, BitSet support, int size, long turn) {
    private static final Comparator<Found> ORDER =
        Comparator.comparingInt(Found::size).thenComparingLong(Found::turn);
  }

  /** Each support that waits costs some memory, so it costs some work. */
  private static final int MEMORY_COST = 8;

  private final DerivationGraph graph;
  private final Work work;
  private final PriorityQueue<Found> waiting = new PriorityQueue<>(Found.ORDER);
  private final List<List<BitSet>> taken = new ArrayList<>();
  private long turn;

  SmallestSupports(DerivationGraph graph, Work work) {
    this.graph = graph;
    this.work = work;
    for (int i = 0; i < graph.size(); i++) {
      taken.add(new ArrayList<>());
    }
    graph.leaves().stream()
        .forEach(
            leaf -> {
              BitSet alone = new BitSet();
              alone.set(leaf);
              add(leaf, alone);
            });
  }

  /** The next support of the goal; none if there are no more or the work is spent. */
  Optional<BitSet> next() {
    while (!waiting.isEmpty() && !work.isSpent()) {
      Found found = waiting.remove();
      if (isNews(found.triple(), found.support())) {
        taken.get(found.triple()).add(found.support());
        for (Edge edge : graph.uses(found.triple())) {
          combine(edge, 0, found);
        }
        if (found.triple() == DerivationGraph.GOAL) {
          return Optional.of(found.support());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether all supports were returned. */
  boolean isDone() {
    return waiting.isEmpty() && !work.isSpent();
  }

  private void combine(Edge edge, int position, Found found) {
    combine(edge, position, found.triple(), found.support());
  }

  /** Joins a support with every choice of supports of the premises from a position on. */
  private void combine(Edge edge, int position, int fixed, BitSet support) {
    if (work.isSpent()) {
      return;
    }
    if (position == edge.premises().length) {
      if (isNews(edge.conclusion(), support)) {
        add(edge.conclusion(), support);
      }
      return;
    }
    int premise = edge.premises()[position];
    if (premise == fixed) {
      combine(edge, position + 1, fixed, support);
      return;
    }
    for (BitSet other : taken.get(premise)) {
      BitSet union = (BitSet) support.clone();
      union.or(other);
      work.spend(1);
      combine(edge, position + 1, fixed, union);
    }
  }

  private void add(int triple, BitSet support) {
    work.spend(MEMORY_COST);
    waiting.add(new Found(triple, support, support.cardinality(), turn++));
  }

  private boolean isNews(int triple, BitSet support) {
    return !holdsOne(taken.get(triple), support)
        && !holdsOne(taken.get(DerivationGraph.GOAL), support);
  }

  private boolean holdsOne(List<BitSet> others, BitSet support) {
    work.spend(1 + others.size());
    for (BitSet other : others) {
      if (isWithin(other, support)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(BitSet part, BitSet whole) {
    for (int i = part.nextSetBit(0); i >= 0; i = part.nextSetBit(i + 1)) {
      if (!whole.get(i)) {
        return false;
      }
    }
    return true;
  }
}
