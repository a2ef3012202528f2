package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.vocabulary.OWL;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Problem;
import org.mesagraph.base.Statement;

/**
 * Rules in strata: those of one stratum negate only what lower strata conclude.
 *
 * @param strata the rules of each stratum, lowest first
 */
public record Program(List<List<Rule>> strata) {

  public Program {
    strata = strata.stream().map(List::copyOf).toList();
  }

  /**
   * The axioms of the ontology and the rules files of a knowledge base as one program.
   *
   * @throws MesagraphException if a rule or an axiom is not supported, with its place
   */
  public static Program of(KnowledgeBase base) {
    List<Problem> problems = new ArrayList<>();
    Map<Boolean, List<Statement>> byKind =
        base.statements().stream()
            .collect(
                Collectors.partitioningBy(
                    statement -> statement.graph().equals(KnowledgeBase.ONTOLOGY_GRAPH)));
    Axioms.refuseIn(byKind.get(false), problems);
    List<Rule> rules = new ArrayList<>(Axioms.compile(byKind.get(true), base.prefixes(), problems));
    rules.addAll(RuleFile.parse(base.rules(), problems));
    if (!problems.isEmpty()) {
      throw new MesagraphException(Kind.INPUT, problems);
    }
    return of(rules);
  }

  /**
   * Rules as a program.
   *
   * @throws MesagraphException if a rule negates what depends on its own conclusion
   */
  public static Program of(List<Rule> rules) {
    return new Program(Strata.of(rules));
  }

  /** Whether anything may be held to be the same as something else. */
  public boolean equality() {
    return rules().stream()
        .anyMatch(rule -> rule.head().getPredicate().equals(OWL.sameAs.asNode()));
  }

  /** All rules, lowest stratum first. */
  public List<Rule> rules() {
    return strata.stream().flatMap(List::stream).toList();
  }
}
