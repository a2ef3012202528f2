package org.mesagraph.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Turtle or TriG file as text: its lines, its prefixes and its blocks.
 *
 * @param name path relative to the root, with forward slashes
 */
record TurtleText(String name, String text) {

  private static final Pattern PREFIX = Pattern.compile("@prefix (\\S*): <([^>]*)> \\.");
  private static final Pattern GRAPH = Pattern.compile("graph:\\S+ \\{");
  private static final Pattern USED = Pattern.compile("(?<![\\w-])([a-z][\\w-]*):");
  private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");

  /** The declaration of a prefix. */
  record Declaration(String prefix, String namespace, int line) {}

  boolean isTrig() {
    return name.endsWith(".trig");
  }

  /** What stands before each subject. */
  String indent() {
    return isTrig() ? "  " : "";
  }

  List<String> lines() {
    return text.lines().toList();
  }

  static boolean opensGraph(String line) {
    return GRAPH.matcher(line).matches();
  }

  /** The prefix declarations in their order. */
  List<Declaration> declarations() {
    List<Declaration> declarations = new ArrayList<>();
    int number = 0;
    for (String line : lines()) {
      number++;
      Matcher prefix = PREFIX.matcher(line);
      if (prefix.matches()) {
        declarations.add(new Declaration(prefix.group(1), prefix.group(2), number));
      }
    }
    return declarations;
  }

  /** The prefixes of the prefixed names; what is in literals, IRIs and comments does not count. */
  Set<String> usedPrefixes() {
    Set<String> used = new TreeSet<>();
    for (String line : lines()) {
      if (!PREFIX.matcher(line).matches()) {
        String bare = LITERAL.matcher(line).replaceAll("").replaceAll("<[^>\\s]*>", "");
        Matcher matcher = USED.matcher(bare.replaceAll("#.*", ""));
        while (matcher.find()) {
          used.add(matcher.group(1));
        }
      }
    }
    return used;
  }

  /** The blocks in their order. */
  List<TurtleBlock> blocks() {
    List<TurtleBlock> blocks = new ArrayList<>();
    List<String> lines = lines();
    String graph = "";
    int number = 0;
    while (number < lines.size()) {
      String line = lines.get(number);
      number++;
      if (opensGraph(line)) {
        graph = line.replace(" {", "");
      } else if (!line.isBlank() && !line.startsWith("@prefix") && !isEnd(line)) {
        List<String> body = new ArrayList<>();
        for (int i = number; i < lines.size() && !isStop(lines.get(i)); i++) {
          body.add(lines.get(i).replaceFirst("^ {0," + (indent().length() + 2) + "}", ""));
        }
        blocks.add(new TurtleBlock(graph, line.strip(), number, body));
        number += body.size();
      }
    }
    return blocks;
  }

  /** Whether a line ends a block. */
  boolean isStop(String line) {
    return line.equals(indent() + "  .");
  }

  private boolean isEnd(String line) {
    return isStop(line) || line.equals("}");
  }
}
