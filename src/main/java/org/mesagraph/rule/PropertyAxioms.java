package org.mesagraph.rule;

import static org.mesagraph.rule.CompiledRules.X;
import static org.mesagraph.rule.CompiledRules.Y;
import static org.mesagraph.rule.CompiledRules.Z;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.mesagraph.base.Statement;

/**
 * Compiles axioms about properties; each may be the inverse of one with a name.
 *
 * <pre>
 *   p has the domain c      x p y               ⟹  x : c                prp-dom
 *   p has the range c       x p y               ⟹  y : c                prp-rng
 *   p1 ⊑ p2                 x p1 y              ⟹  x p2 y               prp-spo1
 *   p1 ∘ … ∘ pn ⊑ p         x p1 … pn y         ⟹  x p y                prp-spo2
 *   p1 ≡ p2                 x p1 y, x p2 y      ⟹  x p2 y, x p1 y       prp-eqp1, prp-eqp2
 *   p1 ≡ p2⁻                x p1 y, x p2 y      ⟹  y p2 x, y p1 x       prp-inv1, prp-inv2
 *   p is symmetric          x p y               ⟹  y p x                prp-symp
 *   p is transitive         x p y    y p z      ⟹  x p z                prp-trp
 *   p is functional         x p y    x p z      ⟹  y owl:sameAs z       prp-fp
 *   p⁻ is functional        x p y    z p y      ⟹  x owl:sameAs z       prp-ifp
 *   p is irreflexive        x p x               ⟹  x : owl:Nothing      prp-irp
 *   p is asymmetric         x p y    y p x      ⟹  x : owl:Nothing      prp-asyp
 *   p1 and p2 are disjoint  x p1 y   x p2 y     ⟹  x : owl:Nothing      prp-pdw, prp-adp
 * </pre>
 *
 * <p>Two literals cannot be made equal: a second literal as value of a functional property with
 * literals contradicts.
 */
final class PropertyAxioms {

  private final Ontology ontology;
  private final ClassAxioms classes;
  private final CompiledRules rules;
  private final Manchester words;

  PropertyAxioms(Ontology ontology, ClassAxioms classes, CompiledRules rules, Manchester words) {
    this.ontology = ontology;
    this.classes = classes;
    this.rules = rules;
    this.words = words;
  }

  /** What to do with an axiom, by its property. */
  Map<Node, List<Consumer<Statement>>> byProperty() {
    return Map.of(
        RDFS.domain.asNode(),
        List.of(a -> classes.end("prp-dom", a, subject(a), X)),
        RDFS.range.asNode(),
        List.of(this::range),
        RDFS.subPropertyOf.asNode(),
        List.of(a -> implies("prp-spo1", a, subject(a), object(a), " implies ")),
        OWL2.equivalentProperty.asNode(),
        List.of(
            a -> implies("prp-eqp1", a, subject(a), object(a), " is equivalent to "),
            a -> implies("prp-eqp2", a, object(a), subject(a), " is equivalent to ")),
        OWL2.inverseOf.asNode(),
        List.of(this::inverse),
        OWL2.propertyChainAxiom.asNode(),
        List.of(this::chain),
        OWL2.propertyDisjointWith.asNode(),
        List.of(a -> disjoint("prp-pdw", a, subject(a), object(a))));
  }

  /** What to do with a property, or a node without a name, of a type of axioms. */
  Map<Node, List<Consumer<Statement>>> byType() {
    return Map.of(
        OWL2.SymmetricProperty.asNode(),
        List.of(
            a ->
                rules.add(
                    "prp-symp",
                    a,
                    says(a, "symmetric"),
                    edge(X, subject(a), Y),
                    ontology.edge(Y, subject(a), X))),
        OWL2.TransitiveProperty.asNode(),
        List.of(
            a ->
                rules.add(
                    "prp-trp",
                    a,
                    says(a, "transitive"),
                    edge(X, subject(a), Y).and(edge(Y, subject(a), Z)),
                    ontology.edge(X, subject(a), Z))),
        OWL2.FunctionalProperty.asNode(),
        List.of(this::functional),
        OWL2.InverseFunctionalProperty.asNode(),
        List.of(
            a ->
                rules.add(
                    "prp-ifp",
                    a,
                    says(a, "inverse functional"),
                    edge(X, subject(a), Y).and(edge(Z, subject(a), Y)),
                    CompiledRules.same(X, Z))),
        OWL2.IrreflexiveProperty.asNode(),
        List.of(
            a -> rules.contradiction("prp-irp", a, says(a, "irreflexive"), edge(X, subject(a), X))),
        OWL2.AsymmetricProperty.asNode(),
        List.of(
            a ->
                rules.contradiction(
                    "prp-asyp",
                    a,
                    says(a, "asymmetric"),
                    edge(X, subject(a), Y).and(edge(Y, subject(a), X)))),
        OWL2.AllDisjointProperties.asNode(),
        List.of(this::allDisjoint));
  }

