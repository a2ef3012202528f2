package org.mesagraph.rule;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * Class expressions on the right of an axiom, as what follows for a node that is in the class.
 *
 * <pre>
 *   x : c1 ⊓ … ⊓ cn                    ⟹  x : ci                cls-int2
 *   x : ∀p.c    x p y                  ⟹  y : c                 cls-avf
 *   x : ∃p.{v}                         ⟹  x p v                 cls-hv1
 *   x : ¬c      x : c                  ⟹  x : owl:Nothing       cls-com
 *   x : ≤0 p    x p y                  ⟹  x : owl:Nothing       cls-maxc1
 *   x : ≤1 p    x p y1    x p y2       ⟹  y1 owl:sameAs y2      cls-maxc2
 *   x : ≤0 p.c  x p y     y : c        ⟹  x : owl:Nothing       cls-maxqc1, cls-maxqc2
 *   x : ≤1 p.c  x p yi    yi : c       ⟹  y1 owl:sameAs y2      cls-maxqc3, cls-maxqc4
 * </pre>
 *
 * <p>Two literals cannot be made equal: of a property with literals, a second value contradicts.
 */
final class ClassConclusions {

  private static final Node TYPE = RDF.type.asNode();

  private final Ontology ontology;
  private final ClassExpressions expressions;

  ClassConclusions(Ontology ontology, ClassExpressions expressions) {
    this.ontology = ontology;
    this.expressions = expressions;
  }

  /** That a node is in no class: a contradiction. */
  static Triple nothing(Node node) {
    return Triple.create(node, TYPE, OWL2.Nothing.asNode());
  }

  /** What follows for a node that is in a class. */
  List<Conclusion> of(Node node, Node expression) {
    if (expression.isURI()) {
      OwlTerms.checkClass(expression);
      boolean empty = expression.equals(OWL2.Nothing.asNode());
      return List.of(
          new Conclusion(
              empty ? "cls-nothing2" : "",
              Conjunction.NOTHING,
              Triple.create(node, TYPE, expression)));
    }
    Construct construct = expressions.construct(expression);
    Node part = expressions.part(expression, construct);
    return switch (construct) {
      case INTERSECTION -> ofAll(node, expressions.members(part));
      case HAS_VALUE ->
          List.of(
              new Conclusion(
                  "cls-hv1",
                  Conjunction.NOTHING,
                  ontology.edge(node, expressions.property(expression), part)));
      case ALL -> {
        Node value = expressions.fresh();
        Conjunction edge = expressions.edge(node, expression, value);
        yield of(value, part).stream().map(c -> c.by("cls-avf").within(edge)).toList();
      }
      case COMPLEMENT ->
          expressions.conditions(node, part).stream()
              .map(condition -> new Conclusion("cls-com", condition, nothing(node)))
              .toList();
      case MOST -> atMost(node, expression, number(part), OWL2.Thing.asNode(), "cls-maxc");
      case MOST_OF -> {
        Node of = ontology.object(expression, OWL2.onClass.asNode()).orElseThrow(this::noClass);
        yield atMost(node, expression, number(part), of, "cls-maxqc");
      }
      case UNION ->
          throw new NotSupported(
              "owl:unionOf on the right is not supported",
              "write what they have in common, as it would not tell which of them");
      case SOME ->
          throw new NotSupported(
              "owl:someValuesFrom on the right is not supported",
              "write owl:hasValue, as it would not tell which thing, or check it with a shape in"
                  + " ontology/shapes");
      case ONE_OF ->
          throw new NotSupported(
              "owl:oneOf on the right is not supported",
              "write owl:hasValue, as it would not tell which of them, or check it with a shape in"
                  + " ontology/shapes");
    };
  }

  /** What follows for a node that is in all of several classes. */
  List<Conclusion> ofAll(Node node, List<Node> classes) {
    return classes.stream()
        .flatMap(member -> of(node, member).stream().map(Conclusion::asPart))
        .toList();
  }

  private NotSupported noClass() {
    return new NotSupported(
        "owl:maxQualifiedCardinality without owl:onClass", "say of which class, with owl:onClass");
  }

  /** A literal that says 0 or 1, whatever its datatype. */
  private static int number(Node literal) {
    String text = literal.isLiteral() ? literal.getLiteralLexicalForm().strip() : "";
    if (!text.matches("[+]?0*[01]")) {
      throw new NotSupported(
          "a greatest number other than 0 and 1 is not supported",
          "check it with a shape in ontology/shapes");
    }
    return text.endsWith("1") ? 1 : 0;
  }

  private List<Conclusion> atMost(Node node, Node restriction, int most, Node type, String rule) {
    // the qualified rules come in pairs: for a class, and for owl:Thing
    int step = rule.endsWith("qc") ? 2 : 1;
    int kind = step == 2 && OwlTerms.isEverything(type) ? 2 : 1;
    String name = rule + (most * step + kind);
    Node first = expressions.fresh();
    List<Conjunction> one = value(node, restriction, first, type);
    if (most == 0) {
      return one.stream().map(c -> new Conclusion(name, c, nothing(node))).toList();
    }
    Node second = expressions.fresh();
    List<Conjunction> two = ClassExpressions.product(one, value(node, restriction, second, type));
    if (ontology.hasLiterals(expressions.property(restriction))) {
      Atom differ = new Atom.Comparison(Comparator.DIFFERENT_VALUES, first, second);
      return two.stream().map(c -> new Conclusion(name, c.and(differ), nothing(node))).toList();
    }
    Triple same = Triple.create(first, OWL2.sameAs.asNode(), second);
    return two.stream().map(c -> new Conclusion(name, c, same)).toList();
  }

  private List<Conjunction> value(Node node, Node restriction, Node value, Node type) {
    return ClassExpressions.product(
        List.of(expressions.edge(node, restriction, value)), expressions.conditions(value, type));
  }
}
