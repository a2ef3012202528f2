package org.mesagraph.rule;

import static org.mesagraph.rule.CompiledRules.X;
import static org.mesagraph.rule.CompiledRules.Y;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.mesagraph.base.Statement;

/**
 * Compiles axioms about classes.
 *
 * <pre>
 *   c1 ⊑ c2                  x : c1               ⟹  x : c2             cax-sco
 *   c1 ≡ c2                  x : c1, x : c2       ⟹  x : c2, x : c1     cax-eqc1, cax-eqc2
 *   c1 ⊓ c2 ⊑ ⊥              x : c1    x : c2     ⟹  x : owl:Nothing    cax-dw, cax-adc
 *   c has the key p1 … pn    x, y : c
 *                            x pi zi    y pi zi   ⟹  x owl:sameAs y     prp-key
 * </pre>
 *
 * <p>A rule is named by the expression on its right, else by the one on its left, else by the
 * axiom.
 */
final class ClassAxioms {

  private final Ontology ontology;
  private final ClassExpressions expressions;
  private final ClassConclusions conclusions;
  private final CompiledRules rules;
  private final Manchester words;

  ClassAxioms(
      Ontology ontology, ClassExpressions expressions, CompiledRules rules, Manchester words) {
    this.ontology = ontology;
    this.expressions = expressions;
    this.conclusions = new ClassConclusions(ontology, expressions);
    this.rules = rules;
    this.words = words;
  }

  /** What to do with an axiom, by its property; an axiom with two directions may fail in one. */
  Map<Node, List<Consumer<Statement>>> byProperty() {
    return Map.of(
        RDFS.subClassOf.asNode(),
        List.of(a -> subClass("cax-sco", a, subject(a), object(a))),
        OWL2.equivalentClass.asNode(),
        List.of(
            a -> subClass("cax-eqc1", a, subject(a), object(a)),
            a -> subClass("cax-eqc2", a, object(a), subject(a))),
        OWL2.intersectionOf.asNode(),
        List.of(this::intersection),
        OWL2.disjointWith.asNode(),
        List.of(a -> disjoint("cax-dw", a, subject(a), object(a))),
        OWL2.hasKey.asNode(),
        List.of(this::key));
  }

  /** What to do with a node of a type of axioms. */
  Map<Node, List<Consumer<Statement>>> byType() {
    return Map.of(OWL2.AllDisjointClasses.asNode(), List.of(this::allDisjoint));
  }

  /** That a thing is in a class without a name. */
  void assertion(Statement fact) {
    Node type = object(fact);
    expressions.check(type);
    String description = words.show(subject(fact)) + " is a " + words.show(type);
    for (Conclusion conclusion : conclusions.of(subject(fact), type)) {
      rules.add(conclusion.rule(), fact, description, conclusion.further(), conclusion.head());
    }
  }

  /** What follows for the node at an end of a property: its domain or its range. */
  void end(String plain, Statement axiom, Node property, Node end) {
    Node type = object(axiom);
    expressions.check(type);
    String description =
        end.equals(X)
            ? "what " + words.show(property) + " something is a " + words.show(type)
            : "what something " + words.show(property) + " is a " + words.show(type);
    Conjunction edge = Conjunction.of(ontology.edge(X, property, Y));
    for (Conclusion conclusion : conclusions.of(end, type)) {
      String rule = conclusion.tellsRule() ? conclusion.rule() : plain;
      rules.add(rule, axiom, description, edge.and(conclusion.further()), conclusion.head());
    }
  }

  private void subClass(String plain, Statement axiom, Node sub, Node sup) {
    expressions.check(sub);
    expressions.check(sup);
    Optional<String> left = expressions.rule(sub);
    String description = "every " + words.show(sub) + " is a " + words.show(sup);
    List<Conjunction> conditions = expressions.conditions(X, sub);
    for (Conclusion conclusion : conclusions.of(X, sup)) {
      String right = conclusion.rule().isEmpty() ? plain : conclusion.rule();
      String rule = conclusion.tellsRule() ? right : left.orElse(right);
      for (Conjunction condition : conditions) {
        rules.add(rule, axiom, description, condition.and(conclusion.further()), conclusion.head());
      }
    }
  }

  /** A class with a name that is built in place; it is equivalent to what it is built of. */
  private void intersection(Statement axiom) {
    if (subject(axiom).isBlank()) {
      return;
    }
    List<Node> members = expressions.members(object(axiom));
    members.forEach(expressions::check);
    String description =
        "every " + words.show(subject(axiom)) + " is " + words.list(object(axiom), " and ");
    Triple named = conclusions.of(X, subject(axiom)).get(0).head();
    for (Conjunction condition : expressions.ofAll(X, members)) {
      rules.add("cls-int1", axiom, description + ", and back", condition, named);
    }
    Conjunction condition = Conjunction.of(named);
    for (Conclusion part : conclusions.ofAll(X, members)) {
      rules.add(part.rule(), axiom, description, condition.and(part.further()), part.head());
    }
  }

  private void disjoint(String rule, Statement axiom, Node one, Node other) {
    expressions.check(one);
    expressions.check(other);
    String description =
        one.equals(other)
            ? "nothing is a " + words.show(one)
            : "nothing is both a " + words.show(one) + " and a " + words.show(other);
    List<Conjunction> both =
        ClassExpressions.product(expressions.conditions(X, one), expressions.conditions(X, other));
    both.forEach(condition -> rules.contradiction(rule, axiom, description, condition));
  }

  private void allDisjoint(Statement axiom) {
    List<Node> members = members(ontology, subject(axiom), OWL2.members.asNode());
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < members.size(); j++) {
        disjoint("cax-adc", axiom, members.get(i), members.get(j));
      }
    }
  }

  /** The members that an axiom is about. */
  static List<Node> members(Ontology ontology, Node axiom, Node property) {
    return ontology
        .object(axiom, property)
        .map(ontology::list)
        .orElseThrow(
            () ->
                new NotSupported(
                    OwlTerms.name(property) + " is missing",
                    "write " + OwlTerms.name(property) + " ( a b c )"));
  }

  private void key(Statement axiom) {
    Node type = subject(axiom);
    expressions.check(type);
    List<Node> properties = ontology.list(object(axiom));
    if (properties.isEmpty()) {
      throw new NotSupported("a key of no properties", "name the properties in the list");
    }
    List<Conjunction> both =
        ClassExpressions.product(expressions.conditions(X, type), expressions.conditions(Y, type));
    List<String> names = new ArrayList<>();
    for (Node property : properties) {
      Node value = expressions.fresh();
      Conjunction shared =
          Conjunction.of(ontology.edge(X, property, value))
              .and(Conjunction.of(ontology.edge(Y, property, value)));
      both = both.stream().map(condition -> condition.and(shared)).toList();
      names.add(words.show(property));
    }
    String description =
        "one " + words.show(type) + " is told from another by " + String.join(" and ", names);
    for (Conjunction condition : both) {
      rules.add("prp-key", axiom, description, condition, CompiledRules.same(X, Y));
    }
  }

  private static Node subject(Statement axiom) {
    return axiom.triple().getSubject();
  }

  private static Node object(Statement axiom) {
    return axiom.triple().getObject();
  }
}
