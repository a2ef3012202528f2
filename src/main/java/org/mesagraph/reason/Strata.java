package org.mesagraph.reason;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

  static List<List<Rule>> of(List<Rule> rules) {
    int count = rules.size();
    int[] level = new int[count];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int user = 0; user < count; user++) {
        for (Atom atom : rules.get(user).body()) {
          for (int maker = 0; maker < count; maker++) {
            int needed = needed(atom, rules.get(maker), level[maker]);
            if (needed > level[user]) {
              level[user] = needed;
              changed = true;
              if (needed > count) {
                throw cycle(rules, user);
              }
            }
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

  /** The level that a rule with this condition needs, given a rule that may make it true. */
  private static int needed(Atom atom, Rule maker, int makerLevel) {
    if (atom instanceof Atom.Pattern pattern && meets(pattern.triple(), maker.head())) {
      return makerLevel;
    }
    if (atom instanceof Atom.Absent absent && meets(absent.triple(), maker.head())) {
      return makerLevel + 1;
    }
    return 0;
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
