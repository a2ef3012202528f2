package org.mesagraph.base;

import java.util.List;
import java.util.Optional;

/**
 * The description of one subject in a Turtle or TriG file, as it is written.
 *
 * @param graph the graph that holds it; empty in Turtle
 * @param line of the subject
 * @param body its other lines, without the full stop and without the outer indent
 */
record TurtleBlock(String graph, String subject, int line, List<String> body) {

  private static final List<String> KINDS =
      List.of(
          "owl:Ontology",
          "owl:Class",
          "owl:ObjectProperty",
          "owl:DatatypeProperty",
          "owl:AnnotationProperty");

  TurtleBlock {
    body = List.copyOf(body);
  }

  /** Whether it describes something that has no name. */
  boolean isNameless() {
    return subject.equals("[]");
  }

  /** Whether it says what its subject is, and not only how the subject relates to others. */
  boolean describes() {
    return !isNameless() && objectOf("a").isPresent();
  }

  /** The predicates in their order, each once for each line that states it. */
  List<String> predicates() {
    return body.stream()
        .filter(text -> text.matches("[a-z]\\S* .*|sh:declare"))
        .map(text -> text.split(" ")[0])
        .toList();
  }

  /** What the first line with a predicate says. */
  Optional<String> objectOf(String predicate) {
    return body.stream()
        .filter(text -> text.startsWith(predicate + " "))
        .map(text -> text.substring(predicate.length() + 1).replaceFirst(" ;$", ""))
        .findFirst();
  }

  /** Its place among the kinds of subject: ontology, class, properties, everything else. */
  int kind() {
    int kind = objectOf("a").map(KINDS::indexOf).orElse(-1);
    return kind < 0 ? KINDS.size() : kind;
  }
}
