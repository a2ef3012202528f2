package org.mesagraph.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Step;
import org.mesagraph.rule.Rule;

/**
 * Something that cannot be, since it would be an {@code owl:Nothing}, with a minimal proof of it.
 */
public record Contradiction(Proof proof) {

  /** The contradictions in a closure, in a fixed order. */
  public static List<Contradiction> in(Closure closure) {
    Proofs proofs = new Proofs(closure);
    return closure.inconsistencies().stream()
        .flatMap(triple -> proofs.one(triple).stream())
        .map(Contradiction::new)
        .toList();
  }

  public Node subject() {
    return proof.conclusion().getSubject();
  }

  /** The first statement that clashes, as a place to start mending. */
  public Place place(KnowledgeBase base) {
    return proof.leaves().stream()
        .flatMap(leaf -> base.statementsOf(leaf).stream())
        .map(Statement::place)
        .findFirst()
        .orElseGet(() -> base.placeOf(subject()));
  }

  /**
   * Which rule is broken, in words and with its place, and by which statements, each with its file
   * and line.
   */
  public String describe(KnowledgeBase base) {
    String statements =
        proof.leaves().stream()
            .map(leaf -> base.prefixes().show(leaf) + places(base, leaf))
            .collect(Collectors.joining("; "));
    return base.prefixes().show(subject()) + " contradicts itself" + rule() + ": " + statements;
  }

  private String rule() {
    return clash(proof) instanceof Step.Inferred inferred ? " by " + told(inferred.rule()) : "";
  }

  private static String told(Rule rule) {
    return rule.name() + " (" + rule.place() + ") – " + rule.description().replaceFirst("\\.$", "");
  }

  /** What clashes about another name of the subject, if the subject is only the same as that. */
  private static Step clash(Proof proof) {
    return proof.premises().stream()
        .filter(premise -> premise.conclusion().getObject().equals(OWL.Nothing.asNode()))
        .findFirst()
        .map(Contradiction::clash)
        .orElse(proof.step());
  }

  private static String places(KnowledgeBase base, Triple triple) {
    return base.statementsOf(triple).stream()
        .map(statement -> statement.place().toString())
        .collect(Collectors.joining(", ", " (", ")"));
  }
}
