package org.mesagraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.mesagraph.base.Prefixes;

/**
 * Answers as a Markdown table to paste into an issue or a prompt: things are links, caveats are
 * among the columns, and below stands what was asked, of which data, and how to cite it.
 */
public final class AnswerMarkdown {

  private final Answer answer;
  private final Prefixes prefixes;
  private final Publication publication;

  private AnswerMarkdown(Answer answer, Prefixes prefixes, Publication publication) {
    this.answer = answer;
    this.prefixes = prefixes;
    this.publication = publication;
  }

  /** The whole page; ends with a line break. */
  public static String of(Answer answer, Prefixes prefixes, Publication publication) {
    return new AnswerMarkdown(answer, prefixes, publication).write();
  }

  private String write() {
    Tables.refuseGraph(answer);
    StringBuilder text = new StringBuilder();
    text.append("## ").append(MarkdownTable.safe(answer.query().header().summary())).append("\n\n");
    asked().ifPresent(asked -> text.append(asked).append("\n\n"));
    if (answer.ask().isPresent()) {
      text.append(answer.ask().get() ? "**yes**" : "**no**").append('\n');
    } else {
      List<Column> columns =
          answer.columns().stream().filter(column -> !isLabelOfAnother(column)).toList();
      List<List<String>> rows = new ArrayList<>();
      for (Map<String, Node> row : answer.rows()) {
        rows.add(columns.stream().map(column -> cell(column, row)).toList());
      }
      text.append(
          MarkdownTable.ofMarkdown(
              columns.stream().map(column -> MarkdownTable.safe(head(column))).toList(), rows));
      text.append('\n').append(count()).append('\n');
    }
    return text.append('\n').append(citation()).append('\n').toString();
  }

  private Optional<String> asked() {
    List<String> pairs = new ArrayList<>();
    answer
        .arguments()
        .forEach(
            (name, values) ->
                pairs.add(
                    answer.query().header().parameter(name).map(Parameter::label).orElse(name)
                        + ": "
                        + String.join(
                            ", ",
                            values.stream()
                                .map(value -> Publication.text(value, prefixes))
                                .toList())));
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(MarkdownTable.safe(String.join(" · ", pairs)));
  }

  private boolean isLabelOfAnother(Column column) {
    return answer.columns().stream()
        .anyMatch(other -> other.labelFrom().equals(Optional.of(column.name())));
  }

  private String head(Column column) {
    return column
        .labelFrom()
        .flatMap(answer.query().header()::column)
        .map(Column::label)
        .orElse(column.label());
  }

  private String cell(Column column, Map<String, Node> row) {
    Node value = row.get(column.name());
    Node label = column.labelFrom().map(row::get).orElse(null);
    if (value == null) {
      return label == null ? "" : shown(label);
    }
    String shown = shown(label == null ? value : label);
    boolean safe = value.isURI() && value.getURI().matches("https?://[^\\s()<>]*");
    return safe ? "[" + shown + "](" + value.getURI() + ")" : shown;
  }

  /** A text that makes no link of its own. */
  private String shown(Node node) {
    return MarkdownTable.safe(text(node)).replace("[", "\\[").replace("]", "\\]");
  }

  private String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : prefixes.show(node);
  }

  private String count() {
    int rows = answer.rows().size();
    String count = rows == 1 ? "1 row" : rows + " rows";
    return answer
        .page()
        .filter(page -> page.offset() > 0 || answer.more())
        .map(
            page ->
                (rows == 0
                        ? "No rows after row " + page.offset()
                        : "Rows " + (page.offset() + 1) + "–" + (page.offset() + rows))
                    + (answer.more() ? "; more follow." : "; no more follow."))
        .orElse(count + ".");
  }

  private String citation() {
    return "Mesagraph, saved query [“"
        + answer.query().name()
        + "”]("
        + publication.address(answer, prefixes).replace("(", "%28").replace(")", "%29")
        + "), data of release `"
        + publication.release().replace("`", "")
        + "`, what is stated and what follows. Licence: [CC BY 4.0]("
        + Publication.LICENCE
        + ").";
  }
}
