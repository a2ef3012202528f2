package org.mesagraph.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Problem;

/**
 * Why rules have no order in strata.
 *
 * @param equality whether what concludes {@code owl:sameAs} bears on all that negates
 */
record NegationCycle(List<Rule> rules, boolean equality) {

  /**
   * The failure that tells each rule which negates within a cycle.
   *
   * @param member number of a rule in the cycle or above it
   */
  MesagraphException failure(int member) {
    Stream<Rule> first = member < rules.size() ? Stream.of(rules.get(member)) : Stream.empty();
    List<Problem> problems =
        Stream.concat(first, rules.stream())
            .map(this::problems)
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElseThrow();
    return new MesagraphException(Kind.INPUT, problems);
  }

  private List<Problem> problems(Rule start) {
    Set<Rule> cycle = cycle(start);
    String names = String.join(", ", new TreeSet<>(cycle.stream().map(Rule::name).toList()));
    List<Problem> problems = new ArrayList<>();
    for (Rule rule : cycle) {
      if (negatesOneOf(rule, cycle)) {
        problems.add(
            new Problem(
                rule.place(),
                "rule "
                    + rule.name()
                    + " negates what depends on its own conclusion, in the cycle "
                    + names,
                "break the cycle"));
      } else if (equality && Strata.asksForDifference(rule)) {
        problems.add(
            new Problem(
                rule.place(),
                "rule "
                    + rule.name()
                    + " holds only as long as things are not known to be the same, which depends"
                    + " on its own conclusion, in the cycle "
                    + names,
                "conclude owl:sameAs without noValue and notEqual before it"));
      }
    }
    return problems;
  }

  private Set<Rule> cycle(Rule start) {
    Set<Rule> cycle = new LinkedHashSet<>();
    for (Rule rule : uses(start)) {
      if (uses(rule).contains(start)) {
        cycle.add(rule);
      }
    }
    return cycle;
  }

  /** The rules whose conclusions a rule asks for, directly or by way of others. */
  private Set<Rule> uses(Rule user) {
    Set<Rule> used = new LinkedHashSet<>();
    Deque<Rule> open = new ArrayDeque<>(List.of(user));
    while (!open.isEmpty()) {
      Rule next = open.remove();
      for (Rule maker : rules) {
        if (needs(next, maker) && used.add(maker)) {
          open.add(maker);
        }
      }
    }
    return used;
  }

  private boolean needs(Rule user, Rule maker) {
    return user.body().stream().anyMatch(atom -> mayMake(maker, atom))
        || equality && Strata.asksForDifference(user) && Strata.makesEqual(maker);
  }

  private static boolean mayMake(Rule maker, Atom atom) {
    return atom instanceof Atom.Pattern pattern && meets(pattern.triple(), maker.head())
        || atom instanceof Atom.Absent absent && meets(absent.triple(), maker.head());
  }

  private static boolean negatesOneOf(Rule rule, Set<Rule> makers) {
    return rule.body().stream()
        .filter(Atom.Absent.class::isInstance)
        .anyMatch(atom -> makers.stream().anyMatch(maker -> mayMake(maker, atom)));
  }

  private static boolean meets(Triple condition, Triple head) {
    if (!meets(condition.getPredicate(), head.getPredicate())) {
      return false;
    }
    return !condition.getPredicate().equals(RDF.type.asNode())
        || meets(condition.getObject(), head.getObject());
  }

  private static boolean meets(Node one, Node other) {
    return one.isVariable() || other.isVariable() || one.equals(other);
  }
}
