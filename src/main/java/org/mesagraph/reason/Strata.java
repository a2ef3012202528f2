package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
                throw cycle(rules, level, count);
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

  private static MesagraphException cycle(List<Rule> rules, int[] level, int count) {
    List<Problem> problems = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      if (level[i] >= count) {
        names.add(rules.get(i).name());
      }
    }
    for (Rule rule : rules) {
      if (names.contains(rule.name())
          && rule.body().stream().anyMatch(Atom.Absent.class::isInstance)) {
        problems.add(
            new Problem(
                rule.place(),
                "rule "
                    + rule.name()
                    + " negates what depends on its own conclusion, in the cycle "
                    + String.join(", ", names),
                "break the cycle"));
      }
    }
    return new MesagraphException(Kind.INPUT, problems);
  }
}
