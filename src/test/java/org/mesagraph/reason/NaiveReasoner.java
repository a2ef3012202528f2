package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/**
 * Applies all rules of a stratum to all triples until nothing new follows. It is slow, shares
 * nothing with the reasoners that it judges, and remembers the closures it has found.
 */
final class NaiveReasoner {

  private final Program program;
  private final Map<Set<Triple>, Set<Triple>> found = new HashMap<>();

  NaiveReasoner(Program program) {
    this.program = program;
  }

  /** The triples and all that follows from them. */
  Set<Triple> close(Collection<Triple> asserted) {
    return found.computeIfAbsent(Set.copyOf(asserted), this::compute);
  }

  private Set<Triple> compute(Set<Triple> asserted) {
    Set<Triple> facts = new LinkedHashSet<>(asserted);
    for (List<Rule> stratum : program.strata()) {
      boolean grew = true;
      while (grew) {
        Map<Node, List<Triple>> index = index(facts);
        List<Triple> heads = new ArrayList<>();
        for (Rule rule : stratum) {
          match(
              rule,
              rule.patterns(),
              new HashMap<>(),
              facts,
              index,
              values -> heads.add(Instances.put(rule.head(), values)));
        }
        grew = facts.addAll(heads);
      }
    }
    return Set.copyOf(facts);
  }

  /** Every instance of a rule that holds in a closure. */
  Set<Step> steps(Set<Triple> facts) {
    Set<Step> steps = new HashSet<>();
    Map<Node, List<Triple>> index = index(facts);
    for (Rule rule : program.rules()) {
      match(
          rule,
          rule.patterns(),
          new HashMap<>(),
          facts,
          index,
          values -> steps.add(Instances.step(rule, values)));
    }
    return steps;
  }

  private static Map<Node, List<Triple>> index(Set<Triple> facts) {
    Map<Node, List<Triple>> index = new HashMap<>();
    for (Triple fact : facts) {
      index.computeIfAbsent(fact.getPredicate(), any -> new ArrayList<>()).add(fact);
    }
    return index;
  }

  private static void match(
      Rule rule,
      List<Triple> rest,
      Map<Node, Node> values,
      Set<Triple> facts,
      Map<Node, List<Triple>> index,
      Consumer<Map<Node, Node>> found) {
    if (rest.isEmpty()) {
      Triple head = Instances.put(rule.head(), values);
      boolean legal = !head.getSubject().isLiteral() && head.getPredicate().isURI();
      if (legal && guardsHold(rule, values, facts)) {
        found.accept(values);
      }
      return;
    }
    Triple pattern = Instances.put(rest.get(0), values);
    Collection<Triple> candidates =
        pattern.isConcrete()
            ? List.of(pattern).stream().filter(facts::contains).toList()
            : pattern.getPredicate().isVariable()
                ? facts
                : index.getOrDefault(pattern.getPredicate(), List.of());
    for (Triple fact : candidates) {
      Map<Node, Node> extended = new HashMap<>(values);
      if (Instances.extend(extended, pattern, fact)) {
        match(rule, rest.subList(1, rest.size()), extended, facts, index, found);
      }
    }
  }

  /** Whether no triple is there whose absence the rule asks for, and all its comparisons hold. */
  static boolean guardsHold(Rule rule, Map<Node, Node> values, Set<Triple> facts) {
    for (Atom atom : rule.body()) {
      if (atom instanceof Atom.Absent absent) {
        Triple pattern = Instances.put(absent.triple(), values);
        if (facts.stream().anyMatch(fact -> Instances.extend(new HashMap<>(), pattern, fact))) {
          return false;
        }
      } else if (atom instanceof Atom.Comparison comparison
          && !comparison
              .comparator()
              .holds(
                  Instances.put(comparison.left(), values),
                  Instances.put(comparison.right(), values))) {
        return false;
      }
    }
    return true;
  }
}
