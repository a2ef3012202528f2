package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Problem;
import org.mesagraph.base.Statement;

/**
 * Compiles the axioms of an ontology into rules, each specialised to the terms of its axiom, at its
 * place, and named by the rule of OWL 2 RL/RDF that it is an instance of.
 *
 * @see <a
 *     href="https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules">OWL
 *     2 RL/RDF rules</a>
 */
public final class Axioms {

  private static final Node TYPE = RDF.type.asNode();

  private final Map<Node, List<Consumer<Statement>>> byProperty = new HashMap<>();
  private final Map<Node, List<Consumer<Statement>>> byType = new HashMap<>();
  private final Ontology ontology;
  private final ClassAxioms classes;
  private final CompiledRules rules;
  private final List<Problem> problems;

  private Axioms(List<Statement> statements, Prefixes prefixes, List<Problem> problems) {
    this.problems = problems;
    ontology = new Ontology(statements);
    rules = new CompiledRules(ontology);
    Manchester words = new Manchester(ontology, prefixes);
    classes = new ClassAxioms(ontology, new ClassExpressions(ontology), rules, words);
    PropertyAxioms properties = new PropertyAxioms(ontology, classes, rules, words);
    ThingAxioms things = new ThingAxioms(ontology, rules, words);
    byProperty.putAll(things.byProperty());
    byProperty.putAll(properties.byProperty());
    byProperty.putAll(classes.byProperty());
    byType.putAll(things.byType());
    byType.putAll(properties.byType());
    byType.putAll(classes.byType());
  }

  /**
   * The rules; what is not supported is added to the problems. Facts among the axioms are left as
   * they are, and what is said to be imported is not looked for.
   */
  public static List<Rule> compile(
      List<Statement> ontology, Prefixes prefixes, List<Problem> problems) {
    Axioms axioms = new Axioms(ontology, prefixes, problems);
    for (Statement statement : ontology) {
      axioms.compile(statement);
    }
    List<Rule> rules = new ArrayList<>(axioms.rules.all());
    if (ontology.stream().map(Statement::triple).anyMatch(Equality::isDifference)) {
      rules.addAll(Equality.differences());
    }
    return rules;
  }

  /**
   * Axioms are executed from the ontology only; one in the data, where nobody looks for it, is
   * added to the problems.
   */
  static void refuseIn(List<Statement> data, List<Problem> problems) {
    for (Statement statement : data) {
      Triple triple = statement.triple();
      if (OwlTerms.isAxiom(triple)) {
        Node term = triple.getPredicate().equals(TYPE) ? triple.getObject() : triple.getPredicate();
        problems.add(
            new Problem(
                statement.place(),
                "an axiom in the data: <" + term.getURI() + ">",
                "move it to a file of the ontology"));
      } else if (OwlTerms.isOfLanguage(triple.getPredicate())) {
        attempt(statement, problems, fact -> Equality.check(fact.triple()));
      }
    }
  }

  private void compile(Statement statement) {
    Triple triple = statement.triple();
    boolean typed = triple.getPredicate().equals(TYPE);
    if (typed && triple.getObject().isBlank()) {
      attempt(statement, problems, this::assertion);
    } else if (typed || OwlTerms.isOfLanguage(triple.getPredicate())) {
      attempt(statement, problems, this::check);
      (typed
              ? byType.getOrDefault(triple.getObject(), List.of())
              : byProperty.getOrDefault(triple.getPredicate(), List.of()))
          .forEach(compiler -> attempt(statement, problems, compiler));
    }
  }

  private void assertion(Statement fact) {
    if (ontology.about(fact.triple().getObject()).stream()
        .anyMatch(part -> Construct.isPart(part.getPredicate()))) {
      classes.assertion(fact);
    }
  }

  private void check(Statement statement) {
    Triple triple = statement.triple();
    Node predicate = triple.getPredicate();
    OwlTerms.check(triple);
    Equality.check(triple);
    // an inverse and an intersection are axioms if they have names
    if (Construct.isPart(predicate)
        && !triple.getSubject().isBlank()
        && !predicate.equals(OWL2.inverseOf.asNode())
        && !predicate.equals(OWL2.intersectionOf.asNode())) {
      throw new NotSupported(
          OwlTerms.name(predicate) + " of a class with a name is not supported",
          "build a class without a name, and use it in rdfs:subClassOf or owl:equivalentClass");
    }
  }

  private static void attempt(
      Statement statement, List<Problem> problems, Consumer<Statement> compiler) {
    try {
      compiler.accept(statement);
    } catch (NotSupported e) {
      if (!e.isToldElsewhere() && !problems.contains(e.at(statement.place()))) {
        problems.add(e.at(statement.place()));
      }
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(statement.place(), e.getMessage(), "write it with what is supported"));
    }
  }
}
