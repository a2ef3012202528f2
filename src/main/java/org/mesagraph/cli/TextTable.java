package org.mesagraph.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table of text that fits a width, with long cells wrapped. */
final class TextTable {

  /** No lines between or around cells; the library names 29 of them. */
  private static final Character[] LINES = new Character[29];

  private static final int LONGEST_WORD = 24;
  private static final int GAP = 3;

  private TextTable() {}

  static String of(List<String> heads, List<List<String>> rows, int width) {
    int[] widths = widths(heads, rows, width - GAP * heads.size());
    List<ColumnData<List<String>>> columns = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      int position = i;
      columns.add(
          new Column()
              .header(heads.get(i).toUpperCase(Locale.ROOT))
              .headerAlign(HorizontalAlign.LEFT)
              .dataAlign(HorizontalAlign.LEFT)
              .maxWidth(widths[i] + 2, OverflowBehaviour.NEWLINE)
              .with(row -> row.get(position)));
    }
    String table = AsciiTable.getTable(LINES, rows, columns);
    StringBuilder text = new StringBuilder();
    table
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line ->
                text.append(line.strip().isEmpty() ? "" : line.substring(1).stripTrailing())
                    .append('\n'));
    return text.toString();
  }

  /**
   * Natural widths, with the widest columns narrowed until all fit or no word can be kept whole.
   */
  private static int[] widths(List<String> heads, List<List<String>> rows, int total) {
    int[] widths = new int[heads.size()];
    int[] least = new int[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      int position = i;
      List<String> cells = new ArrayList<>(rows.stream().map(row -> row.get(position)).toList());
      cells.add(heads.get(i));
      widths[i] = cells.stream().mapToInt(String::length).max().orElse(0);
      least[i] =
          Math.min(LONGEST_WORD, cells.stream().mapToInt(TextTable::longestWord).max().orElse(0));
    }
    int excess = Arrays.stream(widths).sum() - total;
    while (excess > 0) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      excess--;
    }
    return widths;
  }

  private static int longestWord(String text) {
    return Arrays.stream(text.split("\\s+")).mapToInt(String::length).max().orElse(0);
  }
}
