package org.mesagraph.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.mesagraph.base.Statement;

/**
 * Compiles axioms about things that are named one by one.
 *
 * <pre>
 *   not (a p b)                     a p b              ⟹  a : owl:Nothing    prp-npa1, prp-npa2
 *   a1 … an are different           ai owl:sameAs aj   ⟹  ai : owl:Nothing   eq-diff2, eq-diff3
 * </pre>
 */
final class ThingAxioms {

  private final Ontology ontology;
  private final CompiledRules rules;
  private final Manchester words;

  ThingAxioms(Ontology ontology, CompiledRules rules, Manchester words) {
    this.ontology = ontology;
    this.rules = rules;
    this.words = words;
  }

  /** What to do with an axiom, by its property. */
  Map<Node, List<Consumer<Statement>>> byProperty() {
    return Map.of(
        OWL2.sourceIndividual.asNode(), List.of(this::negative),
        OWL2.assertionProperty.asNode(), List.of(this::partOfNegative),
        OWL2.targetIndividual.asNode(), List.of(this::partOfNegative),
        OWL2.targetValue.asNode(), List.of(this::partOfNegative),
        OWL2.members.asNode(), List.of(a -> members(a, "eq-diff2")),
        OWL2.distinctMembers.asNode(), List.of(a -> members(a, "eq-diff3")));
  }

  /** What to do with a node of a type of axioms. */
  Map<Node, List<Consumer<Statement>>> byType() {
    return Map.of(
        OWL2.NegativePropertyAssertion.asNode(),
        List.of(
            axiom -> {
              if (value(axiom, OWL2.sourceIndividual.asNode()).isEmpty()) {
                throw incomplete();
              }
            }),
        OWL2.AllDifferent.asNode(),
        List.of(
            axiom -> {
              if (value(axiom, OWL2.members.asNode()).isEmpty()
                  && value(axiom, OWL2.distinctMembers.asNode()).isEmpty()) {
                throw new NotSupported("owl:members is missing", "write owl:members ( a b c )");
              }
            }));
  }

  private void negative(Statement axiom) {
    Node property = value(axiom, OWL2.assertionProperty.asNode()).orElseThrow(this::incomplete);
    Optional<Node> thing = value(axiom, OWL2.targetIndividual.asNode());
    Node target =
        thing.or(() -> value(axiom, OWL2.targetValue.asNode())).orElseThrow(this::incomplete);
    Node source = axiom.triple().getObject();
    Triple denied = ontology.edge(source, property, target);
    rules.add(
        thing.isPresent() ? "prp-npa1" : "prp-npa2",
        axiom,
        "not: " + words.show(source) + " " + words.show(property) + " " + words.show(target),
        Conjunction.of(denied),
        ClassConclusions.nothing(source));
  }

  private void partOfNegative(Statement axiom) {
    if (value(axiom, OWL2.sourceIndividual.asNode()).isEmpty()) {
      throw incomplete();
    }
  }

  private NotSupported incomplete() {
    return new NotSupported(
        "a negative assertion that is not complete",
        "write owl:sourceIndividual, owl:assertionProperty, and owl:targetIndividual or"
            + " owl:targetValue");
  }

  private void members(Statement axiom, String rule) {
    Node subject = axiom.triple().getSubject();
    if (ontology.isA(subject, OWL2.AllDifferent.asNode())) {
      different(axiom, rule, ontology.list(axiom.triple().getObject()));
    } else if (!rule.equals("eq-diff2")
        || !ontology.isA(subject, OWL2.AllDisjointClasses.asNode())
            && !ontology.isA(subject, OWL2.AllDisjointProperties.asNode())) {
      throw new NotSupported(
          OwlTerms.name(axiom.triple().getPredicate()) + " without a type that says of what",
          rule.equals("eq-diff2")
              ? "add a type: owl:AllDisjointClasses, owl:AllDisjointProperties or"
                  + " owl:AllDifferent"
              : "add the type owl:AllDifferent");
    }
  }

  private void different(Statement axiom, String rule, List<Node> things) {
    if (new HashSet<>(things).size() < things.size()) {
      throw new NotSupported("a thing that is to be different from itself", "name it once");
    }
    if (things.stream().anyMatch(Node::isLiteral)) {
      throw Equality.ofLiteral(OWL2.AllDifferent.asNode());
    }
    for (int i = 0; i < things.size(); i++) {
      for (int j = i + 1; j < things.size(); j++) {
        rules.add(
            rule,
            axiom,
            words.show(things.get(i)) + " is not " + words.show(things.get(j)),
            Conjunction.of(CompiledRules.same(things.get(i), things.get(j))),
            ClassConclusions.nothing(things.get(i)));
      }
    }
  }

  private Optional<Node> value(Statement axiom, Node property) {
    return ontology.object(axiom.triple().getSubject(), property);
  }
}
