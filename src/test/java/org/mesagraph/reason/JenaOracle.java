package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.vocabulary.XSD;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Comparator;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** What Jena's own rule engine concludes, bound afresh for every stratum. */
final class JenaOracle {

  private JenaOracle() {}

  /** The closure after each stratum. */
  static List<Set<Triple>> close(Program program, Collection<Triple> asserted) {
    List<Set<Triple>> closures = new ArrayList<>();
    Set<Triple> facts = new LinkedHashSet<>(asserted);
    for (List<Rule> stratum : program.strata()) {
      facts = close(write(stratum), facts);
      closures.add(facts);
    }
    return closures;
  }

  /** The closure under rules in Jena's syntax. */
  static Set<Triple> close(String rules, Collection<Triple> facts) {
    GenericRuleReasoner reasoner =
        new GenericRuleReasoner(org.apache.jena.reasoner.rulesys.Rule.parseRules(rules));
    reasoner.setMode(GenericRuleReasoner.FORWARD_RETE);
    Graph graph = GraphMemFactory.createDefaultGraph();
    facts.forEach(graph::add);
    InfGraph closure = reasoner.bind(graph);
    closure.prepare();
    return closure.find().toSet();
  }

  private static String write(List<Rule> rules) {
    StringBuilder text = new StringBuilder();
    for (Rule rule : rules) {
      text.append("[r: ");
      rule.body().forEach(atom -> text.append(write(atom)).append(' '));
      text.append("-> ").append(write(rule.head())).append("]\n");
    }
    return text.toString();
  }

  private static String write(Atom atom) {
    if (atom instanceof Atom.Pattern pattern) {
      return writePattern(pattern.triple());
    }
    if (!(atom instanceof Atom.Comparison comparison)) {
      return call("noValue", atom.terms());
    }
    String compared = call(comparison.comparator().builtin(), atom.terms());
    return comparison.comparator() == Comparator.DIFFERENT_VALUES
        ? atom.terms().stream()
            .map(term -> call("isLiteral", List.of(term)) + " ")
            .collect(Collectors.joining("", "", compared))
        : compared;
  }

  private static String call(String builtin, List<Node> terms) {
    return terms.stream()
        .map(JenaOracle::write)
        .collect(Collectors.joining(", ", builtin + "(", ")"));
  }

  /**
   * A pattern that has one variable twice finds nothing in RETE mode if no earlier pattern binds
   * the variable, so each later one gets a name of its own and is compared.
   */
  private static String writePattern(Triple pattern) {
    Set<Node> seen = new LinkedHashSet<>();
    List<Node> terms = new ArrayList<>();
    StringBuilder comparisons = new StringBuilder();
    for (Node term : new Atom.Pattern(pattern).terms()) {
      if (term.isVariable() && !seen.add(term)) {
        Node twin = NodeFactory.createVariable(term.getName() + "Twin" + terms.size());
        comparisons.append(" equal(" + write(term) + ", " + write(twin) + ")");
        terms.add(twin);
      } else {
        terms.add(term);
      }
    }
    return write(Triple.create(terms.get(0), terms.get(1), terms.get(2))) + comparisons;
  }

  private static String write(Triple triple) {
    return "("
        + write(triple.getSubject())
        + " "
        + write(triple.getPredicate())
        + " "
        + write(triple.getObject())
        + ")";
  }

  private static String write(Node node) {
    if (node.isVariable()) {
      return "?v" + node.getName();
    }
    return node.isURI()
        ? "<" + node.getURI() + ">"
        : "'"
            + node.getLiteralLexicalForm()
            + "'^^xsd:"
            + node.getLiteralDatatype().getURI().substring(XSD.getURI().length());
  }
}
