package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * Class expressions on the left of an axiom, as conditions that a node meets if it is in the class.
 *
 * <pre>
 *   x : c1  …  x : cn         ⟹  x : c1 ⊓ … ⊓ cn     cls-int1
 *   x : ci                    ⟹  x : c1 ⊔ … ⊔ cn     cls-uni
 *   x p y    y : c            ⟹  x : ∃p.c            cls-svf1
 *   x p y                     ⟹  x : ∃p.owl:Thing    cls-svf2
 *   x p v                     ⟹  x : ∃p.{v}          cls-hv2
 *                             ⟹  ai : {a1 … an}      cls-oo
 * </pre>
 */
final class ClassExpressions {

  private static final Node TYPE = RDF.type.asNode();
  private static final int DEEPEST = 100;
  private static final int MOST_WAYS = 1000;

  private final Ontology ontology;
  private int variables;

  ClassExpressions(Ontology ontology) {
    this.ontology = ontology;
  }

  /** A variable that no other condition has. */
  Node fresh() {
    return NodeFactory.createVariable("v" + variables++);
  }

  /** Refuses an expression that contains itself. */
  void check(Node expression) {
    check(expression, Set.of());
  }

  private void check(Node expression, Set<Node> around) {
    if (!expression.isBlank()) {
      return;
    }
    if (around.contains(expression) || around.size() > DEEPEST) {
      throw new NotSupported(
          "a class expression that contains itself or is too deep", "give its parts names");
    }
    Set<Node> inside = new HashSet<>(around);
    inside.add(expression);
    Construct construct = construct(expression);
    Node part = ontology.object(expression, construct.term()).orElseThrow();
    if (construct.isOfClasses()) {
      ontology.list(part).forEach(member -> check(member, inside));
    } else if (construct == Construct.MOST_OF) {
      ontology.object(expression, OWL2.onClass.asNode()).ifPresent(c -> check(c, inside));
    } else if (construct != Construct.HAS_VALUE && construct != Construct.ONE_OF) {
      check(part, inside);
    }
  }

  /** How an expression without a name is built. */
  Construct construct(Node expression) {
    if (expression.isLiteral()) {
      throw new NotSupported("a literal where a class is to stand", "name the class");
    }
    for (Triple triple : ontology.about(expression)) {
      if (OwlTerms.refusal(triple.getPredicate()).isPresent()
          || triple.getPredicate().equals(TYPE)
              && OwlTerms.refusal(triple.getObject()).isPresent()) {
        throw NotSupported.elsewhere();
      }
    }
    List<Construct> ways = Construct.of(ontology, expression);
    if (ways.size() > 1) {
      throw new NotSupported(
          "a class expression that is built in two ways at once", "write owl:intersectionOf");
    }
    if (ways.isEmpty()) {
      throw new NotSupported(
          "a class expression that says nothing", "name the class, or say how it is built");
    }
    return ways.get(0);
  }

  /** The name of the rule by which a node is seen to be in a class; none if the class is named. */
  Optional<String> rule(Node expression) {
    if (!expression.isBlank()) {
      return Optional.empty();
    }
    return switch (construct(expression)) {
      case INTERSECTION -> Optional.of("cls-int1");
      case UNION -> Optional.of("cls-uni");
      case ONE_OF -> Optional.of("cls-oo");
      case HAS_VALUE -> Optional.of("cls-hv2");
      case SOME ->
          Optional.of(
              OwlTerms.isEverything(part(expression, Construct.SOME)) ? "cls-svf2" : "cls-svf1");
      default -> Optional.empty();
    };
  }

  /** The ways in which a node can be seen to be in a class. */
  List<Conjunction> conditions(Node node, Node expression) {
    if (expression.isURI()) {
      OwlTerms.checkClass(expression);
      return OwlTerms.isEverything(expression)
          ? List.of(Conjunction.NOTHING)
          : List.of(Conjunction.of(Triple.create(node, TYPE, expression)));
    }
    Construct construct = construct(expression);
    Node part = part(expression, construct);
    return switch (construct) {
      case INTERSECTION -> ofAll(node, members(part));
      case UNION -> {
        List<Conjunction> ways = new ArrayList<>();
        members(part).forEach(member -> ways.addAll(conditions(node, member)));
        yield ways;
      }
      case ONE_OF -> things(part).stream().map(thing -> Conjunction.is(node, thing)).toList();
      case HAS_VALUE -> List.of(edge(node, expression, part));
      case SOME -> {
        Node filler = fresh();
        yield product(List.of(edge(node, expression, filler)), conditions(filler, part));
      }
      case ALL, COMPLEMENT, MOST, MOST_OF ->
          throw new NotSupported(
              OwlTerms.name(construct.term()) + " on the left is not supported",
              "write it on the right, or write a rule with noValue in ontology/rules, as no fact ever"
                  + " shows that a thing meets it");
    };
  }

  /** The ways in which a node can be seen to be in all of several classes. */
  List<Conjunction> ofAll(Node node, List<Node> classes) {
    List<Conjunction> ways = List.of(Conjunction.NOTHING);
    for (Node member : classes) {
      ways = product(ways, conditions(node, member));
    }
    return ways;
  }

  /** Every way of the one with every way of the other. */
  static List<Conjunction> product(List<Conjunction> one, List<Conjunction> other) {
    if ((long) one.size() * other.size() > MOST_WAYS) {
      throw new NotSupported(
          "a class expression with more than " + MOST_WAYS + " ways to meet it",
          "name the unions within it");
    }
    List<Conjunction> ways = new ArrayList<>();
    for (Conjunction first : one) {
      for (Conjunction second : other) {
        ways.add(first.and(second));
      }
    }
    return ways;
  }

  /** What an expression is built of. */
  Node part(Node expression, Construct construct) {
    return ontology.object(expression, construct.term()).orElseThrow();
  }

  /** The classes of an intersection or a union. */
  List<Node> members(Node list) {
    List<Node> members = ontology.list(list);
    if (members.isEmpty()) {
      throw new NotSupported("a class expression of no parts", "name the class that is meant");
    }
    return members;
  }

  private List<Node> things(Node list) {
    List<Node> things = members(list);
    if (things.stream().anyMatch(Node::isLiteral)) {
      throw new NotSupported(
          "owl:oneOf of literals is not supported", "write owl:hasValue for each of them");
    }
    return things;
  }

  /** The edge of a restriction. */
  Conjunction edge(Node from, Node restriction, Node to) {
    return Conjunction.of(ontology.edge(from, property(restriction), to));
  }

  Node property(Node restriction) {
    return ontology
        .object(restriction, OWL2.onProperty.asNode())
        .orElseThrow(
            () ->
                new NotSupported("a restriction without owl:onProperty", "say of which property"));
  }
}
