package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.NearMiss;

/**
 * What stands between a triple and its conclusion, two levels down.
 *
 * @param misses the instances of rules that come nearest; first those that lack nothing but what
 *     something in the graph is in the way of, then those that lack something about the object,
 *     then about the subject
 * @param below for a missing premise that a rule would conclude itself, what is nearest to that
 */
record WhyNot(List<NearMiss> misses, Map<Triple, List<NearMiss>> below) {

  /** How many missing premises are looked into, and how many values of a variable in one. */
  private static final int MOST_PREMISES = 40;

  private static final int MOST_VALUES = 10;

  WhyNot {
    misses = List.copyOf(misses);
  }

  static WhyNot of(Closure closure, Triple triple) {
    List<NearMiss> found = closure.nearMisses(triple);
    Map<Triple, List<NearMiss>> below = new LinkedHashMap<>();
    found.stream()
        .flatMap(miss -> miss.missing().stream())
        .distinct()
        .limit(MOST_PREMISES)
        .forEach(
            missing -> {
              List<NearMiss> nearest = below(closure, missing, triple);
              if (!nearest.isEmpty()) {
                below.put(missing, nearest);
              }
            });
    List<NearMiss> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparing((NearMiss miss) -> !isBlocked(miss, below))
            .thenComparing(miss -> !lacks(miss, triple.getObject()))
            .thenComparing(miss -> !lacks(miss, triple.getSubject())));
    return new WhyNot(sorted, below);
  }

  /** Whether nothing is missing in the end, but something is in the way. */
  private static boolean isBlocked(NearMiss miss, Map<Triple, List<NearMiss>> below) {
    return miss.missing().stream()
        .allMatch(
            missing ->
                below.getOrDefault(missing, List.of()).stream()
                    .anyMatch(nearest -> nearest.missing().isEmpty()));
  }

  private static boolean lacks(NearMiss miss, Node node) {
    return miss.missing().stream()
        .anyMatch(missing -> missing.getObject().equals(node) || missing.getSubject().equals(node));
  }

  /** What comes nearest to a missing premise with the fewest things missing, without the goal. */
  private static List<NearMiss> below(Closure closure, Triple missing, Triple goal) {
    List<NearMiss> all =
        instances(closure, missing)
            .flatMap(instance -> closure.nearMisses(instance).stream())
            .filter(miss -> miss.missing().size() < 2 && !miss.missing().contains(goal))
            .distinct()
            .toList();
    int fewest = all.stream().mapToInt(miss -> miss.missing().size()).min().orElse(0);
    return all.stream().filter(miss -> miss.missing().size() == fewest).toList();
  }

  /** A pattern with a variable as object, with what its subject is tied to already put in. */
  private static Stream<Triple> instances(Closure closure, Triple missing) {
    if (missing.isConcrete()) {
      return Stream.of(missing);
    }
    if (!missing.getObject().isVariable()
        || missing.getSubject().isVariable()
        || missing.getPredicate().isVariable()) {
      return Stream.empty();
    }
    Node tie = NodeFactory.createVariable("tie");
    return closure
        .matching(Triple.create(missing.getSubject(), tie, missing.getObject()))
        .map(Triple::getObject)
        .filter(Node::isURI)
        .distinct()
        .sorted(Comparator.comparing(Node::getURI))
        .limit(MOST_VALUES)
        .map(value -> Triple.create(missing.getSubject(), missing.getPredicate(), value));
  }
}
