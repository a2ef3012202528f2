package org.mesagraph.cli;

import java.util.Collections;
import java.util.List;

/** A table in Markdown, with what would end a cell or begin markup made harmless. */
final class MarkdownTable {

  private MarkdownTable() {}

  static String of(List<String> heads, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    line(text, heads);
    line(text, Collections.nCopies(heads.size(), "---"));
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(safe(cell)).append(" |"));
    text.append('\n');
  }

  private static String safe(String cell) {
    return cell.replaceAll("\\s+", " ")
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replaceAll("<(?!https?:)", "\\\\<")
        .replace("*", "\\*");
  }
}
