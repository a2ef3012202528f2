package org.mesagraph.reason;

import java.util.BitSet;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.mesagraph.rule.Program;

/**
 * All that one closure is made of. Facts are kept in representatives: a term that is held to be
 * another does not occur in the table of facts.
 */
final class World {

  private final Program program;
  private final Dictionary terms;
  private final Cliques cliques;
  private final int sameAs;
  private final boolean equality;
  private FactTable facts;
  private FactTable stated;
  private CompiledProgram compiled;

  /** A world in which nothing holds yet. */
  World(Program program) {
    this.program = program;
    equality = program.equality();
    terms = new Dictionary();
    cliques = new Cliques();
    sameAs = terms.intern(OWL.sameAs.asNode());
    facts = new FactTable();
    stated = equality ? new FactTable() : facts;
    // the terms of the rules come first, so that rules are found by small numbers
    compiled = new CompiledProgram(program, terms::intern);
  }

  /** A copy; from now on the original must only be read. */
  World(World original) {
    program = original.program;
    equality = original.equality;
    terms = new Dictionary(original.terms);
    cliques = new Cliques(original.cliques);
    sameAs = original.sameAs;
    facts = new FactTable(original.facts);
    stated = original.stated == original.facts ? facts : new FactTable(original.stated);
    compiled = original.compiled;
  }

  /** The rules. */
  Program program() {
    return program;
  }

  /** Whether terms may come to be held to be one. */
  boolean equality() {
    return equality;
  }

  Dictionary terms() {
    return terms;
  }

  /** What holds, in representatives. */
  FactTable facts() {
    return facts;
  }

  /** What is asserted, in the terms in which it is; the facts themselves without equality. */
  FactTable stated() {
    return stated;
  }

  Cliques cliques() {
    return cliques;
  }

  /** The number of {@code owl:sameAs}. */
  int sameAs() {
    return sameAs;
  }

  /** The number of a term, which gets one if it has none. */
  int intern(Node term) {
    return terms.intern(term);
  }

  /** The rules in representatives. */
  CompiledProgram compiled() {
    return compiled;
  }

  /**
   * Puts the rules into the representatives of now.
   *
   * @return the numbers of the rules that are not as they were
   */
  BitSet compileAnew() {
    CompiledProgram before = compiled;
    compiled = new CompiledProgram(program, node -> cliques.of(terms.intern(node)));
    BitSet changed = new BitSet();
    for (CompiledRule rule : compiled.rules()) {
      if (!rule.isSameAs(before.rule(rule.number()))) {
        changed.set(rule.number());
      }
    }
    return changed;
  }

  /** Drops what holds no longer from the tables, if that is much of them. */
  void pack(double share) {
    boolean separate = stated != facts;
    if (facts.last() - facts.holding() > share * facts.last()) {
      facts = facts.pack(compiled);
    }
    if (!separate) {
      stated = facts;
    } else if (stated.last() - stated.holding() > share * stated.last()) {
      stated = stated.pack(compiled);
    }
  }
}
