package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.NearMiss;

/**
 * Looks for what stands between one triple and its conclusion, level by level. A premise that is
 * only missing because something is in its way counts as nearer than one that nobody stated, so
 * that an instance which lacks two of those is told as well.
 */
final class WhyNotSearch {

  /** How far down a missing premise is followed. */
  static final int LEVELS = 3;

  /** What may be spent on asking for what is nearest to triples, before the rest is left out. */
  private static final int MOST_WORK = 20_000;

  /** What it costs to ask about a triple that some rule may conclude; about others it costs one. */
  private static final int QUESTION = 40;

  private static final int MOST_PREMISES = 40;
  private static final int MOST_VALUES = 20;
  private static final int MOST_MISSING = 2;

  private final Closure closure;
  private final Triple goal;
  private final Work work = new Work(MOST_WORK);
  private final Map<Triple, List<NearMiss>> below = new LinkedHashMap<>();
  private final Map<Triple, Boolean> blocked = new HashMap<>();

  private WhyNotSearch(Closure closure, Triple goal) {
    this.closure = closure;
    this.goal = goal;
  }

  /** What stands between a triple that does not hold and its conclusion. */
  static WhyNot of(Closure closure, Triple goal) {
    WhyNotSearch search = new WhyNotSearch(closure, goal);
    List<NearMiss> misses = new ArrayList<>(search.nearest(goal));
    search.descend(misses);
    misses.sort(
        Comparator.comparing((NearMiss miss) -> search.wanting(miss) > 0)
            .thenComparing(miss -> !lacks(miss, goal.getObject()))
            .thenComparing(miss -> !lacks(miss, goal.getSubject())));
    return new WhyNot(misses, search.below);
  }

  private void descend(List<NearMiss> misses) {
    List<NearMiss> level = misses;
    Set<Triple> seen = new LinkedHashSet<>(List.of(goal));
    for (int i = 0; i < LEVELS; i++) {
      List<NearMiss> next = new ArrayList<>();
      level.stream()
          .flatMap(miss -> miss.missing().stream())
          .filter(seen::add)
          .limit(MOST_PREMISES)
          .forEach(
              missing -> {
                List<NearMiss> nearest = nearestTo(missing);
                if (!nearest.isEmpty()) {
                  below.put(missing, nearest);
                  next.addAll(nearest);
                }
              });
      level = next;
    }
  }

  private static boolean lacks(NearMiss miss, Node node) {
    return miss.missing().stream()
        .anyMatch(missing -> missing.getObject().equals(node) || missing.getSubject().equals(node));
  }

  /** What comes nearest to a missing premise, without the goal. */
  private List<NearMiss> nearestTo(Triple missing) {
    List<NearMiss> all =
        instances(missing)
            .flatMap(instance -> nearest(instance).stream())
            .filter(miss -> wanting(miss) < MOST_MISSING && !miss.missing().contains(goal))
            .distinct()
            .toList();
    long fewest = all.stream().mapToLong(this::wanting).min().orElse(0);
    return all.stream().filter(miss -> wanting(miss) == fewest).toList();
  }

  /** The nearest misses, and those that lack more but only what something is in the way of. */
  private List<NearMiss> nearest(Triple triple) {
    List<NearMiss> nearest = ask(triple);
    if (nearest.isEmpty() || nearest.get(0).missing().size() != MOST_MISSING - 1) {
      return nearest;
    }
    List<NearMiss> more = new ArrayList<>(nearest);
    closure.nearMisses(triple, MOST_MISSING).stream()
        .filter(miss -> miss.missing().stream().allMatch(this::isOnlyBlocked))
        .forEach(more::add);
    return more;
  }

  private List<NearMiss> ask(Triple triple) {
    if (!work.spend(1)) {
      return List.of();
    }
    List<NearMiss> nearest = closure.nearMisses(triple);
    work.spend(nearest.isEmpty() ? 0 : QUESTION);
    return nearest;
  }

  /** How many missing premises there are in whose way there is nothing. */
  private long wanting(NearMiss miss) {
    return miss.missing().stream().filter(missing -> !isOnlyBlocked(missing)).count();
  }

  private boolean isOnlyBlocked(Triple missing) {
    return blocked.computeIfAbsent(missing, this::isBlocked);
  }

  /** Whether a missing premise would follow if something that holds did not. */
  private boolean isBlocked(Triple missing) {
    return closure.matching(missing).findAny().isEmpty()
        && instances(missing)
            .flatMap(instance -> ask(instance).stream())
            .anyMatch(miss -> miss.missing().isEmpty());
  }

  /** A pattern with one variable, with what its other end is tied to already put in. */
  private Stream<Triple> instances(Triple missing) {
    Node subject = missing.getSubject();
    Node object = missing.getObject();
    if (missing.isConcrete()) {
      return Stream.of(missing);
    }
    if (missing.getPredicate().isVariable() || subject.isVariable() && object.isVariable()) {
      return Stream.empty();
    }
    Node tie = NodeFactory.createVariable("tie");
    return closure
        .matching(Triple.create(subject, tie, object))
        .map(held -> subject.isVariable() ? held.getSubject() : held.getObject())
        .filter(Node::isURI)
        .distinct()
        .sorted(Comparator.comparing(Node::getURI))
        .limit(MOST_VALUES)
        .map(
            value ->
                subject.isVariable()
                    ? Triple.create(value, missing.getPredicate(), object)
                    : Triple.create(subject, missing.getPredicate(), value));
  }
}
