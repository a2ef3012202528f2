package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;

/**
 * Conditions that hold together, where some variables stand for one thing.
 *
 * @param atoms the conditions
 * @param things the things that variables stand for, as {@code owl:oneOf} tells
 */
record Conjunction(List<Atom> atoms, Map<Node, Node> things) {

  /** What always holds. */
  static final Conjunction NOTHING = new Conjunction(List.of(), Map.of());

  Conjunction {
    atoms = List.copyOf(atoms);
    things = Map.copyOf(things);
  }

  static Conjunction of(Triple pattern) {
    return new Conjunction(List.of(new Atom.Pattern(pattern)), Map.of());
  }

  /** That a node is a certain thing, or is the same as it. */
  static Conjunction is(Node node, Node thing) {
    if (node.isVariable()) {
      return new Conjunction(List.of(), Map.of(node, thing));
    }
    return node.equals(thing) ? NOTHING : of(Triple.create(node, OWL2.sameAs.asNode(), thing));
  }

  Conjunction and(Conjunction other) {
    if (other.equals(NOTHING)) {
      return this;
    }
    List<Atom> both = new ArrayList<>(atoms);
    both.addAll(other.atoms);
    Map<Node, Node> all = new HashMap<>(things);
    other.things.forEach(
        (variable, thing) -> {
          Node before = all.putIfAbsent(variable, thing);
          if (before != null) {
            both.addAll(is(before, thing).atoms);
          }
        });
    return new Conjunction(both, all);
  }

  Conjunction and(Atom atom) {
    return and(new Conjunction(List.of(atom), Map.of()));
  }

  /** The conditions with the things put in for their variables. */
  List<Atom> body() {
    return things.isEmpty() ? atoms : atoms.stream().map(this::put).toList();
  }

  private Atom put(Atom atom) {
    if (atom instanceof Atom.Pattern pattern) {
      return new Atom.Pattern(put(pattern.triple()));
    }
    if (atom instanceof Atom.Absent absent) {
      return new Atom.Absent(put(absent.triple()));
    }
    Atom.Comparison comparison = (Atom.Comparison) atom;
    return new Atom.Comparison(
        comparison.comparator(), put(comparison.left()), put(comparison.right()));
  }

  Triple put(Triple triple) {
    return Triple.create(put(triple.getSubject()), triple.getPredicate(), put(triple.getObject()));
  }

  private Node put(Node node) {
    return things.getOrDefault(node, node);
  }
}
