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
import org.apache.jena.vocabulary.OWL;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Comparator;
import org.mesagraph.rule.Equality;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/**
 * Applies all rules of a stratum to all triples until nothing new follows. It is slow, shares
 * nothing with the reasoners that it judges, and remembers the closures it has found.
 */
final class NaiveReasoner {

  private static final Node SAME = OWL.sameAs.asNode();

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
        Map<List<Node>, List<Triple>> index = index(facts);
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
        if (program.equality()) {
          heads.removeIf(NaiveReasoner::saysNothing);
          heads.addAll(renamed(facts));
        }
        grew = facts.addAll(heads);
      }
    }
    return Set.copyOf(facts);
  }

  /**
   * What is said with other names of the same things: eq-sym, eq-trans, and eq-rep-s, eq-rep-p and
   * eq-rep-o, but not that a thing is the same as itself.
   */
  private static List<Triple> renamed(Set<Triple> facts) {
    List<Triple> renamed = new ArrayList<>();
    for (Triple same : facts.stream().filter(NaiveReasoner::isSame).toList()) {
      Node one = same.getSubject();
      Node other = same.getObject();
      renamed.add(Triple.create(other, SAME, one));
      for (Triple fact : facts) {
        if (!isSame(fact)) {
          renamed.addAll(renamed(fact, one, other));
        } else if (fact.getSubject().equals(other) && !fact.getObject().equals(one)) {
          renamed.add(Triple.create(one, SAME, fact.getObject()));
        }
      }
    }
    renamed.removeIf(NaiveReasoner::isIllegal);
    return renamed;
  }

  /** A triple with one more of its terms replaced. */
  private static List<Triple> renamed(Triple fact, Node one, Node other) {
    Node subject = fact.getSubject();
    Node predicate = fact.getPredicate();
    Node object = fact.getObject();
    return List.of(
        Triple.create(subject.equals(one) ? other : subject, predicate, object),
        Triple.create(subject, predicate.equals(one) ? other : predicate, object),
        Triple.create(subject, predicate, object.equals(one) ? other : object));
  }

  private static boolean isIllegal(Triple triple) {
    return triple.getSubject().isLiteral() || !triple.getPredicate().isURI();
  }

  /** That a thing is the same as itself, or that it is a literal. */
  private static boolean saysNothing(Triple head) {
    return isSame(head)
        && (head.getObject().isLiteral() || head.getSubject().equals(head.getObject()));
  }

  private static boolean isSame(Triple triple) {
    return triple.getPredicate().equals(SAME);
  }

  /** Every instance of a rule that holds in a closure. */
  Set<Step> steps(Set<Triple> facts) {
    Set<Step> steps = new HashSet<>();
    Map<List<Node>, List<Triple>> index = index(facts);
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

  /** The triples by predicate, and by predicate and subject. */
  private static Map<List<Node>, List<Triple>> index(Set<Triple> facts) {
    Map<List<Node>, List<Triple>> index = new HashMap<>();
    for (Triple fact : facts) {
      for (List<Node> key :
          List.of(List.of(fact.getPredicate()), List.of(fact.getPredicate(), fact.getSubject()))) {
        index.computeIfAbsent(key, any -> new ArrayList<>()).add(fact);
      }
    }
    return index;
  }

  private static Collection<Triple> candidates(
      Triple pattern, Set<Triple> facts, Map<List<Node>, List<Triple>> index) {
    if (pattern.getPredicate().isVariable()) {
      return facts;
    }
    List<Node> key =
        pattern.getSubject().isVariable()
            ? List.of(pattern.getPredicate())
            : List.of(pattern.getPredicate(), pattern.getSubject());
    return index.getOrDefault(key, List.of());
  }

  private static void match(
      Rule rule,
      List<Triple> rest,
      Map<Node, Node> values,
      Set<Triple> facts,
      Map<List<Node>, List<Triple>> index,
      Consumer<Map<Node, Node>> found) {
    if (rest.isEmpty()) {
      Triple head = Instances.put(rule.head(), values);
      if (!isIllegal(head) && guardsHold(rule, values, facts)) {
        found.accept(values);
      }
      return;
    }
    Triple pattern = Instances.put(rest.get(0), values);
    for (Triple fact : candidates(pattern, facts, index)) {
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
      } else if (atom instanceof Atom.Comparison comparison) {
        Node left = Instances.put(comparison.left(), values);
        Node right = Instances.put(comparison.right(), values);
        // the rules of equality themselves compare names, all others what they name
        boolean same =
            !rule.place().equals(Equality.PLACE)
                && facts.contains(Triple.create(left, SAME, right));
        if (same && comparison.comparator() == Comparator.NOT_EQUAL
            || !(same && comparison.comparator() == Comparator.EQUAL)
                && !comparison.comparator().holds(left, right)) {
          return false;
        }
      }
    }
    return true;
  }
}
