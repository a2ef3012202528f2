package org.mesagraph.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * Orders rules into strata so that a rule stands above every rule whose conclusion it negates, and
 * not below any rule whose conclusion it uses.
 */
final class Strata {

  private Strata() {}

  /** That a rule uses or negates what another rule concludes. */
  private record Need(int user, int maker, boolean negated) {}

  static List<List<Rule>> of(List<Rule> rules) {
    int count = rules.size();
    int[] level = new int[count];
    List<Need> needs = needs(rules);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Need need : needs) {
        int needed = level[need.maker()] + (need.negated() ? 1 : 0);
        if (needed > level[need.user()]) {
          level[need.user()] = needed;
          changed = true;
          if (needed > count) {
            throw cycle(rules, need.user());
          }
        }
      }
    }
    List<List<Rule>> strata = new ArrayList<>();
    for (int stratum : new TreeSet<>(Arrays.stream(level).boxed().toList())) {
      List<Rule> members = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        if (level[i] == stratum) {
          members.add(rules.get(i));
        }
      }
      strata.add(members);
    }
    return strata;
  }

  private static List<Need> needs(List<Rule> rules) {
    Map<Node, List<Integer>> byPredicate = new HashMap<>();
    for (int maker = 0; maker < rules.size(); maker++) {
      Node predicate = rules.get(maker).head().getPredicate();
      byPredicate
          .computeIfAbsent(predicate.isVariable() ? Node.ANY : predicate, any -> new ArrayList<>())
          .add(maker);
    }
    Set<Need> needs = new LinkedHashSet<>();
    for (int user = 0; user < rules.size(); user++) {
      for (Atom atom : rules.get(user).body()) {
        if (atom instanceof Atom.Pattern pattern) {
          addNeeds(needs, user, pattern.triple(), false, rules, byPredicate);
        } else if (atom instanceof Atom.Absent absent) {
          addNeeds(needs, user, absent.triple(), true, rules, byPredicate);
        }
      }
    }
    return List.copyOf(needs);
  }

  private static void addNeeds(
      Set<Need> needs,
      int user,
      Triple condition,
      boolean negated,
      List<Rule> rules,
      Map<Node, List<Integer>> byPredicate) {
    Stream<Integer> makers =
        condition.getPredicate().isVariable()
            ? byPredicate.values().stream().flatMap(List::stream)
            : Stream.of(condition.getPredicate(), Node.ANY)
                .flatMap(predicate -> byPredicate.getOrDefault(predicate, List.of()).stream());
    makers
        .filter(maker -> meets(condition, rules.get(maker).head()))
        .map(maker -> new Need(user, maker, negated))
        .forEach(needs::add);
  }

  private static boolean meets(Triple condition, Triple head) {
    if (!meets(condition.getPredicate(), head.getPredicate())) {
      return false;
    }
    // types are told apart by class, so that a closed-world class does not drag all types along
    return !condition.getPredicate().equals(RDF.type.asNode())
        || meets(condition.getObject(), head.getObject());
  }

  private static boolean meets(Node one, Node other) {
    return one.isVariable() || other.isVariable() || one.equals(other);
  }

  private static MesagraphException cycle(List<Rule> rules, int user) {
    List<Rule> cycle = new ArrayList<>();
    for (Rule rule : uses(rules, rules.get(user))) {
      if (uses(rules, rule).contains(rules.get(user))) {
        cycle.add(rule);
      }
    }
    String names = String.join(", ", new TreeSet<>(cycle.stream().map(Rule::name).toList()));
    List<Problem> problems =
        cycle.stream()
            .filter(rule -> negatesOneOf(rule, cycle))
            .map(
                rule ->
                    new Problem(
                        rule.place(),
                        "rule "
                            + rule.name()
                            + " negates what depends on its own conclusion, in the cycle "
                            + names,
                        "break the cycle"))
            .toList();
    return new MesagraphException(Kind.INPUT, problems);
  }

  /** The rules whose conclusions a rule asks for, directly or by way of others. */
  private static Set<Rule> uses(List<Rule> rules, Rule user) {
    Set<Rule> used = new LinkedHashSet<>();
    Deque<Rule> open = new ArrayDeque<>(List.of(user));
    while (!open.isEmpty()) {
      Rule next = open.remove();
      for (Rule maker : rules) {
        if (next.body().stream().anyMatch(atom -> mayMake(maker, atom)) && used.add(maker)) {
          open.add(maker);
        }
      }
    }
    return used;
  }

  private static boolean mayMake(Rule maker, Atom atom) {
    return atom instanceof Atom.Pattern pattern && meets(pattern.triple(), maker.head())
        || atom instanceof Atom.Absent absent && meets(absent.triple(), maker.head());
  }

  private static boolean negatesOneOf(Rule rule, List<Rule> makers) {
    return rule.body().stream()
        .filter(Atom.Absent.class::isInstance)
        .anyMatch(atom -> makers.stream().anyMatch(maker -> mayMake(maker, atom)));
  }
}
