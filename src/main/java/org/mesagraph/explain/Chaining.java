package org.mesagraph.explain;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import org.mesagraph.explain.DerivationGraph.Edge;

/**
 * Goes forward through a derivation graph from some of its leaves. Each question takes a time
 * linear in the graph (W. F. Dowling and J. H. Gallier, "Linear-time algorithms for testing the
 * satisfiability of propositional Horn formulae", Journal of Logic Programming 1, 1984), or little
 * more for the cheapest derivation (D. E. Knuth, "A generalization of Dijkstra's algorithm",
 * Information Processing Letters 6, 1977).
 */
final class Chaining {

  private static final long DEAREST = Long.MAX_VALUE / 64;

  private final DerivationGraph graph;
  private final Work work;
  private final int[] premises;

  Chaining(DerivationGraph graph, Work work) {
    this.graph = graph;
    this.work = work;
    this.premises = graph.premises();
  }

  /** Whether the goal follows from some leaves. */
  boolean derives(BitSet leaves) {
    return derived(leaves).get(DerivationGraph.GOAL);
  }

  /** All triples of the graph that follow from some leaves, these among them. */
  BitSet derived(BitSet leaves) {
    work.spend(graph.length());
    BitSet derived = (BitSet) leaves.clone();
    int[] open = premises.clone();
    int[] waiting = new int[graph.size()];
    int end = 0;
    for (int leaf = leaves.nextSetBit(0); leaf >= 0; leaf = leaves.nextSetBit(leaf + 1)) {
      waiting[end++] = leaf;
    }
    for (int start = 0; start < end; start++) {
      for (Edge edge : graph.uses(waiting[start])) {
        open[edge.number()]--;
        if (open[edge.number()] == 0 && !derived.get(edge.conclusion())) {
          derived.set(edge.conclusion());
          waiting[end++] = edge.conclusion();
        }
      }
    }
    return derived;
  }

  /** The leaves from which a way leads to the goal through what follows from some leaves. */
  BitSet relevant(BitSet leaves) {
    BitSet derived = derived(leaves);
    BitSet reached = new BitSet();
    if (!derived.get(DerivationGraph.GOAL)) {
      return reached;
    }
    Queue<Integer> waiting = new ArrayDeque<>(List.of(DerivationGraph.GOAL));
    while (!waiting.isEmpty()) {
      for (Edge edge : graph.ways(waiting.remove())) {
        if (follows(edge, derived)) {
          for (int premise : edge.premises()) {
            if (!reached.get(premise)) {
              reached.set(premise);
              waiting.add(premise);
            }
          }
        }
      }
    }
    reached.and(leaves);
    return reached;
  }

  private static boolean follows(Edge edge, BitSet derived) {
    for (int premise : edge.premises()) {
      if (!derived.get(premise)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A minimal support within some leaves from which the goal follows: leaves are dropped one by
   * one, those to keep last, unless the goal would be lost.
   */
  BitSet reduce(BitSet leaves, BitSet keep) {
    BitSet rest = (BitSet) leaves.clone();
    BitSet first = (BitSet) leaves.clone();
    first.andNot(keep);
    drop(first, rest);
    BitSet last = (BitSet) leaves.clone();
    last.and(keep);
    drop(last, rest);
    return rest;
  }

  private void drop(BitSet candidates, BitSet rest) {
    int[] numbers = candidates.stream().toArray();
    for (int i = numbers.length - 1; i >= 0; i--) {
      rest.clear(numbers[i]);
      if (!derives(rest)) {
        rest.set(numbers[i]);
      }
    }
  }

  /** The leaves of the goal's cheapest derivation from some leaves, of which some cost nothing. */
  Optional<BitSet> cheapest(BitSet leaves, BitSet free) {
    Map<Integer, Edge> chosen = choose(leaves, free, 0);
    if (!chosen.containsKey(DerivationGraph.GOAL)) {
      return Optional.empty();
    }
    BitSet used = new BitSet();
    BitSet seen = new BitSet();
    Queue<Integer> waiting = new ArrayDeque<>(List.of(DerivationGraph.GOAL));
    while (!waiting.isEmpty()) {
      int next = waiting.remove();
      if (seen.get(next)) {
        continue;
      }
      seen.set(next);
      if (leaves.get(next)) {
        used.set(next);
      } else {
        Arrays.stream(chosen.get(next).premises()).forEach(waiting::add);
      }
    }
    return Optional.of(used);
  }

  /** The proof of the goal with the fewest steps from some leaves, from which it follows. */
  Proof smallest(BitSet leaves) {
    Map<Integer, Edge> chosen = choose(leaves, new BitSet(), 1);
    return proof(DerivationGraph.GOAL, chosen, new HashMap<>());
  }

  private Proof proof(int number, Map<Integer, Edge> chosen, Map<Integer, Proof> made) {
    Proof known = made.get(number);
    if (known != null) {
      return known;
    }
    Edge edge = chosen.get(number);
    Proof proof = Proof.leaf(graph.triple(number));
    if (edge != null) {
      Map<Object, Proof> byTriple = new HashMap<>();
      for (int premise : edge.premises()) {
        byTriple.put(graph.triple(premise), proof(premise, chosen, made));
      }
      proof = new Proof(edge.step(), edge.step().premises().stream().map(byTriple::get).toList());
    }
    made.put(number, proof);
    return proof;
  }

  private record Offer(long cost, int number) {
    private static final Comparator<Offer> ORDER =
        Comparator.comparingLong(Offer::cost).thenComparingInt(Offer::number);
  }

  /** For every triple that follows, the last step of its cheapest derivation; none for a leaf. */
  private Map<Integer, Edge> choose(BitSet leaves, BitSet free, int stepCost) {
    work.spend(2L * graph.length());
    Map<Integer, Edge> chosen = new HashMap<>();
    long[] sums = new long[premises.length];
    Arrays.fill(sums, stepCost);
    int[] open = premises.clone();
    long[] best = new long[graph.size()];
    Arrays.fill(best, Long.MAX_VALUE);
    BitSet settled = new BitSet();
    PriorityQueue<Offer> queue = new PriorityQueue<>(Offer.ORDER);
    leaves.stream()
        .forEach(
            leaf -> {
              best[leaf] = free.get(leaf) ? 0 : 1;
              queue.add(new Offer(best[leaf], leaf));
            });
    while (!queue.isEmpty()) {
      Offer offer = queue.remove();
      if (settled.get(offer.number())) {
        continue;
      }
      settled.set(offer.number());
      for (Edge edge : graph.uses(offer.number())) {
        long times = stepCost == 0 ? 1 : count(edge, offer.number());
        long cost = Math.min(DEAREST, offer.cost() * times);
        long sum = Math.min(DEAREST, sums[edge.number()] + cost);
        sums[edge.number()] = sum;
        open[edge.number()]--;
        if (open[edge.number()] == 0
            && sum < best[edge.conclusion()]
            && !settled.get(edge.conclusion())) {
          best[edge.conclusion()] = sum;
          chosen.put(edge.conclusion(), edge);
          queue.add(new Offer(sum, edge.conclusion()));
        }
      }
    }
    return chosen;
  }

  /** How often a premise occurs in a step. */
  private long count(Edge edge, int number) {
    return edge.step().premises().stream().filter(graph.triple(number)::equals).count();
  }
}
