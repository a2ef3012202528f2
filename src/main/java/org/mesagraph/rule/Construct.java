package org.mesagraph.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;

/** A way to build a class expression, told by the property that only it has. */
enum Construct {
  INTERSECTION(OWL2.intersectionOf),
  UNION(OWL2.unionOf),
  COMPLEMENT(OWL2.complementOf),
  ONE_OF(OWL2.oneOf),
  HAS_VALUE(OWL2.hasValue),
  SOME(OWL2.someValuesFrom),
  ALL(OWL2.allValuesFrom),
  MOST(OWL2.maxCardinality),
  MOST_OF(OWL2.maxQualifiedCardinality);

  private static final Map<Node, Construct> BY_TERM =
      Arrays.stream(values()).collect(Collectors.toMap(c -> c.term, Function.identity()));

  private static final List<Node> OTHER_PARTS =
      List.of(OWL2.onProperty.asNode(), OWL2.onClass.asNode(), OWL2.inverseOf.asNode());

  private final Node term;

  Construct(Resource term) {
    this.term = term.asNode();
  }

  Node term() {
    return term;
  }

  /** Whether it is made of other classes that stand in a list. */
  boolean isOfClasses() {
    return this == INTERSECTION || this == UNION;
  }

  /** The ways in which a node is built, which should be one. */
  static List<Construct> of(Ontology ontology, Node expression) {
    return ontology.about(expression).stream()
        .filter(triple -> BY_TERM.containsKey(triple.getPredicate()))
        .map(triple -> BY_TERM.get(triple.getPredicate()))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether a property builds expressions. */
  static boolean isPart(Node predicate) {
    return BY_TERM.containsKey(predicate) || OTHER_PARTS.contains(predicate);
  }
}
