package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Step;

/**
 * All derivations of a triple, as a graph of numbered triples and the steps between them. The goal
 * has number 0 and counts as inferred even if it is stated; any other stated triple is a leaf, so
 * that its own derivations are left out. Triples and steps are numbered in a fixed order.
 */
final class DerivationGraph {

  /** How many steps are taken into a graph before the rest is left out. */
  static final int MOST_STEPS = 20_000;

  static final int GOAL = 0;

  /** A numbered step between numbered triples, each premise once. */
  record Edge(int number, Step.Inferred step, int conclusion, int[] premises) {}

  private final Map<Triple, Integer> numbers = new HashMap<>();
  private final List<Triple> triples = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<List<Edge>> uses = new ArrayList<>();
  private final List<List<Edge>> ways = new ArrayList<>();
  private final Set<Step> taken = new HashSet<>();
  private final BitSet leaves = new BitSet();
  private final BitSet stored = new BitSet();
  private final Closure closure;
  private boolean whole = true;

  private DerivationGraph(Closure closure) {
    this.closure = closure;
  }

  /** The derivations of a triple that holds. */
  static DerivationGraph of(Closure closure, Triple goal) {
    DerivationGraph graph = new DerivationGraph(closure);
    graph.number(goal);
    graph.takeStored();
    graph.takeAll();
    return graph;
  }

  /** The stored derivation comes first, so that one is there even if the rest is left out. */
  private void takeStored() {
    for (int i = 0; i < triples.size(); i++) {
      if (!leaves.get(i)) {
        closure.justification(triples.get(i)).ifPresent(this::take);
      }
    }
    stored.or(leaves);
  }

  private void takeAll() {
    for (int i = 0; i < triples.size(); i++) {
      if (leaves.get(i)) {
        continue;
      }
      if (edges.size() >= MOST_STEPS) {
        whole = false;
        return;
      }
      closure.steps(triples.get(i)).stream()
          .sorted(Comparator.comparing(DerivationGraph::text))
          .forEach(this::take);
    }
  }

  private static String text(Step step) {
    return step instanceof Step.Inferred inferred
        ? inferred.rule().name() + " " + inferred.premises()
        : "";
  }

  /** Steps from the goal or from their own conclusion are part of no proof without a cycle. */
  private void take(Step step) {
    if (!(step instanceof Step.Inferred inferred)
        || inferred.premises().contains(triples.get(GOAL))
        || inferred.premises().contains(inferred.conclusion())
        || !taken.add(inferred)) {
      return;
    }
    int[] premises = inferred.premises().stream().mapToInt(this::number).distinct().toArray();
    Edge edge = new Edge(edges.size(), inferred, number(inferred.conclusion()), premises);
    edges.add(edge);
    ways.get(edge.conclusion()).add(edge);
    for (int premise : premises) {
      uses.get(premise).add(edge);
    }
  }

  private int number(Triple triple) {
    Integer known = numbers.get(triple);
    if (known != null) {
      return known;
    }
    int number = triples.size();
    numbers.put(triple, number);
    triples.add(triple);
    uses.add(new ArrayList<>());
    ways.add(new ArrayList<>());
    if (number != GOAL && closure.isAsserted(triple)) {
      leaves.set(number);
    }
    return number;
  }

  /** Whether all derivations are in the graph. */
  boolean isWhole() {
    return whole;
  }

  int size() {
    return triples.size();
  }

  /** How many premises each step has, as a copy. */
  int[] premises() {
    return edges.stream().mapToInt(edge -> edge.premises().length).toArray();
  }

  /** How long it takes to go through the graph once. */
  int length() {
    return triples.size() + edges.size();
  }

  Triple triple(int number) {
    return triples.get(number);
  }

  /** The numbers of the stated triples, as a copy. */
  BitSet leaves() {
    return (BitSet) leaves.clone();
  }

  /** The leaves of the stored derivation; all that the goal needs unless it is stated. */
  BitSet storedLeaves() {
    return (BitSet) stored.clone();
  }

  /** The steps that a triple is a premise of. */
  List<Edge> uses(int number) {
    return uses.get(number);
  }

  /** The steps that arrive at a triple. */
  List<Edge> ways(int number) {
    return ways.get(number);
  }
}
