package org.mesagraph.ontology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Turtle or TriG file as text, and what in its layout is not as the house has it.
 *
 * @param name path from the project's root
 */
record TurtleText(String name, String text) {

  private static final Pattern PREFIX = Pattern.compile("@prefix (\\S*): <([^>]*)> \\.");
  private static final Pattern GRAPH = Pattern.compile("graph:\\S+ \\{");
  private static final Pattern USED = Pattern.compile("(?<![\\w-])([a-z][\\w-]*):");
  private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
  private static final List<String> KINDS =
      List.of(
          "owl:Ontology",
          "owl:Class",
          "owl:ObjectProperty",
          "owl:DatatypeProperty",
          "owl:AnnotationProperty");
  private static final List<String> LABELS =
      List.of(
          "skos:prefLabel",
          "skos:altLabel",
          "skos:definition",
          "skos:example",
          "skos:scopeNote",
          "skos:notation",
          "skos:note");

  /**
   * The description of one subject.
   *
   * @param graph the graph that holds it, or nothing in Turtle
   * @param line of the subject
   */
  record Block(String graph, String subject, int line, List<String> body) {

    /** The predicates in their order, each once for each line that states it. */
    List<String> predicates() {
      return body.stream()
          .filter(text -> text.matches("[a-z]\\S* .*|sh:declare"))
          .map(text -> text.split(" ")[0])
          .toList();
    }

    Optional<String> objectOf(String predicate) {
      return body.stream()
          .filter(text -> text.startsWith(predicate + " "))
          .map(text -> text.substring(predicate.length() + 1))
          .findFirst();
    }

    private int kind() {
      int kind = objectOf("a").map(type -> KINDS.indexOf(type.replace(" ;", ""))).orElse(-1);
      return kind < 0 ? KINDS.size() : kind;
    }
  }

  private boolean isTrig() {
    return name.endsWith(".trig");
  }

  private List<String> lines() {
    return text.lines().toList();
  }

  Map<String, String> prefixes() {
    Map<String, String> prefixes = new TreeMap<>();
    Matcher matcher = PREFIX.matcher(text);
    while (matcher.find()) {
      prefixes.put(matcher.group(1), matcher.group(2));
    }
    return prefixes;
  }

  /** The blocks in their order. */
  List<Block> blocks() {
    String indent = isTrig() ? "  " : "";
    List<Block> blocks = new ArrayList<>();
    String graph = "";
    Block open = null;
    int number = 0;
    for (String line : lines()) {
      number++;
      if (GRAPH.matcher(line).matches()) {
        graph = line.replace(" {", "");
      } else if (line.equals(indent + "  .")) {
        open = null;
      } else if (open != null) {
        open.body().add(line.replaceFirst("^ {0," + (indent.length() + 2) + "}", ""));
      } else if (!line.isBlank() && !line.startsWith("@prefix") && !line.equals("}")) {
        open = new Block(graph, line.strip(), number, new ArrayList<>());
        blocks.add(open);
      }
    }
    return blocks;
  }

  /** Everything that is not as it should be; empty if nothing is. */
  List<String> faults(Map<String, String> known) {
    List<String> faults = new ArrayList<>();
    whitespace(faults);
    prefixes(known, faults);
    frame(faults);
    order(faults);
    blocks().forEach(block -> predicates(block, faults));
    return faults;
  }

  private void whitespace(List<String> faults) {
    if (!text.endsWith("\n") || text.endsWith("\n\n")) {
      faults.add("does not end in one newline");
    }
    int number = 0;
    for (String line : lines()) {
      number++;
      if (line.indexOf('\t') >= 0) {
        faults.add(number + ": a tab");
      }
      if (!line.equals(line.stripTrailing())) {
        faults.add(number + ": a blank at the end");
      }
    }
    if (text.contains("\n\n\n")) {
      faults.add("two empty lines in a row");
    }
  }

  private void prefixes(Map<String, String> known, List<String> faults) {
    List<String> declared = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    for (String line : lines()) {
      Matcher prefix = PREFIX.matcher(line);
      if (prefix.matches()) {
        declared.add(prefix.group(1));
        if (!prefix.group(2).equals(known.get(prefix.group(1)))) {
          faults.add("prefix " + prefix.group(1) + " is not that of ontology/prefixes.ttl");
        }
      } else {
        String bare = LITERAL.matcher(line).replaceAll("").replaceAll("<[^>\\s]*>", "");
        body.append(bare.replaceAll("#.*", "")).append('\n');
      }
    }
    if (!declared.equals(List.copyOf(new TreeSet<>(declared)))) {
      faults.add("prefixes are not sorted");
    }
    Set<String> used = new TreeSet<>();
    Matcher matcher = USED.matcher(body);
    while (matcher.find()) {
      used.add(matcher.group(1));
    }
    for (String prefix : declared) {
      if (!used.contains(prefix)) {
        faults.add("prefix " + prefix + " is not used");
      }
    }
  }

  /** Each block stands alone, begins with its subject and ends with a full stop on a line. */
  private void frame(List<String> faults) {
    String indent = isTrig() ? "  " : "";
    List<String> lines = lines();
    for (Block block : blocks()) {
      String subject = lines.get(block.line() - 1);
      if (!subject.equals(indent + block.subject()) || block.subject().contains(" ")) {
        faults.add(block.line() + ": a subject does not stand alone on its line");
      }
      String before = lines.get(block.line() - 2);
      if (!before.isEmpty() && !GRAPH.matcher(before).matches()) {
        faults.add(block.line() + ": no empty line before " + block.subject());
      }
      int end = block.line() + block.body().size();
      if (end >= lines.size() || !lines.get(end).equals(indent + "  .")) {
        faults.add(block.line() + ": no full stop on a line of its own ends " + block.subject());
      }
      if (block.body().stream().anyMatch(line -> line.endsWith(" .") || line.isEmpty())) {
        faults.add(block.line() + ": " + block.subject() + " ends or breaks off inside its block");
      }
    }
  }

  private void order(List<String> faults) {
    Set<String> seen = new HashSet<>();
    Block previous = null;
    for (Block block : blocks()) {
      if (!block.subject().equals("[]") && !seen.add(block.graph() + " " + block.subject())) {
        faults.add(block.line() + ": a second block of " + block.subject());
      }
      boolean comparable = previous != null && previous.graph().equals(block.graph());
      if (comparable && (isTrig() ? after(previous, block) : afterByKind(previous, block))) {
        faults.add(block.line() + ": " + block.subject() + " belongs before " + previous.subject());
      }
      previous = block;
    }
  }

  private static boolean after(Block one, Block other) {
    return one.subject().compareTo(other.subject()) > 0;
  }

  private static boolean afterByKind(Block one, Block other) {
    return one.kind() == other.kind()
        ? !other.subject().equals("[]") && after(one, other)
        : one.kind() > other.kind();
  }

  private void predicates(Block block, List<String> faults) {
    List<String> predicates = block.predicates();
    for (int i = 1; i < predicates.size(); i++) {
      String one = predicates.get(i - 1);
      String other = predicates.get(i);
      int rank = Integer.compare(rank(one), rank(other));
      if (rank > 0 || (rank == 0 && isTrig() && one.compareTo(other) > 0)) {
        faults.add(
            block.line() + ": in " + block.subject() + " " + other + " belongs before " + one);
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
