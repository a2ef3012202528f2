package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.mesagraph.rule.Equality;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/**
 * The fallback: Jena's own rule engine in hybrid mode, bound afresh for every stratum and after
 * every change, since its answers to changes are not all right. It takes literals of equal value
 * for equal where rules join them, tells its progress between strata only, and finds justifications
 * when they are asked for.
 */
public final class JenaReasoner implements Reasoner {

  @Override
  public Closure close(Program program, Collection<Triple> asserted, Progress progress) {
    Graph facts = GraphMemFactory.createDefaultGraphSameTerm();
    asserted.forEach(facts::add);
    progress.report(0, facts.size());
    for (List<Rule> stratum : program.strata()) {
      List<Rule> rules = new ArrayList<>(stratum);
      if (program.equality()) {
        rules.addAll(Equality.axioms());
      }
      GenericRuleReasoner reasoner = new GenericRuleReasoner(RulesForJena.of(rules));
      reasoner.setMode(GenericRuleReasoner.HYBRID);
      InfGraph closure = reasoner.bind(facts);
      closure.prepare();
      List<Triple> derived = closure.getDeductionsGraph().find().toList();
      derived.forEach(facts::add);
      progress.report(facts.size(), facts.size());
    }
    return new JenaClosure(program, asserted, facts);
  }
}
