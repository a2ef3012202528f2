package org.mesagraph.base;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the house writes Turtle and TriG, so that a change of one statement is a change of one line:
 * what in a file is not so.
 */
final class TurtleLayout {

  private static final List<String> LABELS =
      List.of(
          "skos:prefLabel",
          "skos:altLabel",
          "skos:definition",
          "skos:example",
          "skos:scopeNote",
          "skos:notation",
          "skos:note");

  private final TurtleText file;
  private final List<String> lines;
  private final List<TurtleBlock> blocks;
  private final List<Problem> problems = new ArrayList<>();

  private TurtleLayout(TurtleText file) {
    this.file = file;
    this.lines = file.lines();
    this.blocks = file.blocks();
  }

  /** What is not as it should be, rule by rule; empty if nothing is. */
  static List<Problem> problems(TurtleText file, Map<String, String> known) {
    TurtleLayout layout = new TurtleLayout(file);
    layout.whitespace();
    layout.prefixes(known);
    layout.blocks.forEach(layout::frame);
    layout.order();
    layout.blocks.forEach(layout::predicates);
    return layout.problems;
  }

  private void add(int line, String what, String cure) {
    problems.add(new Problem(new Place(file.name(), line), what, cure));
  }

  private void whitespace() {
    if (!file.text().endsWith("\n") || file.text().endsWith("\n\n")) {
      add(lines.size(), "does not end in one newline", "end the file in one newline");
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.indexOf('\t') >= 0) {
        add(i + 1, "a tab", "indent by blanks");
      }
      if (!line.equals(line.stripTrailing())) {
        add(i + 1, "a blank at the end", "remove it");
      }
      if (i > 0 && line.isEmpty() && lines.get(i - 1).isEmpty()) {
        add(i + 1, "two empty lines in a row", "remove one of them");
      }
    }
  }

  private void prefixes(Map<String, String> known) {
    Set<String> used = file.usedPrefixes();
    String previous = "";
    for (TurtleText.Declaration declared : file.declarations()) {
      String prefix = declared.prefix();
      if (!declared.namespace().equals(known.get(prefix))) {
        add(
            declared.line(),
            "prefix " + prefix + " is not that of " + Prefixes.FILE,
            "copy its namespace from there");
      }
      if (prefix.compareTo(previous) <= 0) {
        add(declared.line(), "prefixes are not sorted", "move " + prefix + " up, or remove it");
      }
      if (!used.contains(prefix)) {
        add(declared.line(), "prefix " + prefix + " is not used", "remove the line");
      }
      previous = prefix;
    }
  }

  /** Each block stands alone, begins with its subject and ends with a full stop on a line. */
  private void frame(TurtleBlock block) {
    String subject = lines.get(block.line() - 1);
    if (!subject.equals(file.indent() + block.subject()) || block.subject().contains(" ")) {
      add(
          block.line(),
          "a subject does not stand alone on its line",
          "write the subject, and what is said of it on the next lines");
    }
    String before = block.line() > 1 ? lines.get(block.line() - 2) : "";
    if (!before.isEmpty() && !TurtleText.opensGraph(before)) {
      add(block.line(), "no empty line before " + block.subject(), "add one");
    }
    int end = block.line() + block.body().size();
    if (end >= lines.size() || !file.isStop(lines.get(end))) {
      add(
          block.line(),
          "no full stop on a line of its own ends " + block.subject(),
          "end the last statement by “ ;” and write “.” below it");
    }
    for (int i = 0; i < block.body().size(); i++) {
      if (block.body().get(i).endsWith(" .") || block.body().get(i).isEmpty()) {
        add(
            block.line() + 1 + i,
            block.subject() + " ends or breaks off inside its block",
            "write “ ;” instead, and no empty line");
      }
    }
  }

  private void order() {
    Set<String> seen = new HashSet<>();
    TurtleBlock previous = null;
    for (TurtleBlock block : blocks) {
      if (!block.isNameless() && !seen.add(block.graph() + " " + block.subject())) {
        add(block.line(), "a second block of " + block.subject(), "merge it with the first");
      }
      boolean comparable = previous != null && previous.graph().equals(block.graph());
      if (comparable && (file.isTrig() ? after(previous, block) : afterByKind(previous, block))) {
        add(
            block.line(),
            block.subject() + " belongs before " + previous.subject(),
            "move the block up to its place from A to Z");
      }
      previous = block;
    }
  }

  private static boolean after(TurtleBlock one, TurtleBlock other) {
    return one.subject().compareTo(other.subject()) > 0;
  }

  private static boolean afterByKind(TurtleBlock one, TurtleBlock other) {
    return one.kind() == other.kind()
        ? !other.isNameless() && after(one, other)
        : one.kind() > other.kind();
  }

  private void predicates(TurtleBlock block) {
    List<String> predicates = block.predicates();
    for (int i = 1; i < predicates.size(); i++) {
      String one = predicates.get(i - 1);
      String other = predicates.get(i);
      int rank = Integer.compare(rank(one), rank(other));
      if (rank > 0 || (rank == 0 && file.isTrig() && one.compareTo(other) > 0)) {
        add(
            block.line(),
            "in " + block.subject() + " " + other + " belongs before " + one,
            "order: a, logic and our own terms, labels, everything else");
      }
    }
  }

  /** Type, logic or our own terms, labels in their order, everything else. */
  private static int rank(String predicate) {
    if (predicate.equals("a")) {
      return 0;
    }
    if (predicate.matches("(owl|rdfs|mg):.*")) {
      return 1;
    }
    int label = LABELS.indexOf(predicate);
    return label >= 0 ? 2 + label : 2 + LABELS.size();
  }
}
