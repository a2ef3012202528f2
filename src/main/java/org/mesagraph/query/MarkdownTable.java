package org.mesagraph.query;

import java.util.Collections;
import java.util.List;

/** A table in Markdown, with what would end a cell or begin markup made harmless. */
public final class MarkdownTable {

  private MarkdownTable() {}

  /** A table of plain texts. */
  public static String of(List<String> heads, List<List<String>> rows) {
    return ofMarkdown(safe(heads), rows.stream().map(MarkdownTable::safe).toList());
  }

  /** A table of cells that are Markdown already. */
  static String ofMarkdown(List<String> heads, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    line(text, heads);
    line(text, Collections.nCopies(heads.size(), "---"));
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(cell).append(" |"));
    text.append('\n');
  }

  private static List<String> safe(List<String> cells) {
    return cells.stream().map(MarkdownTable::safe).toList();
  }

  /** A text without what would end a cell or begin markup. */
  static String safe(String cell) {
    return cell.replaceAll("\\s+", " ")
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replaceAll("<(?!https?:)", "\\\\<")
        .replace("*", "\\*");
  }
}
