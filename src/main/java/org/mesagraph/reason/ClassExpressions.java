package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.Prefixes;

/**
 * Class expressions of OWL 2 RL as parts of rules: on the left of an axiom as conditions, on the
 * right as conclusions.
 */
final class ClassExpressions {

  private static final Node TYPE = RDF.type.asNode();

  private final BiFunction<Node, Node, Optional<Node>> object;
  private int variables;

  ClassExpressions(BiFunction<Node, Node, Optional<Node>> object) {
    this.object = object;
  }

  /** The rule of OWL 2 RL that a subclass axiom between two expressions is an instance of. */
  String rule(Node sub, Node sup) {
    if (get(sub, OWL.intersectionOf.asNode()).isPresent()) {
      return "cls-int1";
    }
    if (get(sub, OWL.unionOf.asNode()).isPresent()) {
      return "cls-uni";
    }
    if (get(sub, OWL.someValuesFrom.asNode()).isPresent()) {
      return "cls-svf1";
    }
    if (get(sub, OWL.hasValue.asNode()).isPresent()) {
      return "cls-hv2";
    }
    if (get(sup, OWL.intersectionOf.asNode()).isPresent()) {
      return "cls-int2";
    }
    return get(sup, OWL.hasValue.asNode()).isPresent() ? "cls-hv1" : "cax-sco";
  }

  /** The ways in which a node can be seen to be in a class, each a conjunction of conditions. */
  List<List<Atom>> conditions(Node node, Node expression) {
    if (expression.isURI()) {
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
    Node cell = head;
    while (!cell.equals(RDF.nil.asNode())) {
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
