package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.mesagraph.rule.Equality;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** What follows with equality, by rules that carry every statement over to every name. */
final class EqualityReference {

  private EqualityReference() {}

  /** The closure; that a thing is the same as itself may be among the triples. */
  static Closure close(Program program, Collection<Triple> asserted) {
    List<List<Rule>> strata = new ArrayList<>();
    for (List<Rule> stratum : program.strata()) {
      List<Rule> rules = new ArrayList<>(stratum);
      rules.addAll(Equality.axioms());
      strata.add(rules);
    }
    return new MaterializingReasoner().close(new Program(strata, false), asserted);
  }

  /** What follows and is worth telling. */
  static List<Triple> inferred(Closure closure) {
    return closure.inferred().stream().filter(triple -> !isReflexive(triple)).toList();
  }

  static boolean isReflexive(Triple triple) {
    return triple.getPredicate().equals(OWL2.sameAs.asNode())
        && triple.getSubject().equals(triple.getObject());
  }
}
