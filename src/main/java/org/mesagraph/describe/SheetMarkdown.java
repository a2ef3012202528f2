package org.mesagraph.describe;

import java.util.List;
import java.util.stream.Collectors;

/** A sheet as Markdown, for issues, notes and language models. */
final class SheetMarkdown {

  private static final String MARKUP = "([\\\\`*_{}\\[\\]<>#|~])";

  private SheetMarkdown() {}

  static String of(Sheet sheet, String version) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(text(sheet.label())).append("\n\n");
    out.append("`").append(sheet.name()).append("` · <").append(sheet.iri()).append(">\n");
    section(out, "", sheet.about());
    section(out, "## What leads here\n\n", sheet.pointing());
    sheet
        .contents()
        .ifPresent(
            contents -> {
              out.append("\n## Contents\n\n")
                  .append(contents.statements())
                  .append(" statements about ")
                  .append(contents.all())
                  .append(" things\n\n");
              contents
                  .things()
                  .forEach(
                      link ->
                          out.append("- [")
                              .append(text(link.text()))
                              .append("](<")
                              .append(link.iri())
                              .append(">)\n"));
              more(out, contents.all() - contents.things().size());
            });
    out.append("\n---\n\n● is stated, ◌ follows. Mesagraph ")
        .append(text(version))
        .append(", CC BY 4.0.\n");
    return out.toString();
  }

  /** All things of a kind. */
  static String of(String kind, List<Directory.Entry> entries) {
    StringBuilder out = new StringBuilder("# ").append(text(kind)).append("\n\n");
    entries.forEach(
        entry ->
            out.append("- [")
                .append(text(entry.label()))
                .append("](<")
                .append(entry.iri().getURI())
                .append(">)\n"));
    return out.toString();
  }

  private static void section(StringBuilder out, String heading, List<Sheet.Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    out.append("\n").append(heading);
    for (Sheet.Row row : rows) {
      out.append("- **").append(text(row.property().text())).append("**");
      String values =
          row.values().stream().map(SheetMarkdown::value).collect(Collectors.joining("\n  - "));
      out.append("\n  - ").append(values).append("\n");
      more(out, row.more());
    }
  }

  private static void more(StringBuilder out, int more) {
    if (more > 0) {
      out.append("  - … and ").append(more).append(" more\n");
    }
  }

  private static String value(Sheet.Value value) {
    String mark = value.follows() ? "◌ " : "● ";
    String shown = text(value.text());
    // no other scheme is one that a reader should follow
    String linked =
        value
            .iri()
            .filter(iri -> iri.startsWith("https://") || iri.startsWith("http://"))
            .map(iri -> "[" + shown + "](<" + iri + ">)")
            .orElse(shown);
    String proof = value.why().map(why -> " ([why](<" + Iris.BASE + why + ">))").orElse("");
    return mark + linked + proof;
  }

  /** A text that is nothing but text, in one line. */
  private static String text(String text) {
    return text.replaceAll("\\s+", " ").replaceAll(MARKUP, "\\\\$1");
  }
}
