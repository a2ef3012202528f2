package org.mesagraph.describe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Names for blank nodes that depend only on what is said of them, so that the same contents are
 * written with the same bytes although every reading of a file names its blank nodes anew.
 *
 * <p>Each node is told apart by what is around it, ever farther out, until this tells no more of
 * them apart. The names follow the statements from the nodes that no other blank node leads to.
 * Nodes that nothing tells apart may change places, which leaves the same graph.
 */
final class BlankNames {

  private final Map<Node, List<Quad>> quadsOf = new LinkedHashMap<>();
  private final Map<Node, String> marks = new HashMap<>();
  private final Map<Node, Node> names = new LinkedHashMap<>();

  private BlankNames(Collection<Quad> quads) {
    for (Quad quad : quads) {
      note(quad.getSubject(), quad);
      if (!quad.getObject().equals(quad.getSubject())) {
        note(quad.getObject(), quad);
      }
    }
    quadsOf.keySet().forEach(node -> marks.put(node, ""));
  }

  /** The names for all blank nodes of some quads; other nodes have none. */
  static Map<Node, Node> of(Collection<Quad> quads) {
    BlankNames blanks = new BlankNames(quads);
    blanks.tellApart();
    blanks.name();
    return Map.copyOf(blanks.names);
  }

  /** A quad with its blank nodes named. */
  static Quad rename(Quad quad, Map<Node, Node> names) {
    if (!quad.getSubject().isBlank() && !quad.getObject().isBlank()) {
      return quad;
    }
    return Quad.create(
        quad.getGraph(),
        names.getOrDefault(quad.getSubject(), quad.getSubject()),
        quad.getPredicate(),
        names.getOrDefault(quad.getObject(), quad.getObject()));
  }

  private void note(Node node, Quad quad) {
    if (node.isBlank()) {
      quadsOf.computeIfAbsent(node, any -> new ArrayList<>()).add(quad);
    }
  }

  private void tellApart() {
    int known = 0;
    int apart = new HashSet<>(marks.values()).size();
    while (apart > known) {
      Map<Node, String> next = new HashMap<>();
      quadsOf.forEach((node, quads) -> next.put(node, mark(node, quads)));
      marks.putAll(next);
      known = apart;
      apart = new HashSet<>(marks.values()).size();
    }
  }

  private String mark(Node node, List<Quad> quads) {
    List<String> lines = new ArrayList<>();
    for (Quad quad : quads) {
      lines.add(
          quad.getGraph()
              + " "
              + mark(quad.getSubject(), node)
              + " "
              + quad.getPredicate()
              + " "
              + mark(quad.getObject(), node));
    }
    lines.sort(Comparator.naturalOrder());
    MessageDigest digest = Digest.sha256();
    lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return Digest.hex(digest);
  }

  private String mark(Node node, Node self) {
    return node.equals(self) ? "_:self" : node.isBlank() ? "_:" + marks.get(node) : node.toString();
  }

  private void name() {
    Set<Node> reached = new HashSet<>();
    quadsOf.forEach(
        (node, quads) ->
            quads.stream()
                .filter(quad -> quad.getSubject().isBlank() && quad.getObject().equals(node))
                .filter(quad -> !quad.getSubject().equals(node))
                .forEach(quad -> reached.add(node)));
    Comparator<Node> order =
        Comparator.comparing((Node node) -> reached.contains(node))
            .thenComparing(marks::get)
            .thenComparing(Node::getBlankNodeLabel);
    quadsOf.keySet().stream().sorted(order).forEach(this::name);
  }

  private void name(Node first) {
    List<Node> open = new ArrayList<>(List.of(first));
    while (!open.isEmpty()) {
      Node node = open.remove(open.size() - 1);
      if (names.containsKey(node)) {
        continue;
      }
      names.put(node, NodeFactory.createBlankNode("b" + names.size()));
      quadsOf.get(node).stream()
          .filter(quad -> quad.getSubject().equals(node) && quad.getObject().isBlank())
          .sorted(
              Comparator.comparing((Quad quad) -> quad.getPredicate().getURI())
                  .thenComparing(quad -> marks.get(quad.getObject()))
                  .reversed())
          .forEach(quad -> open.add(quad.getObject()));
    }
  }
}
