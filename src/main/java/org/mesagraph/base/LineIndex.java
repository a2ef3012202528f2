package org.mesagraph.base;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * What stands on each line of a source document, without its text: enough to see whether every line
 * is spoken for, and whether a copy of the document is the one that was read.
 *
 * @param source short name of the source, such as S4
 * @param lines one entry for each line, in order
 */
public record LineIndex(String source, List<Line> lines) {

  /** Where the indexes lie, one file for each source. */
  public static final String FOLDER = "data/lines";

  private static final String HEAD = "line\tkind\tsha256";
  private static final Pattern ROW =
      Pattern.compile("(\\d+)\\t(content|heading|navigation|blank)\\t([0-9a-f]{16})");

  /** What sort of thing stands on a line. */
  public enum LineKind {
    /** Something that the document says. */
    CONTENT,
    /** A title, the heading of a section or table, the label of a field. */
    HEADING,
    /** What serves the page and not its readers' knowledge. */
    NAVIGATION,
    /** Nothing, or a rule between the rows of a table. */
    BLANK
  }

  /**
   * One line.
   *
   * @param number counted from 1
   * @param digest the first 16 hexadecimal digits of the SHA-256 of its UTF-8 bytes
   */
  public record Line(int number, LineKind kind, String digest) {}

  public LineIndex {
    lines = List.copyOf(lines);
  }

  /**
   * Reads the indexes of all sources under a root folder.
   *
   * @throws MesagraphException with every problem of every file, if there is any
   */
  public static List<LineIndex> readAll(Path root) {
    List<Problem> problems = new ArrayList<>();
    List<LineIndex> indexes = new ArrayList<>();
    for (Path path : KnowledgeBase.list(root.resolve(FOLDER), ".tsv")) {
      RdfFile.read(root, path, problems)
          .flatMap(file -> parse(file, problems))
          .ifPresent(indexes::add);
    }
    if (!problems.isEmpty()) {
      throw new MesagraphException(Kind.INPUT, problems);
    }
    return indexes;
  }

  private static Optional<LineIndex> parse(RdfFile file, List<Problem> problems) {
    String[] rows = file.text().split("\n");
    List<Line> lines = new ArrayList<>();
    int before = problems.size();
    if (!rows[0].equals(HEAD)) {
      problems.add(
          new Problem(new Place(file.name(), 1), "not the head of a line index", "write " + HEAD));
    }
    for (int i = 1; i < rows.length; i++) {
      Matcher row = ROW.matcher(rows[i]);
      if (!row.matches()) {
        problems.add(
            new Problem(
                new Place(file.name(), i + 1),
                "not a row of a line index",
                "write a number, content, heading, navigation or blank, and 16 digits of a"
                    + " SHA-256, between tabs"));
      } else if (!row.group(1).equals(String.valueOf(i))) {
        problems.add(
            new Problem(
                new Place(file.name(), i + 1),
                "line " + row.group(1) + " out of order",
                "write " + i));
      } else {
        LineKind kind = LineKind.valueOf(row.group(2).toUpperCase(Locale.ROOT));
        lines.add(new Line(i, kind, row.group(3)));
      }
    }
    String source = Path.of(file.name()).getFileName().toString().replace(".tsv", "");
    return problems.size() > before ? Optional.empty() : Optional.of(new LineIndex(source, lines));
  }
}
