package org.mesagraph.describe;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.mesagraph.base.KnowledgeBase;

/** The IRIs of the project: each is this base and a path that a server answers under its own. */
public final class Iris {

  public static final String BASE = "https://w3id.org/mesagraph/";

  /** The dataset that everything here belongs to. */
  public static final Node DATASET = of("dataset");

  /** All modules of the ontology together. */
  public static final Node ONTOLOGY = of("ontology");

  public static final Node LICENSE =
      NodeFactory.createURI("https://creativecommons.org/licenses/by/4.0/");

  private Iris() {}

  /** The IRI of a path, which begins without a slash. */
  public static Node of(String path) {
    return NodeFactory.createURI(BASE + path);
  }

  public static boolean isOurs(Node node) {
    return node.isURI() && node.getURI().startsWith(BASE);
  }

  /** What follows the base in an IRI of ours, without a fragment. */
  public static String path(Node ours) {
    return ours.getURI().substring(BASE.length()).replaceFirst("#.*", "");
  }

  /** The first step of the path if there is another after it: {@code study}, {@code ontology}. */
  public static Optional<String> kind(Node node) {
    if (!isOurs(node)) {
      return Optional.empty();
    }
    String path = path(node);
    int slash = path.indexOf('/');
    return slash > 0 && slash < path.length() - 1
        ? Optional.of(path.substring(0, slash))
        : Optional.empty();
  }

  /** What follows the kind. */
  static String slug(Node ours) {
    String path = path(ours);
    return path.substring(path.indexOf('/') + 1);
  }

  static boolean isGraph(Node node) {
    return node.isURI() && node.getURI().startsWith(KnowledgeBase.GRAPH);
  }
}
