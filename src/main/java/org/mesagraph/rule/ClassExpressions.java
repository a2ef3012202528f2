package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.mesagraph.base.Prefixes;

/**
 * Class expressions of OWL 2 RL as parts of rules: on the left of an axiom as conditions, on the
 * right as conclusions.
 */
final class ClassExpressions {

  private static final Node TYPE = RDF.type.asNode();

  private static final int DEEPEST = 100;

  private static final List<Node> WAYS =
      List.of(
          OWL.intersectionOf.asNode(),
          OWL.unionOf.asNode(),
          OWL.hasValue.asNode(),
          OWL.someValuesFrom.asNode());

  private final BiFunction<Node, Node, Optional<Node>> object;
  private int variables;

  ClassExpressions(BiFunction<Node, Node, Optional<Node>> object) {
    this.object = object;
  }

  /** Refuses an expression that contains itself or that is built in two ways at once. */
  void check(Node expression) {
    check(expression, Set.of());
  }

  private void check(Node expression, Set<Node> around) {
    if (!expression.isBlank()) {
      return;
    }
    if (around.contains(expression) || around.size() > DEEPEST) {
      throw new IllegalArgumentException("a class expression that contains itself or is too deep");
    }
    List<Node> ways = WAYS.stream().filter(way -> get(expression, way).isPresent()).toList();
    if (ways.size() > 1) {
      throw new IllegalArgumentException("a class expression that is built in two ways at once");
    }
    Set<Node> inside = new HashSet<>(around);
    inside.add(expression);
    for (Node way : ways) {
      Node part = get(expression, way).orElseThrow();
      if (way.equals(OWL.intersectionOf.asNode()) || way.equals(OWL.unionOf.asNode())) {
        list(part).forEach(member -> check(member, inside));
      } else if (way.equals(OWL.someValuesFrom.asNode())) {
        check(part, inside);
      }
    }
  }

  private static void checkName(Node name) {
    if (isDatatype(name)) {
      throw new IllegalArgumentException("a datatype in a class expression is not supported");
    }
  }

  /** Whether an IRI names a kind of literals, to which no type can be given. */
  static boolean isDatatype(Node name) {
    return name.isURI()
        && (name.getURI().startsWith(XSD.getURI())
            || name.equals(RDFS.Literal.asNode())
            || name.equals(RDF.langString.asNode()));
  }

  /**
   * The rule of OWL 2 RL that a subclass axiom between two expressions is an instance of.
   *
   * @param plain the rule if both are plain names
   */
  String rule(Node sub, Node sup, String plain) {
    if (get(sub, OWL.intersectionOf.asNode()).isPresent()) {
      return "cls-int1";
    }
    if (get(sub, OWL.unionOf.asNode()).isPresent()) {
      return "cls-uni";
    }
    if (get(sub, OWL.someValuesFrom.asNode()).isPresent()) {
      return get(sub, OWL.someValuesFrom.asNode()).filter(OWL.Thing.asNode()::equals).isPresent()
          ? "cls-svf2"
          : "cls-svf1";
    }
    if (get(sub, OWL.hasValue.asNode()).isPresent()) {
      return "cls-hv2";
    }
    if (get(sup, OWL.intersectionOf.asNode()).isPresent()) {
      return "cls-int2";
    }
    return get(sup, OWL.hasValue.asNode()).isPresent() ? "cls-hv1" : plain;
  }

