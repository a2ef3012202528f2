package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.TriplePattern;
import org.apache.jena.reasoner.rulesys.BuiltinRegistry;
import org.apache.jena.reasoner.rulesys.ClauseEntry;
import org.apache.jena.reasoner.rulesys.Functor;
import org.apache.jena.reasoner.rulesys.Node_RuleVariable;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Comparator;
import org.mesagraph.rule.Rule;

/** Rules of ours as Jena's, made of their parts, so that nothing is lost in writing them. */
final class RulesForJena {

  private final Map<Node, Node_RuleVariable> variables = new HashMap<>();
  private int count;

  private RulesForJena() {}

  static List<org.apache.jena.reasoner.rulesys.Rule> of(List<Rule> rules) {
    return rules.stream().map(rule -> new RulesForJena().rule(rule)).toList();
  }

  private org.apache.jena.reasoner.rulesys.Rule rule(Rule rule) {
    List<ClauseEntry> body = new ArrayList<>();
    for (Atom atom : rule.body()) {
      if (atom instanceof Atom.Pattern pattern) {
        addPattern(pattern, body);
      } else {
        String builtin = "noValue";
        if (atom instanceof Atom.Comparison comparison) {
          builtin = comparison.comparator().builtin();
          if (comparison.comparator() == Comparator.DIFFERENT_VALUES) {
            atom.terms().forEach(term -> body.add(functor("isLiteral", List.of(term(term)))));
          }
        }
        body.add(functor(builtin, atom.terms().stream().map(this::term).toList()));
      }
    }
    List<ClauseEntry> head = List.of(pattern(rule.head()));
    org.apache.jena.reasoner.rulesys.Rule written =
        new org.apache.jena.reasoner.rulesys.Rule(rule.name(), head, body);
    written.setNumVars(count);
    return written;
  }

  /**
   * A pattern that has one variable twice finds nothing in RETE mode if no earlier pattern binds
   * the variable, so each later one is a variable of its own and is compared.
   */
  private void addPattern(Atom.Pattern pattern, List<ClauseEntry> body) {
    Set<Node> seen = new HashSet<>();
    List<ClauseEntry> comparisons = new ArrayList<>();
    List<Node> terms = new ArrayList<>();
    for (Node term : pattern.terms()) {
      Node written = term(term);
      if (term.isVariable() && !seen.add(term)) {
        Node twin = variable(term.getName() + "_" + count);
        comparisons.add(functor("equal", List.of(written, twin)));
        written = twin;
      }
      terms.add(written);
    }
    body.add(new TriplePattern(terms.get(0), terms.get(1), terms.get(2)));
    body.addAll(comparisons);
  }

  private TriplePattern pattern(Triple triple) {
    return new TriplePattern(
        term(triple.getSubject()), term(triple.getPredicate()), term(triple.getObject()));
  }

  private static Functor functor(String name, List<Node> terms) {
    return new Functor(name, terms, BuiltinRegistry.theRegistry);
  }

  private Node term(Node node) {
    return node.isVariable()
        ? variables.computeIfAbsent(node, variable -> variable(variable.getName()))
        : node;
  }

  private Node_RuleVariable variable(String name) {
    count++;
    return new Node_RuleVariable("?" + name, count - 1);
  }
}
