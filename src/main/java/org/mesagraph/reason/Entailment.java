package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.Problem;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Regime;
import org.mesagraph.rule.Rule;

/**
 * What a graph entails under a regime.
 *
 * @param closure the graph, what holds in every graph, and all that follows; literals of known
 *     datatypes are in the one form of their value
 * @param left axioms that were left out because no rule stands for them: if there are any, more may
 *     follow
 */
public record Entailment(Closure closure, List<Problem> left) {

  public Entailment {
    left = List.copyOf(left);
  }

  /** A rule without the place it comes from. */
  private record Content(String name, List<Atom> body, Triple head) {
    static Content of(Rule rule) {
      return new Content(rule.name(), rule.body(), rule.head());
    }
  }

  /**
   * Draws all conclusions. What follows may call for further rules, as where a property turns out
   * to be transitive, so that the rules are made and evaluated again until no new one is found.
   */
  public static Entailment of(
      Reasoner reasoner, Regime regime, Collection<Triple> graph, Progress progress) {
    Set<Triple> asserted = new LinkedHashSet<>();
    graph.stream().map(regime.datatypes()::canonical).forEach(asserted::add);
    asserted.addAll(regime.axioms(asserted));
    Set<Problem> left = new LinkedHashSet<>();
    Map<Content, Rule> rules = new LinkedHashMap<>();
    Closure closure = reasoner.close(program(rules, regime), asserted, progress);
    while (addTo(
        rules, regime, Stream.concat(asserted.stream(), closure.inferred().stream()), left)) {
      closure = reasoner.close(program(rules, regime), asserted, progress);
    }
    return new Entailment(closure, List.copyOf(left));
  }

  /** All rules in one stratum, as none of them negates. */
  private static Program program(Map<Content, Rule> rules, Regime regime) {
    return new Program(List.of(List.copyOf(rules.values())), regime.equality());
  }

  /** Adds the rules for what is known by now, and tells whether there are new ones. */
  private static boolean addTo(
      Map<Content, Rule> rules, Regime regime, Stream<Triple> known, Set<Problem> left) {
    List<Problem> problems = new ArrayList<>();
    int before = rules.size();
    for (Rule rule : regime.rules(known.toList(), problems)) {
      rules.putIfAbsent(Content.of(rule), rule);
    }
    left.addAll(problems);
    return rules.size() > before;
  }
}
