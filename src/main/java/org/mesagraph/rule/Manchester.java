package org.mesagraph.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.mesagraph.base.Prefixes;

/** Expressions as people read them, in the manner of the Manchester syntax. */
record Manchester(Ontology ontology, Prefixes prefixes) {

  private static final int DEEPEST = 100;

  String show(Node node) {
    return show(node, 0);
  }

  private String show(Node node, int depth) {
    if (!node.isBlank() || depth > DEEPEST) {
      return prefixes.show(node);
    }
    Optional<Node> inverse = ontology.object(node, OWL2.inverseOf.asNode());
    if (inverse.isPresent()) {
      return "inverse of " + show(inverse.get(), depth + 1);
    }
    List<Construct> ways = Construct.of(ontology, node);
    if (ways.isEmpty()) {
      return "class expression";
    }
    Node part = ontology.object(node, ways.get(0).term()).orElseThrow();
    String property =
        ontology
            .object(node, OWL2.onProperty.asNode())
            .map(p -> show(p, depth + 1))
            .orElse("something");
    return switch (ways.get(0)) {
      case INTERSECTION -> list(part, depth, " and ", "(", ")");
      case UNION -> list(part, depth, " or ", "(", ")");
      case ONE_OF -> list(part, depth, ", ", "{", "}");
      case COMPLEMENT -> "not " + show(part, depth + 1);
      case HAS_VALUE -> property + " value " + show(part, depth + 1);
      case SOME -> property + " some " + show(part, depth + 1);
      case ALL -> property + " only " + show(part, depth + 1);
      case MOST -> property + " max " + number(part);
      case MOST_OF ->
          property
              + " max "
              + number(part)
              + ontology
                  .object(node, OWL2.onClass.asNode())
                  .map(c -> " " + show(c, depth + 1))
                  .orElse("");
    };
  }

  /** The members of a list with a word between them. */
  String list(Node list, String word) {
    return list(list, 0, word, "", "");
  }

  private String list(Node list, int depth, String word, String before, String after) {
    return ontology.list(list).stream()
        .map(member -> show(member, depth + 1))
        .collect(Collectors.joining(word, before, after));
  }

  private String number(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : prefixes.show(node);
  }
}
