package org.mesagraph.describe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * The quads of a dataset around a thing.
 *
 * @see <a href="https://www.w3.org/submissions/CBD/">Concise bounded description</a>
 */
record Excerpt(List<Quad> about, List<Quad> pointing, List<Description.Cut> cuts) {

  /** How many things are told that point at one by one property. */
  static final int MOST_BY_ONE_PROPERTY = 100;

  /** How many blank nodes are followed. */
  private static final int MOST_BLANK = 200;

  static Excerpt of(Node thing, DatasetGraph dataset) {
    Set<Quad> about = new LinkedHashSet<>();
    Set<Node> seen = new HashSet<>();
    follow(thing, dataset, seen, about);
    Map<Node, List<Quad>> byProperty = new TreeMap<>(Order.NODES);
    dataset
        .find(Node.ANY, Node.ANY, Node.ANY, thing)
        .forEachRemaining(
            quad ->
                byProperty
                    .computeIfAbsent(quad.getPredicate(), any -> new ArrayList<>())
                    .add(quad));
    Set<Quad> pointing = new LinkedHashSet<>();
    List<Description.Cut> cuts = new ArrayList<>();
    byProperty.forEach(
        (property, quads) -> {
          quads.sort(Order.QUADS);
          List<Quad> given = quads.subList(0, Math.min(quads.size(), MOST_BY_ONE_PROPERTY));
          if (given.size() < quads.size()) {
            cuts.add(new Description.Cut(property, given.size(), quads.size()));
          }
          for (Quad quad : given) {
            pointing.add(quad);
            if (quad.getSubject().isBlank()) {
              whole(quad.getSubject(), dataset, seen, pointing);
            }
          }
        });
    pointing.removeAll(about);
    return new Excerpt(List.copyOf(about), List.copyOf(pointing), cuts);
  }

  /** What is said of a thing alone. */
  static List<Quad> about(Node thing, DatasetGraph dataset) {
    Set<Quad> about = new LinkedHashSet<>();
    follow(thing, dataset, new HashSet<>(), about);
    return List.copyOf(about);
  }

  /** A node's quads, and those of the blank nodes that they lead to. */
  private static void follow(Node first, DatasetGraph dataset, Set<Node> seen, Set<Quad> into) {
    Deque<Node> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty() && seen.size() < MOST_BLANK) {
      Node node = open.remove();
      if (!seen.add(node)) {
        continue;
      }
      Iterator<Quad> found = dataset.find(Node.ANY, node, Node.ANY, Node.ANY);
      while (found.hasNext()) {
        Quad quad = found.next();
        into.add(quad);
        if (quad.getObject().isBlank()) {
          open.add(quad.getObject());
        }
      }
    }
  }

  /** All of an axiom or a list that a blank node is part of. */
  private static void whole(Node part, DatasetGraph dataset, Set<Node> seen, Set<Quad> into) {
    Deque<Node> open = new ArrayDeque<>(List.of(part));
    Set<Node> climbed = new HashSet<>();
    while (!open.isEmpty() && climbed.size() < MOST_BLANK) {
      Node node = open.remove();
      if (!climbed.add(node)) {
        continue;
      }
      boolean root = true;
      Iterator<Quad> found = dataset.find(Node.ANY, Node.ANY, Node.ANY, node);
      while (found.hasNext()) {
        Quad quad = found.next();
        root = false;
        if (quad.getSubject().isBlank()) {
          open.add(quad.getSubject());
        } else {
          into.add(quad);
          follow(node, dataset, seen, into);
        }
      }
      if (root) {
        follow(node, dataset, seen, into);
      }
    }
  }
}
