package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Orders rules into strata so that a rule stands above every rule whose conclusion it negates, and
 * not below any rule whose conclusion it uses.
 *
 * <p>With equality, a thing that turns out to be the same as another may bring about whatever is
 * negated, and end that two things differ. So a rule that negates, or asks whether things differ,
 * stands above every rule that concludes {@code owl:sameAs}.
 */
final class Strata {

  private static final Node TYPE = RDF.type.asNode();

  private final List<Rule> rules;
  private final boolean equality;
  private final Map<Key, List<Integer>> byKey = new HashMap<>();
  private final List<Key> types;

  private Strata(List<Rule> rules, boolean equality) {
    this.rules = rules;
    this.equality = equality;
    for (int maker = 0; maker < rules.size(); maker++) {
      byKey.computeIfAbsent(Key.of(rules.get(maker).head()), key -> new ArrayList<>()).add(maker);
    }
    types =
        byKey.keySet().stream()
            .filter(key -> key.predicate().equals(TYPE) && !key.equals(Key.ANY_TYPE))
            .toList();
  }

  /**
   * What conclusions are told apart by: their property and, so that a closed-world class does not
   * drag all types along, their class.
   */
  private record Key(Node predicate, Node type) {

    static final Key ANYTHING = new Key(Node.ANY, Node.ANY);
    static final Key ANY_TYPE = new Key(TYPE, Node.ANY);

    static Key of(Triple triple) {
      if (triple.getPredicate().isVariable()) {
        return ANYTHING;
      }
      boolean typed = triple.getPredicate().equals(TYPE) && !triple.getObject().isVariable();
      return new Key(triple.getPredicate(), typed ? triple.getObject() : Node.ANY);
    }
  }

  /** That a rule uses or negates what another rule concludes. */
  private record Need(int user, int maker, boolean negated) {}

  static List<List<Rule>> of(List<Rule> rules, boolean equality) {
    return new Strata(rules, equality).order();
  }

  private List<List<Rule>> order() {
    int count = rules.size();
    int[] level = new int[count + 1];
    List<Need> needs = needs();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Need need : needs) {
        int needed = level[need.maker()] + (need.negated() ? 1 : 0);
        if (needed > level[need.user()]) {
          level[need.user()] = needed;
          changed = true;
          if (needed > count + 1) {
            throw new NegationCycle(rules, equality).failure(need.user());
          }
        }
      }
    }
    Map<Integer, List<Rule>> strata = new TreeMap<>();
    if (equality) {
      strata.put(0, new ArrayList<>());
    }
    for (int i = 0; i < count; i++) {
      strata.computeIfAbsent(level[i], stratum -> new ArrayList<>()).add(rules.get(i));
    }
    return List.copyOf(strata.values());
  }

  /** The needs of all rules; what makes things equal stands as one more rule behind the others. */
  private List<Need> needs() {
    int equal = rules.size();
    List<Need> needs = new ArrayList<>();
    for (int user = 0; user < rules.size(); user++) {
      Rule rule = rules.get(user);
      if (equality && makesEqual(rule)) {
        needs.add(new Need(equal, user, false));
      }
      if (equality && asksForDifference(rule)) {
        needs.add(new Need(user, equal, true));
      }
      for (Atom atom : rule.body()) {
        if (atom instanceof Atom.Pattern pattern) {
          addNeeds(needs, user, pattern.triple(), false);
        } else if (atom instanceof Atom.Absent absent) {
          addNeeds(needs, user, absent.triple(), true);
        }
      }
    }
    return needs;
  }

  private void addNeeds(List<Need> needs, int user, Triple condition, boolean negated) {
    Key key = Key.of(condition);
    if (key.equals(Key.ANYTHING)) {
      byKey.values().forEach(makers -> addNeeds(needs, user, negated, makers));
      return;
    }
    addNeeds(needs, user, negated, makers(Key.ANYTHING));
    addNeeds(needs, user, negated, makers(key));
    if (key.equals(Key.ANY_TYPE)) {
      types.forEach(type -> addNeeds(needs, user, negated, makers(type)));
    } else if (key.predicate().equals(TYPE)) {
      addNeeds(needs, user, negated, makers(Key.ANY_TYPE));
    }
  }

  private static void addNeeds(List<Need> needs, int user, boolean negated, List<Integer> makers) {
    makers.forEach(maker -> needs.add(new Need(user, maker, negated)));
  }

  private List<Integer> makers(Key key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** Whether a rule may conclude that two things are the same. */
  static boolean makesEqual(Rule rule) {
    return Equality.isSame(rule.head()) || rule.head().getPredicate().isVariable();
  }

  /** Whether a rule may cease to hold because two things turn out to be the same. */
  static boolean asksForDifference(Rule rule) {
    for (Atom atom : rule.body()) {
      if (atom instanceof Atom.Absent
          || atom instanceof Atom.Comparison comparison
              && comparison.comparator() == Comparator.NOT_EQUAL
              && comparison.terms().stream().noneMatch(Node::isLiteral)) {
        return true;
      }
    }
    return false;
  }
}
