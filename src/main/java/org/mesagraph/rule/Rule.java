package org.mesagraph.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.Place;

/**
 * If the body holds, so does the head.
 *
 * @param name short name; for axioms the rule id of OWL 2 RL, such as {@code prp-spo2}
 * @param description what the rule says, in a sentence
 * @param place where the rule, or the axiom it was compiled from, is written
 * @param body conditions; at least one pattern
 * @param head the conclusion, whose variables all occur in patterns of the body
 */
public record Rule(String name, String description, Place place, List<Atom> body, Triple head) {

  public Rule {
    body = List.copyOf(body);
    Set<Node> bound = new LinkedHashSet<>();
    for (Atom atom : body) {
      if (atom instanceof Atom.Pattern) {
        atom.terms().stream().filter(Node::isVariable).forEach(bound::add);
      }
    }
    if (body.stream().noneMatch(Atom.Pattern.class::isInstance)) {
      throw new IllegalArgumentException("rule " + name + " has no pattern in its body");
    }
    for (Atom atom : body) {
      checkShape(name, atom);
    }
    checkShape(name, new Atom.Pattern(head));
    String unbound =
        new Atom.Pattern(head)
            .terms().stream()
                .filter(term -> term.isVariable() && !bound.contains(term))
                .map(term -> "?" + term.getName())
                .collect(Collectors.joining(", "));
    if (!unbound.isEmpty()) {
      throw new IllegalArgumentException(
          "rule " + name + " concludes about " + unbound + ", which its body does not bind");
    }
    for (Atom atom : body) {
      if (atom instanceof Atom.Comparison comparison
          && comparison.terms().stream().anyMatch(t -> t.isVariable() && !bound.contains(t))) {
        throw new IllegalArgumentException(
            "rule " + name + " compares a variable that no pattern of its body binds");
      }
    }
  }

  /** Refuses what no graph holds: literal subjects, and predicates that are no IRIs. */
  private static void checkShape(String name, Atom atom) {
    if (atom instanceof Atom.Comparison) {
      return;
    }
    Node subject = atom.terms().get(0);
    if (subject.isLiteral()) {
      throw new IllegalArgumentException("rule " + name + " has a literal as subject");
    }
    Node predicate = atom.terms().get(1);
    if (!predicate.isURI() && !predicate.isVariable()) {
      throw new IllegalArgumentException("rule " + name + " has a predicate that is no IRI");
    }
  }

  /** The patterns of the body, in the order written. */
  public List<Triple> patterns() {
    return body.stream()
        .filter(Atom.Pattern.class::isInstance)
        .map(atom -> ((Atom.Pattern) atom).triple())
        .toList();
  }
}
