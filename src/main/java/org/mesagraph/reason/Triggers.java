package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.rule.Rule;

/**
 * Which patterns of which rules a fact may match, found by its predicate and, for {@code rdf:type},
 * by its class: most rules that come from axioms ask for a type and would else all be tried.
 */
final class Triggers {

  private static final Node TYPE = RDF.type.asNode();
  private static final Node ANY = NodeFactory.createVariable("any");

  /**
   * A pattern of a rule.
   *
   * @param position its place among the patterns of the rule
   * @param join finds instances of the other patterns
   * @param guards checks what the rule negates and compares
   */
  record Trigger(Rule rule, int position, Triple pattern, Join join, Join guards) {}

  private record Key(Node predicate, Node type) {
    static Key of(Triple triple) {
      Node predicate = triple.getPredicate().isVariable() ? ANY : triple.getPredicate();
      boolean typed = predicate.equals(TYPE) && !triple.getObject().isVariable();
      return new Key(predicate, typed ? triple.getObject() : ANY);
    }
  }

  private static final Key EVERYTHING = new Key(ANY, ANY);

  private final Map<Key, List<Trigger>> byKey = new HashMap<>();

  Triggers(List<Rule> rules, Triples facts, Triples negated) {
    for (Rule rule : rules) {
      Join join = new Join(facts, rule);
      Join guards = new Join(negated, rule);
      List<Triple> patterns = rule.patterns();
      for (int i = 0; i < patterns.size(); i++) {
        byKey
            .computeIfAbsent(Key.of(patterns.get(i)), key -> new ArrayList<>())
            .add(new Trigger(rule, i, patterns.get(i), join, guards));
      }
    }
  }

  /** The patterns that a fact may match. */
  List<Trigger> of(Triple fact) {
    Key exact = Key.of(fact);
    Key predicate = new Key(fact.getPredicate(), ANY);
    return Stream.of(exact, predicate, EVERYTHING)
        .distinct()
        .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
        .toList();
  }
}
