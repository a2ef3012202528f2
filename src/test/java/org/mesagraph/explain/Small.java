package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.Place;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** Small worlds written as words: {@code "a p b"}, with variables as in {@code "?x p ?y"}. */
final class Small {

  private Small() {}

  static Triple triple(String text) {
    String[] words = text.split(" ");
    return Triple.create(node(words[0]), node(words[1]), node(words[2]));
  }

  /** A rule with the name of its head's predicate; a body atom after {@code no} is negated. */
  static Rule rule(String name, String head, String... body) {
    List<Atom> atoms = new ArrayList<>();
    for (String atom : body) {
      atoms.add(
          atom.startsWith("no ")
              ? new Atom.Absent(triple(atom.substring(3)))
              : new Atom.Pattern(triple(atom)));
    }
    return new Rule(name, "Says " + name + ".", new Place("small.rules", 1), atoms, triple(head));
  }

  /** Reachability, written left-recursively and as one step. */
  static List<Rule> reachability() {
    return List.of(
        rule("step", "?x reaches ?y", "?x edge ?y"),
        rule("chain", "?x reaches ?z", "?x reaches ?y", "?y reaches ?z"));
  }

  static Closure closure(List<Rule> rules, String... facts) {
    List<Triple> triples = new ArrayList<>();
    for (String fact : facts) {
      triples.add(triple(fact));
    }
    return closure(rules, triples);
  }

  static Closure closure(List<Rule> rules, List<Triple> facts) {
    return new MaterializingReasoner().close(Program.of(rules), facts);
  }

  private static Node node(String word) {
    return word.startsWith("?")
        ? NodeFactory.createVariable(word.substring(1))
        : NodeFactory.createURI("urn:x:" + word);
  }
}
