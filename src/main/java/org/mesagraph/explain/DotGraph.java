package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing in the DOT language of Graphviz, made line by line.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
 */
final class DotGraph {

  private static final int WIDTH = 44;

  private final List<String> lines = new ArrayList<>();
  private int nodes;
  private int clusters;

  DotGraph(String title) {
    lines.add("digraph mesagraph {");
    lines.add("  graph [rankdir=BT, labelloc=t, label=" + quote(title) + "];");
    lines.add("  node [fontsize=10, fontname=\"sans-serif\"];");
  }

  /** Adds a node and returns its name. */
  String node(String label, String look) {
    nodes++;
    lines.add("  n" + nodes + " [label=" + quote(wrap(label)) + ", " + look + "];");
    return "n" + nodes;
  }

  void edge(String from, String to, String look) {
    lines.add("  " + from + " -> " + to + (look.isEmpty() ? "" : " [" + look + "]") + ";");
  }

  void open(String label) {
    clusters++;
    lines.add("  subgraph cluster_" + clusters + " {");
    lines.add("  label=" + quote(label) + ";");
  }

  void close() {
    lines.add("  }");
  }

  String text() {
    return String.join("\n", lines) + "\n}\n";
  }

  /**
   * A text that is nothing but text. Quotes and backslashes are written as entities, since readers
   * of the language differ in what they take a backslash before a quote for.
   */
  static String quote(String text) {
    return "\""
        + text.replace("&", "&amp;")
            .replace("\\", "&#92;")
            .replace("\"", "&quot;")
            .replace("\r", "")
            .replace("\u0000", "")
            .replace("\n", "\\n")
        + "\"";
  }

  /** Long texts in several lines, broken between words. */
  private static String wrap(String text) {
    StringBuilder wrapped = new StringBuilder();
    int width = 0;
    for (String word : text.split(" ")) {
      if (width > 0 && width + word.length() > WIDTH) {
        wrapped.append('\n');
        width = 0;
      } else if (width > 0) {
        wrapped.append(' ');
      }
      wrapped.append(word);
      width += word.length() + 1;
    }
    return wrapped.toString();
  }
}
