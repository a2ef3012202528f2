package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.mesagraph.base.Statement;

/** The rules that axioms are compiled into, each at the place of its axiom. */
final class CompiledRules {

  static final Node X = NodeFactory.createVariable("x");
  static final Node Y = NodeFactory.createVariable("y");
  static final Node Z = NodeFactory.createVariable("z");

  private final List<Rule> rules = new ArrayList<>();
  private final Ontology ontology;

  CompiledRules(Ontology ontology) {
    this.ontology = ontology;
  }

  List<Rule> all() {
    return List.copyOf(rules);
  }

  /**
   * Adds a rule of an axiom. One without conditions, as an enumeration has it, rests on the axiom
   * itself, so that its conclusion has a proof.
   */
  void add(
      String name, Statement axiom, String description, Conjunction condition, Triple conclusion) {
    Triple head = condition.put(conclusion);
    List<Atom> body = condition.body();
    if (body.stream().noneMatch(Atom.Pattern.class::isInstance)) {
      if (head.getSubject().isVariable() || head.getObject().isVariable()) {
        throw new NotSupported(
            "owl:Thing as the only condition would speak of every thing there is",
            "name the class whose members are meant");
      }
      body = ontology.describe(axiom.triple());
    }
    if (head.getSubject().isLiteral() || body.stream().anyMatch(CompiledRules::isOfLiteral)) {
      throw new NotSupported(
          "a literal where a thing is to stand", "name a thing, of which more can be said");
    }
    rules.add(new Rule(name, description, axiom.place(), body, head));
  }

  private static boolean isOfLiteral(Atom atom) {
    return atom instanceof Atom.Pattern pattern && pattern.triple().getSubject().isLiteral();
  }

  /** That two conditions on one node contradict. */
  void contradiction(String name, Statement axiom, String description, Conjunction condition) {
    add(name, axiom, description, condition, ClassConclusions.nothing(X));
  }

  /** That two nodes are one thing. */
  static Triple same(Node one, Node other) {
    return Triple.create(one, OWL2.sameAs.asNode(), other);
  }
}
