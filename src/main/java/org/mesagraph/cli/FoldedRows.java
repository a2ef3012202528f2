package org.mesagraph.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rows of text in which those that differ in one cell only are one, with the values of that cell
 * after each other: what stands on five lines of a source is one row with five numbers of lines.
 */
record FoldedRows(List<List<String>> rows) {

  static FoldedRows of(List<List<String>> rows, int columns) {
    List<List<List<String>>> folded =
        rows.stream().map(row -> row.stream().map(List::of).toList()).toList();
    for (int column = columns - 1; column >= 0; column--) {
      folded = fold(folded, column);
    }
    return new FoldedRows(
        folded.stream().map(row -> row.stream().map(FoldedRows::text).toList()).toList());
  }

  /** Rows that are equal outside one column become one, at the place of the first. */
  private static List<List<List<String>>> fold(List<List<List<String>>> rows, int column) {
    Map<List<List<String>>, List<String>> values = new LinkedHashMap<>();
    for (List<List<String>> row : rows) {
      List<List<String>> others = new ArrayList<>(row);
      List<String> cell = others.set(column, List.of());
      values.merge(
          others, cell, (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
    List<List<List<String>>> result = new ArrayList<>();
    values.forEach(
        (others, cell) -> {
          List<List<String>> row = new ArrayList<>(others);
          row.set(column, cell.stream().distinct().toList());
          result.add(row);
        });
    return result;
  }

  private static String text(List<String> cell) {
    boolean brief = cell.stream().allMatch(value -> value.length() < 12);
    return String.join(brief ? ", " : "; ", cell);
  }
}
