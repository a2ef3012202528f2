package org.mesagraph.explain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.mesagraph.rule.Rule;

/** Rules without negation and comparisons, for Jena's own engine. */
final class JenaRulesText {

  private JenaRulesText() {}

  static String write(List<Rule> rules) {
    return rules.stream()
        .map(
            rule ->
                rule.patterns().stream()
                    .map(JenaRulesText::write)
                    .collect(Collectors.joining(" ", "[r: ", " -> " + write(rule.head()) + "]")))
        .collect(Collectors.joining("\n"));
  }

  /** Forward without RETE, which finds nothing for a pattern that has one variable twice. */
  static Set<Triple> close(String rules, Collection<Triple> facts) {
    GenericRuleReasoner reasoner =
        new GenericRuleReasoner(org.apache.jena.reasoner.rulesys.Rule.parseRules(rules));
    reasoner.setMode(GenericRuleReasoner.FORWARD);
    Graph graph = GraphMemFactory.createDefaultGraph();
    facts.forEach(graph::add);
    InfGraph closure = reasoner.bind(graph);
    closure.prepare();
    return closure.find().toSet();
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
    return node.isVariable() ? "?" + node.getName() : "<" + node.getURI() + ">";
  }
}
