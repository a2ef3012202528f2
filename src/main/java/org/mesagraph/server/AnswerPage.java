package org.mesagraph.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.mesagraph.base.Prefixes;
import org.mesagraph.query.Answer;
import org.mesagraph.query.Column;
import org.mesagraph.query.Parameter;
import org.mesagraph.query.SavedQuery;

/**
 * What the page of a saved query shows: the form, and the table or the yes or no.
 *
 * @param fields the parameters with what was given
 * @param heads heads of the columns
 * @param rows cells by row
 * @param ask whether the answer is yes, if that is what the query asks
 * @param refusal why there is no answer, if so
 * @param previous address of the page before, if there is one
 * @param next address of the page after, if there is one
 */
public record AnswerPage(
    SavedQuery query,
    List<Field> fields,
    List<String> heads,
    List<List<Cell>> rows,
    Optional<Boolean> ask,
    Optional<String> refusal,
    Optional<String> previous,
    Optional<String> next) {

  /** The same between two other pages. */
  AnswerPage between(Optional<String> before, Optional<String> after) {
    return new AnswerPage(query, fields, heads, rows, ask, refusal, before, after);
  }

  /** What was given, as the query part of a link to the same answer in another format. */
  public String parameters() {
    String given =
        fields.stream()
            .filter(field -> !field.value().isBlank())
            .map(
                field ->
                    field.parameter().name()
                        + "="
                        + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return given.isEmpty() ? "" : "?" + given;
  }

  /** A parameter in the form. */
  public record Field(Parameter parameter, String value) {
    /** What stands in the empty field. */
    public String hint() {
      return parameter.example().orElse("");
    }
  }

  /**
   * A cell.
   *
   * @param text what is shown
   * @param name prefixed name of the resource, if it is one
   */
  public record Cell(String text, String name) {}

  static AnswerPage refused(SavedQuery query, Map<String, List<String>> given, String refusal) {
    boolean nothingGiven =
        given.values().stream().allMatch(v -> v.stream().allMatch(String::isBlank));
    return new AnswerPage(
        query,
        fields(query, given),
        List.of(),
        List.of(),
        Optional.empty(),
        nothingGiven ? Optional.empty() : Optional.of(refusal),
        Optional.empty(),
        Optional.empty());
  }

  static AnswerPage of(Answer answer, Map<String, List<String>> given, Prefixes prefixes) {
    List<Column> columns =
        answer.columns().stream().filter(column -> !isLabel(answer, column)).toList();
    List<String> heads = new ArrayList<>();
    for (Column column : columns) {
      heads.add(head(answer, column));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Map<String, Node> row : answer.rows()) {
      rows.add(columns.stream().map(column -> cell(column, row, prefixes)).toList());
    }
    return new AnswerPage(
        answer.query(),
        fields(answer.query(), given),
        heads,
        rows,
        answer.ask(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static boolean isLabel(Answer answer, Column column) {
    return answer.columns().stream()
        .anyMatch(other -> other.labelFrom().equals(Optional.of(column.name())));
  }

  private static String head(Answer answer, Column column) {
    return column
        .labelFrom()
        .flatMap(name -> answer.query().header().column(name))
        .map(Column::label)
        .orElse(column.label());
  }

  private static Cell cell(Column column, Map<String, Node> row, Prefixes prefixes) {
    Node node = row.get(column.name());
    Node label = column.labelFrom().map(row::get).orElse(null);
    if (node == null) {
      return new Cell("", "");
    }
    String name = node.isURI() ? prefixes.show(node) : "";
    if (label != null) {
      return new Cell(label.getLiteralLexicalForm(), name);
    }
    return node.isLiteral() ? new Cell(node.getLiteralLexicalForm(), "") : new Cell(name, name);
  }

  private static List<Field> fields(SavedQuery query, Map<String, List<String>> given) {
    return query.header().params().stream()
        .map(
            parameter ->
                new Field(
                    parameter, String.join(" ", given.getOrDefault(parameter.name(), List.of()))))
        .toList();
  }
}
