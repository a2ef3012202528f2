package org.mesagraph.cli;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Suggestion;
import org.mesagraph.query.Answer;
import org.mesagraph.query.AnswerCsv;
import org.mesagraph.query.AnswerJson;
import org.mesagraph.query.AnswerSparqlJson;
import org.mesagraph.query.Column;
import org.mesagraph.query.MarkdownTable;

/**
 * An answer as text of one format.
 *
 * @param wanted names of the columns to show in tables and TSV; empty for all
 */
record AnswerText(Answer answer, Prefixes prefixes, List<String> wanted) {

  String write(AnswerFormat format) {
    if (answer.ask().isPresent() && format != AnswerFormat.JSON && format != AnswerFormat.SRJ) {
      return answer.ask().get() + "\n";
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (format) {
      case CSV -> AnswerCsv.write(answer, out);
      case SRJ -> AnswerSparqlJson.write(answer, out);
      case JSON -> AnswerJson.write(answer, prefixes, out);
      case TSV -> {
        return tsv();
      }
      case MARKDOWN -> {
        return markdown();
      }
      default -> {
        return table();
      }
    }
    String text = out.toString(StandardCharsets.UTF_8);
    return text.endsWith("\n") ? text : text + "\n";
  }

  /** Tab-separated, one row a line, resources as prefixed names. */
  private String tsv() {
    List<Column> columns = chosen(answer.columns());
    StringBuilder text = new StringBuilder();
    text.append(String.join("\t", columns.stream().map(Column::name).toList())).append('\n');
    for (Map<String, Node> row : answer.rows()) {
      List<String> cells = new ArrayList<>();
      for (Column column : columns) {
        cells.add(plain(row.get(column.name())).replaceAll("[\\t\\r\\n]+", " "));
      }
      text.append(String.join("\t", cells)).append('\n');
    }
    return text.toString();
  }

  /** For people: labels in place of resources, and what the query was asked with below. */
  private String table() {
    String count = answer.rows().size() == 1 ? "1 row" : answer.rows().size() + " rows";
    return TextTable.of(heads(), cells(this::plain), Terminal.columns()) + count + "\n";
  }

  /** For people as well, on a page. */
  private String markdown() {
    List<String> heads = heads();
    return MarkdownTable.of(heads, FoldedRows.of(cells(this::rounded), heads.size()).rows());
  }

  /** Columns for people, with labels in place of resources. */
  private List<Column> shown() {
    return wanted.isEmpty()
        ? answer.columns().stream().filter(column -> label(column).isEmpty()).toList()
        : chosen(answer.columns()).stream().map(c -> label(c).orElse(c)).toList();
  }

  private List<String> heads() {
    return shown().stream().map(Column::label).toList();
  }

  private List<List<String>> cells(Function<Node, String> text) {
    List<Column> columns = shown();
    List<List<String>> rows = new ArrayList<>();
    for (Map<String, Node> row : answer.rows()) {
      rows.add(columns.stream().map(column -> text.apply(row.get(column.name()))).toList());
    }
    return rows;
  }

  /** The column that holds the labels of a column of resources. */
  private Optional<Column> label(Column column) {
    return column.labelFrom().flatMap(answer.query().header()::column);
  }

  private List<Column> chosen(List<Column> all) {
    if (wanted.isEmpty()) {
      return all;
    }
    List<Column> result = new ArrayList<>();
    for (String name : wanted) {
      Optional<Column> column = answer.query().header().column(name);
      List<String> known = answer.columns().stream().map(Column::name).toList();
      result.add(
          column.orElseThrow(
              () ->
                  new MesagraphException(
                      Kind.USAGE, "no column “" + name + "”" + Suggestion.phrase(name, known))));
    }
    return result;
  }

  /** Decimals without zeros that say nothing: 30 for 30.0. */
  private String rounded(Node node) {
    return node != null && node.isLiteral() && node.getLiteralDatatype() == XSDDatatype.XSDdecimal
        ? new BigDecimal(node.getLiteralLexicalForm()).stripTrailingZeros().toPlainString()
        : plain(node);
  }

  private String plain(Node node) {
    if (node == null) {
      return "";
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : prefixes.show(node);
  }
}
