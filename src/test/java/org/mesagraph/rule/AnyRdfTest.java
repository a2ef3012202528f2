package org.mesagraph.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Problem;
import org.mesagraph.base.Statement;

/** Axioms that nobody would write: terms of the language thrown together, from recorded seeds. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnyRdfTest {

  static {
    JenaSystem.init(); // before its vocabulary is touched, which it needs to be whole
  }

  private static final int GRAPHS = 3000;
  private static final int STATEMENTS = 40;

  private static final List<Resource> PROPERTIES =
      List.of(
          RDF.type,
          RDF.first,
          RDF.rest,
          RDFS.subClassOf,
          RDFS.subPropertyOf,
          RDFS.domain,
          RDFS.range,
          RDFS.member,
          OWL2.equivalentClass,
          OWL2.disjointWith,
          OWL2.equivalentProperty,
          OWL2.propertyDisjointWith,
          OWL2.inverseOf,
          OWL2.propertyChainAxiom,
          OWL2.hasKey,
          OWL2.members,
          OWL2.distinctMembers,
          OWL2.sourceIndividual,
          OWL2.assertionProperty,
          OWL2.targetIndividual,
          OWL2.targetValue,
          OWL2.intersectionOf,
          OWL2.unionOf,
          OWL2.complementOf,
          OWL2.oneOf,
          OWL2.onProperty,
          OWL2.someValuesFrom,
          OWL2.allValuesFrom,
          OWL2.hasValue,
          OWL2.maxCardinality,
          OWL2.maxQualifiedCardinality,
          OWL2.onClass,
          OWL2.hasSelf,
          OWL2.imports,
          OWL2.sameAs,
          OWL2.differentFrom,
          OWL2.Thing);

  private static final List<Resource> TYPES =
      List.of(
          OWL2.Thing,
          OWL2.Nothing,
          OWL2.Class,
          OWL2.Restriction,
          OWL2.ObjectProperty,
          OWL2.DatatypeProperty,
          OWL2.FunctionalProperty,
          OWL2.InverseFunctionalProperty,
          OWL2.SymmetricProperty,
          OWL2.AsymmetricProperty,
          OWL2.TransitiveProperty,
          OWL2.IrreflexiveProperty,
          OWL2.ReflexiveProperty,
          OWL2.AllDifferent,
          OWL2.AllDisjointClasses,
          OWL2.AllDisjointProperties,
          OWL2.NegativePropertyAssertion,
          OWL2.topObjectProperty,
          RDFS.Datatype,
          RDF.nil,
          XSD.xstring);

  @Test
  void becomes_rules_or_problems_and_never_fails() {
    int rules = 0;
    int problems = 0;
    for (long seed = 1; seed <= GRAPHS; seed++) {
      List<Problem> found = new ArrayList<>();
      rules += Axioms.compile(graph(new Random(seed)), Prefixes.of(Map.of()), found).size();
      problems += found.size();
      assertThat(found)
          .as("seed %d", seed)
          .allMatch(problem -> !problem.what().isBlank() && !problem.cure().isBlank())
          .noneMatch(problem -> problem.cure().equals("write it with what is supported"));
    }

    assertThat(rules).isGreaterThan(GRAPHS);
    assertThat(problems).isGreaterThan(GRAPHS);
  }

  private static List<Statement> graph(Random random) {
    List<Statement> statements = new ArrayList<>();
    for (int line = 1; line <= STATEMENTS; line++) {
      Node subject = random.nextInt(9) == 0 ? term(TYPES, random) : thing(random);
      Node predicate = random.nextInt(3) == 0 ? RDF.type.asNode() : term(PROPERTIES, random);
      Node object =
          switch (random.nextInt(6)) {
            case 0, 1 -> term(TYPES, random);
            case 2 -> NodeFactory.createLiteralString(String.valueOf(random.nextInt(3)));
            default -> thing(random);
          };
      Triple triple = Triple.create(subject, predicate, object);
      statements.add(
          new Statement(KnowledgeBase.ONTOLOGY_GRAPH, triple, new Place("any.ttl", line)));
    }
    return statements;
  }

  private static Node term(List<Resource> terms, Random random) {
    return terms.get(random.nextInt(terms.size())).asNode();
  }

  private static Node thing(Random random) {
    String name = "n" + random.nextInt(6);
    return random.nextBoolean()
        ? NodeFactory.createBlankNode(name)
        : NodeFactory.createURI("https://example.org/" + name);
  }
}
