package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Problem;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Comparator;
import org.mesagraph.rule.Rule;

/**
 * A rule in numbers. A term is its number in the dictionary; the variable with index <i>v</i> is
 * −1−<i>v</i>. A condition is three of them, and 1 if the first and the last are written alike,
 * else 0.
 *
 * @param number place of the rule in its program
 * @param stratum the stratum it belongs to, from 0
 * @param patterns conditions that facts match
 * @param absences conditions that no fact may match; variables that no pattern has match anything
 * @param comparisons conditions on the values of two terms
 * @param head the conclusion
 * @param variables how many variables there are
 */
record CompiledRule(
    Rule rule,
    int number,
    int stratum,
    int[][] patterns,
    int[][] absences,
    List<Comparison> comparisons,
    int[] head,
    int variables) {

  /** The most patterns, and the most variables; more would not fit into the bits of a number. */
  static final int MOST = 62;

  /** Two terms in numbers, and how they must compare. */
  record Comparison(Comparator comparator, int left, int right) {}

  /**
   * Puts a rule into numbers.
   *
   * @param numbers gives the number of a term that is no variable
   */
  static CompiledRule of(Rule rule, int number, int stratum, ToIntFunction<Node> numbers) {
    Map<Node, Integer> variables = new HashMap<>();
    ToIntFunction<Node> code =
        node ->
            node.isVariable()
                ? -1 - variables.computeIfAbsent(node, any -> variables.size())
                : numbers.applyAsInt(node);
    List<int[]> patterns = new ArrayList<>();
    List<int[]> absences = new ArrayList<>();
    List<Comparison> comparisons = new ArrayList<>();
    for (Atom atom : rule.body()) {
      if (atom instanceof Atom.Pattern pattern) {
        patterns.add(condition(pattern.triple(), code));
      } else if (atom instanceof Atom.Absent absent) {
        absences.add(condition(absent.triple(), code));
      } else if (atom instanceof Atom.Comparison comparison) {
        comparisons.add(
            new Comparison(
                comparison.comparator(),
                code.applyAsInt(comparison.left()),
                code.applyAsInt(comparison.right())));
      }
    }
    int[] head = condition(rule.head(), code);
    if (patterns.size() > MOST || variables.size() > MOST) {
      throw new MesagraphException(
          Kind.INPUT,
          List.of(
              new Problem(
                  rule.place(),
                  "rule " + rule.name() + " has more than " + MOST + " patterns or variables",
                  "split it with a property in between")));
    }
    return new CompiledRule(
        rule,
        number,
        stratum,
        patterns.toArray(int[][]::new),
        absences.toArray(int[][]::new),
        List.copyOf(comparisons),
        head,
        variables.size());
  }

  private static int[] condition(Triple triple, ToIntFunction<Node> code) {
    return new int[] {
      code.applyAsInt(triple.getSubject()),
      code.applyAsInt(triple.getPredicate()),
      code.applyAsInt(triple.getObject()),
      triple.getSubject().equals(triple.getObject()) ? 1 : 0
    };
  }

  /** Whether the head may have a predicate. */
  boolean mayConclude(int predicate) {
    return head[1] < 0 || head[1] == predicate;
  }

  /** Whether a rule has the same numbers in all its conditions. */
  boolean isSameAs(CompiledRule other) {
    return Arrays.deepEquals(patterns, other.patterns)
        && Arrays.deepEquals(absences, other.absences)
        && comparisons.equals(other.comparisons)
        && Arrays.equals(head, other.head);
  }
}