  private void range(Statement axiom) {
    if (!OwlTerms.isDatatype(object(axiom))) {
      classes.end("prp-rng", axiom, subject(axiom), Y);
    } // else nothing: a literal gets no type from its property; SHACL checks its datatype
  }

  private void implies(String rule, Statement axiom, Node sub, Node sup, String word) {
    rules.add(
        rule,
        axiom,
        words.show(sub) + word + words.show(sup),
        edge(X, sub, Y),
        ontology.edge(X, sup, Y));
  }

  private void inverse(Statement axiom) {
    Node one = subject(axiom);
    Node other = object(axiom);
    if (one.isBlank()) {
      ontology.edge(X, one, Y); // an expression, which must be of a property with a name
      return;
    }
    rules.add(
        "prp-inv1",
        axiom,
        words.show(one) + " is the inverse of " + words.show(other),
        edge(X, one, Y),
        ontology.edge(Y, other, X));
    rules.add(
        "prp-inv2",
        axiom,
        words.show(other) + " is the inverse of " + words.show(one),
        edge(X, other, Y),
        ontology.edge(Y, one, X));
  }

  private void functional(Statement axiom) {
    Conjunction two = edge(X, subject(axiom), Y).and(edge(X, subject(axiom), Z));
    if (ontology.hasLiterals(subject(axiom))) {
      Atom differ = new Atom.Comparison(Comparator.DIFFERENT_VALUES, Y, Z);
      rules.contradiction("prp-fp", axiom, says(axiom, "functional"), two.and(differ));
    } else {
      rules.add("prp-fp", axiom, says(axiom, "functional"), two, CompiledRules.same(Y, Z));
    }
  }

  private void chain(Statement axiom) {
    List<Node> links = ontology.list(object(axiom));
    if (links.isEmpty()) {
      throw new NotSupported("a chain of no properties", "name the properties in the list");
    }
    Conjunction path = Conjunction.NOTHING;
    Node from = X;
    for (int i = 0; i < links.size(); i++) {
      Node to = NodeFactory.createVariable("x" + (i + 1));
      path = path.and(edge(from, links.get(i), to));
      from = to;
    }
    String description =
        words.list(object(axiom), " then ") + " implies " + words.show(subject(axiom));
    rules.add("prp-spo2", axiom, description, path, ontology.edge(X, subject(axiom), from));
  }

  private void disjoint(String rule, Statement axiom, Node one, Node other) {
    rules.contradiction(
        rule,
        axiom,
        "nothing " + words.show(one) + " what it " + words.show(other),
        edge(X, one, Y).and(edge(X, other, Y)));
  }

  private void allDisjoint(Statement axiom) {
    List<Node> members = ClassAxioms.members(ontology, subject(axiom), OWL2.members.asNode());
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < members.size(); j++) {
        disjoint("prp-adp", axiom, members.get(i), members.get(j));
      }
    }
  }

  private String says(Statement axiom, String characteristic) {
    return words.show(subject(axiom)) + " is " + characteristic;
  }

  private Conjunction edge(Node from, Node property, Node to) {
    return Conjunction.of(ontology.edge(from, property, to));
  }

  private static Node subject(Statement axiom) {
    return axiom.triple().getSubject();
  }

  private static Node object(Statement axiom) {
    return axiom.triple().getObject();
  }
}