  /** The ways in which a node can be seen to be in a class, each a conjunction of conditions. */
  List<List<Atom>> conditions(Node node, Node expression) {
    if (expression.isURI()) {
      checkName(expression);
      if (expression.equals(OWL.Thing.asNode())) {
        throw new IllegalArgumentException("owl:Thing as a condition is not supported");
      }
      return List.of(List.of(pattern(node, TYPE, expression)));
    }
    Optional<Node> intersection = get(expression, OWL.intersectionOf.asNode());
    if (intersection.isPresent()) {
      List<List<Atom>> result = List.of(List.of());
      for (Node member : list(intersection.get())) {
        result = product(result, conditions(node, member));
      }
      return result;
    }
    Optional<Node> union = get(expression, OWL.unionOf.asNode());
    if (union.isPresent()) {
      List<List<Atom>> result = new ArrayList<>();
      list(union.get()).forEach(member -> result.addAll(conditions(node, member)));
      return result;
    }
    Node property = property(expression);
    Optional<Node> value = get(expression, OWL.hasValue.asNode());
    if (value.isPresent()) {
      return List.of(List.of(pattern(node, property, value.get())));
    }
    Optional<Node> some = get(expression, OWL.someValuesFrom.asNode());
    if (some.isPresent()) {
      Node filler = NodeFactory.createVariable("v" + variables++);
      List<List<Atom>> edge = List.of(List.of(pattern(node, property, filler)));
      return some.get().equals(OWL.Thing.asNode())
          ? edge
          : product(edge, conditions(filler, some.get()));
    }
    throw new IllegalArgumentException("this class expression is not supported on the left");
  }

  /** What follows for a node that is in a class. */
  List<Triple> conclusions(Node node, Node expression) {
    if (expression.isURI()) {
      checkName(expression);
      return List.of(Triple.create(node, TYPE, expression));
    }
    Optional<Node> intersection = get(expression, OWL.intersectionOf.asNode());
    if (intersection.isPresent()) {
      List<Triple> result = new ArrayList<>();
      list(intersection.get()).forEach(member -> result.addAll(conclusions(node, member)));
      return result;
    }
    Optional<Node> value = get(expression, OWL.hasValue.asNode());
    if (value.isPresent()) {
      return List.of(Triple.create(node, property(expression), value.get()));
    }
    throw new IllegalArgumentException("this class expression is not supported on the right");
  }

  /** The members of an RDF list. */
  List<Node> list(Node head) {
    List<Node> members = new ArrayList<>();
    Set<Node> cells = new HashSet<>();
    Node cell = head;
    while (!cell.equals(RDF.nil.asNode())) {
      if (!cells.add(cell)) {
        throw new IllegalArgumentException("a list that runs in a circle");
      }
      members.add(
          get(cell, RDF.first.asNode())
              .orElseThrow(() -> new IllegalArgumentException("a list that is not well formed")));
      cell =
          get(cell, RDF.rest.asNode())
              .orElseThrow(() -> new IllegalArgumentException("a list that is not well formed"));
    }
    return members;
  }

  /** An expression in the manner of the Manchester syntax. */
  String show(Node expression, Prefixes prefixes) {
    if (!expression.isBlank()) {
      return prefixes.show(expression);
    }
    Optional<Node> intersection = get(expression, OWL.intersectionOf.asNode());
    if (intersection.isPresent()) {
      return join(intersection.get(), " and ", prefixes);
    }
    Optional<Node> union = get(expression, OWL.unionOf.asNode());
    if (union.isPresent()) {
      return join(union.get(), " or ", prefixes);
    }
    String property =
        get(expression, OWL.onProperty.asNode()).map(prefixes::show).orElse("class expression");
    return get(expression, OWL.someValuesFrom.asNode())
        .map(filler -> property + " some " + show(filler, prefixes))
        .or(
            () ->
                get(expression, OWL.hasValue.asNode())
                    .map(value -> property + " value " + prefixes.show(value)))
        .orElse(property);
  }

  private String join(Node list, String word, Prefixes prefixes) {
    return list(list).stream()
        .map(member -> show(member, prefixes))
        .collect(Collectors.joining(word, "(", ")"));
  }

  private Node property(Node restriction) {
    return get(restriction, OWL.onProperty.asNode())
        .filter(Node::isURI)
        .orElseThrow(() -> new IllegalArgumentException("this class expression is not supported"));
  }

  private Optional<Node> get(Node subject, Node predicate) {
    return object.apply(subject, predicate);
  }

  private static List<List<Atom>> product(List<List<Atom>> one, List<List<Atom>> other) {
    List<List<Atom>> result = new ArrayList<>();
    for (List<Atom> first : one) {
      for (List<Atom> second : other) {
        List<Atom> both = new ArrayList<>(first);
        both.addAll(second);
        result.add(both);
      }
    }
    return result;
  }

  private static Atom pattern(Node subject, Node predicate, Node object) {
    return new Atom.Pattern(Triple.create(subject, predicate, object));
  }
}
