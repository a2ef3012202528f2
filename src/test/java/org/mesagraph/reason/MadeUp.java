package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/**
 * Rules, triples, and changes of what is asserted, which say themselves in few words.
 *
 * @param seed what it was made up from
 */
record MadeUp(long seed, List<Rule> rules, List<Triple> asserted, List<Change> changes) {

  MadeUp {
    rules = List.copyOf(rules);
    asserted = List.copyOf(asserted);
    changes = List.copyOf(changes);
  }

  /** Triples to assert and triples to assert no longer. */
  record Change(List<Triple> added, List<Triple> removed) {
    Change {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }

    @Override
    public String toString() {
      return "add " + show(added) + " remove " + show(removed);
    }
  }

  Program program() {
    List<Triple> all = new ArrayList<>(asserted);
    changes.forEach(change -> all.addAll(change.added()));
    return Program.of(rules, all);
  }

  @Override
  public String toString() {
    return "seed "
        + seed
        + "\n  rules\n"
        + rules.stream().map(rule -> "    " + show(rule) + "\n").collect(Collectors.joining())
        + "  asserted "
        + show(asserted)
        + "\n"
        + changes.stream().map(change -> "  then " + change + "\n").collect(Collectors.joining());
  }

  private static String show(Rule rule) {
    return "["
        + rule.name()
        + ": "
        + rule.body().stream().map(MadeUp::show).collect(Collectors.joining(" "))
        + " -> "
        + show(rule.head())
        + "]";
  }

  private static String show(Atom atom) {
    if (atom instanceof Atom.Pattern pattern) {
      return show(pattern.triple());
    }
    String name = atom instanceof Atom.Comparison c ? c.comparator().name() : "noValue";
    return atom.terms().stream()
        .map(MadeUp::show)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  static String show(List<Triple> triples) {
    return triples.stream().map(MadeUp::show).sorted().toList().toString();
  }

  static String show(Triple triple) {
    return "("
        + show(triple.getSubject())
        + " "
        + show(triple.getPredicate())
        + " "
        + show(triple.getObject())
        + ")";
  }

  private static String show(Node node) {
    return node.isURI() ? node.getURI().replaceFirst(".*[/#]", "") : node.toString();
  }
}
