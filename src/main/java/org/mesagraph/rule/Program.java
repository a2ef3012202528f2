package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Problem;
import org.mesagraph.base.Statement;

/**
 * Rules in strata: those of one stratum negate only what lower strata conclude.
 *
 * @param strata the rules of each stratum, lowest first; with equality the lowest, perhaps empty,
 *     has all rules that conclude {@code owl:sameAs}
 * @param equality whether things may turn out to be the same: a rule concludes {@code owl:sameAs},
 *     or the facts may hold it. Then what is said of one of them holds of all, as {@link Equality}
 *     tells, and two things are unequal as long as they are not known to be the same
 */
public record Program(List<List<Rule>> strata, boolean equality) {

  public Program {
    strata = strata.stream().map(List::copyOf).toList();
  }

  /** Strata without equality, unless a rule concludes it. */
  public Program(List<List<Rule>> strata) {
    this(strata, strata.stream().anyMatch(Program::equates));
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
    List<Rule> written = RuleFile.parse(base.rules(), problems);
    refuseAxioms(written, problems);
    List<Rule> rules = new ArrayList<>(Axioms.compile(byKind.get(true), base.prefixes(), problems));
    rules.addAll(written);
    if (rules.stream().noneMatch(rule -> rule.name().equals("eq-diff1"))
        && (holds(byKind.get(false), Equality::isDifference)
            || written.stream().anyMatch(rule -> Equality.isDifference(rule.head())))) {
      rules.addAll(Equality.differences());
    }
    refuseEqualTerms(rules, base.statements(), problems);
    if (!problems.isEmpty()) {
      throw new MesagraphException(Kind.INPUT, problems);
    }
    return of(rules, holds(base.statements(), Equality::isSame));
  }

  /**
   * Rules as a program, over facts that hold no {@code owl:sameAs}.
   *
   * @throws MesagraphException if a rule negates what depends on its own conclusion
   */
  public static Program of(List<Rule> rules) {
    return of(rules, false);
  }

  /**
   * Rules as a program over facts.
   *
   * @throws MesagraphException if a rule negates what depends on its own conclusion
   */
  public static Program of(List<Rule> rules, Collection<Triple> facts) {
    return of(rules, facts.stream().anyMatch(Equality::isSame));
  }

  private static Program of(List<Rule> rules, boolean factsEquate) {
    boolean equality = factsEquate || equates(rules);
    // a cycle is told of the rules as they are written
    List<List<Rule>> strata = Strata.of(rules, equality);
    return new Program(equality ? Strata.of(Equality.spelled(rules), true) : strata, equality);
  }

  private static boolean equates(List<Rule> rules) {
    return rules.stream().map(Rule::head).anyMatch(Equality::isSame);
  }

  private static boolean holds(List<Statement> statements, Predicate<Triple> test) {
    return statements.stream().map(Statement::triple).anyMatch(test);
  }

  /** An axiom that a rule concludes would never be compiled. */
  private static void refuseAxioms(List<Rule> written, List<Problem> problems) {
    for (Rule rule : written) {
      if (OwlTerms.isExecuted(rule.head())) {
        problems.add(
            new Problem(
                rule.place(),
                "rule " + rule.name() + " concludes an axiom, which nothing would execute",
                "write the axiom in the ontology"));
      } else if (Equality.isSame(rule.head()) && rule.head().getObject().isLiteral()) {
        problems.add(Equality.ofLiteral(rule.head().getPredicate()).at(rule.place()));
      }
    }
  }

  /**
   * Rules are ordered by their properties and classes, which must therefore not turn out to be the
   * same.
   */
  private static void refuseEqualTerms(
      List<Rule> rules, List<Statement> statements, List<Problem> problems) {
    Set<Node> terms = new HashSet<>();
    for (Statement statement : statements) {
      if (Equality.isSame(statement.triple())) {
        terms.add(statement.triple().getSubject());
        terms.add(statement.triple().getObject());
      }
    }
    if (terms.isEmpty()) {
      return;
    }
    Set<Node> used = new HashSet<>();
    for (Rule rule : rules) {
      use(rule.head(), used);
      rule.body().stream()
          .filter(atom -> !(atom instanceof Atom.Comparison))
          .map(Atom::terms)
          .forEach(t -> use(Triple.create(t.get(0), t.get(1), t.get(2)), used));
    }
    for (Statement statement : statements) {
      Triple triple = statement.triple();
      if (Equality.isSame(triple)
          && (used.contains(triple.getSubject()) || used.contains(triple.getObject()))) {
        problems.add(
            new Problem(
                statement.place(),
                "owl:sameAs of a class or a property is not supported",
                "write owl:equivalentClass or owl:equivalentProperty in the ontology"));
      }
    }
  }

  private static void use(Triple pattern, Set<Node> used) {
    used.add(pattern.getPredicate());
    if (pattern.getPredicate().equals(RDF.type.asNode())) {
      used.add(pattern.getObject());
    }
  }

  /** All rules, lowest stratum first. */
  public List<Rule> rules() {
    return strata.stream().flatMap(List::stream).toList();
  }
}
