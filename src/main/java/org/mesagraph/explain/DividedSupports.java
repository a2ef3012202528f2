package org.mesagraph.explain;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The minimal supports of a goal in no strict order, but soon, however many there are.
 *
 * <p>A region holds the minimal supports that contain some leaves and lack others. A minimal
 * support M of the goal that lacks those divides it: any other one in the region lacks a leaf of M,
 * so that the region falls into one part for each leaf of M that may be lacking, in which those
 * before it are contained (E. L. Lawler, "A procedure for computing the K best solutions to
 * discrete optimization problems", Management Science 18, 1972). M is found by dropping leaves from
 * a cheap derivation (black-box pinpointing as in F. Baader and R. Peñaloza, "Axiom pinpointing in
 * general tableaux", Journal of Logic and Computation 20, 2010). Parts are disjoint, so no support
 * is found twice. Whether a region holds any is as hard as the whole problem; regions without one
 * are divided like others until they vanish or the work is spent.
 */
final class DividedSupports {

  private record Region(BitSet within, BitSet without, int size, long turn) {
    private static final Comparator<Region> ORDER =
        Comparator.comparingInt(Region::size).thenComparingLong(Region::turn);
  }

  /** Each region that waits costs some memory, so it costs some work. */
  private static final int REGION_COST = 50;

  private final DerivationGraph graph;
  private final Work work;
  private final Chaining chaining;
  private final PriorityQueue<Region> waiting = new PriorityQueue<>(Region.ORDER);
  private long turn;

  DividedSupports(DerivationGraph graph, Work work) {
    this.graph = graph;
    this.work = work;
    this.chaining = new Chaining(graph, work);
    waiting.add(new Region(new BitSet(), new BitSet(), 0, turn++));
  }

  /** The next support; none if there are no more or the work is spent. */
  Optional<BitSet> next() {
    while (!waiting.isEmpty() && !work.isSpent()) {
      Region region = waiting.remove();
      Optional<BitSet> minimal = minimal(region);
      if (minimal.isPresent()) {
        divide(region, minimal.get());
        if (contains(minimal.get(), region.within())) {
          return minimal;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether all supports were returned. */
  boolean isDone() {
    return waiting.isEmpty();
  }

  /** A minimal support that divides the region, one in it if it is easily found. */
  private Optional<BitSet> minimal(Region region) {
    BitSet allowed = graph.leaves();
    allowed.andNot(region.without());
    BitSet relevant = chaining.relevant(allowed);
    if (!contains(relevant, region.within())) {
      return Optional.empty();
    }
    Optional<BitSet> cheapest = chaining.cheapest(relevant, region.within());
    if (cheapest.isEmpty()) {
      return Optional.empty();
    }
    BitSet start = cheapest.get();
    start.or(region.within());
    return Optional.of(chaining.reduce(start, region.within()));
  }

  private void divide(Region region, BitSet minimal) {
    BitSet within = (BitSet) region.within().clone();
    BitSet open = (BitSet) minimal.clone();
    open.andNot(region.within());
    for (int leaf = open.nextSetBit(0); leaf >= 0; leaf = open.nextSetBit(leaf + 1)) {
      BitSet without = (BitSet) region.without().clone();
      without.set(leaf);
      work.spend(REGION_COST);
      waiting.add(new Region((BitSet) within.clone(), without, minimal.cardinality(), turn++));
      within.set(leaf);
    }
  }

  private static boolean contains(BitSet whole, BitSet part) {
    BitSet rest = (BitSet) part.clone();
    rest.andNot(whole);
    return rest.isEmpty();
  }
}
