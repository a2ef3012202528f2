package org.mesagraph.reason;

import java.util.Collection;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Program;

/**
 * Computes the whole closure in advance, each conclusion with one justification, and keeps it
 * current under changes. Terms and rules are put into numbers first; see {@link Materialization}
 * for the evaluation.
 */
public final class MaterializingReasoner implements Reasoner {

  @Override
  public Closure close(Program program, Collection<Triple> asserted, Progress progress) {
    return materialize(program, asserted, progress);
  }

  static MaterializedClosure materialize(
      Program program, Collection<Triple> asserted, Progress progress) {
    Dictionary terms = new Dictionary();
    // the terms of the rules come first, so that rules are found by small numbers
    CompiledProgram compiled = new CompiledProgram(program, terms::intern);
    FactTable facts = new FactTable();
    facts.growTerms(terms.size());
    Materialization work = new Materialization(terms, facts, compiled, progress);
    for (Triple triple : asserted) {
      work.add(
          terms.intern(triple.getSubject()),
          terms.intern(triple.getPredicate()),
          terms.intern(triple.getObject()));
    }
    work.close();
    return new MaterializedClosure(terms, facts, compiled, work.work());
  }
}
