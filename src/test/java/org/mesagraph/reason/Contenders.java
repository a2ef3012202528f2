package org.mesagraph.reason;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner.RuleMode;
import org.apache.jena.reasoner.rulesys.Rule;
import org.mesagraph.rule.Program;

/** The reasoners that measurements compare, in settings that only measurements need. */
public final class Contenders {

  private Contenders() {}

  /** The engine, which computes changes of a greater share of what is asserted afresh. */
  public static Reasoner engine(double rebuildShare) {
    return new MaterializingReasoner(rebuildShare);
  }

  /** The closure in Jena under the rules of each stratum. */
  public static Object jena(RuleMode mode, Program program, Collection<Triple> asserted) {
    Set<Triple> facts = new LinkedHashSet<>(asserted);
    InfGraph closure = null;
    for (List<org.mesagraph.rule.Rule> stratum : program.strata()) {
      closure = jena(mode, RulesForJena.of(stratum), facts);
      closure.getDeductionsGraph().find().forEach(facts::add);
    }
    return closure == null ? facts : closure;
  }

  /** The closure in Jena under rules of Jena's. */
  public static InfGraph jena(RuleMode mode, List<Rule> rules, Collection<Triple> asserted) {
    GenericRuleReasoner reasoner = new GenericRuleReasoner(rules);
    reasoner.setMode(mode);
    Graph graph = GraphMemFactory.createDefaultGraph();
    asserted.forEach(graph::add);
    InfGraph closure = reasoner.bind(graph);
    closure.prepare();
    return closure;
  }
}
