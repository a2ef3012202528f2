package org.mesagraph.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Prefixes;

/** Compares what a test expects with what came of it, and tells the first difference. */
record Judge(Expectation expect, Prefixes prefixes) {

  Optional<String> ofRefusal(Arguments.Refused refused) {
    String reason =
        refused.problems().stream().map(ArgumentProblem::message).collect(Collectors.joining("; "));
    if (!expect.isRefusal()) {
      return Optional.of("the arguments were refused: " + reason);
    }
    long status = expect.status().orElse((long) refused.status());
    if (status != refused.status()) {
      return different("status", status, refused.status() + " (" + reason + ")");
    }
    if (expect.didYouMean().isEmpty()) {
      return Optional.empty();
    }
    String wanted = expect.didYouMean().get();
    List<String> suggested =
        refused.problems().stream().flatMap(problem -> problem.didYouMean().stream()).toList();
    boolean met =
        wanted.equals("true") && !suggested.isEmpty()
            || wanted.equals("false") && suggested.isEmpty()
            || suggested.contains(wanted);
    return met ? Optional.empty() : different("didYouMean", wanted, suggested);
  }

  Optional<String> ofAnswer(Answer answer) {
    long size = answer.graph().map(Graph::size).orElse(answer.rows().size());
    if (expect.rows().filter(rows -> rows != size).isPresent()) {
      return different("rows", expect.rows().get(), size);
    }
    if (expect.minRows().filter(rows -> size < rows).isPresent()) {
      return different("at least as many rows as", expect.minRows().get(), size);
    }
    if (expect.maxRows().filter(rows -> size > rows).isPresent()) {
      return different("at most as many rows as", expect.maxRows().get(), size);
    }
    if (!expect.columns().isEmpty() && !expect.columns().equals(answer.variables())) {
      return different("columns", expect.columns(), answer.variables());
    }
    if (expect.ask().isPresent() && !expect.ask().equals(answer.ask())) {
      return different("ask", expect.ask().get(), answer.ask().map(String::valueOf).orElse("none"));
    }
    return ofRows(answer.rows()).or(() -> ofColumns(answer));
  }

  private Optional<String> ofRows(List<Map<String, Node>> rows) {
    int last = -1;
    for (Map<String, Optional<String>> wanted : expect.contains()) {
      int from = expect.ordered() ? last + 1 : 0;
      int found = indexOf(wanted, rows, from);
      if (found < 0) {
        return Optional.of(
            "no row "
                + show(wanted)
                + (expect.ordered() && indexOf(wanted, rows, 0) >= 0
                    ? " after the rows expected before it"
                    : " among " + rows.size()));
      }
      last = found;
    }
    for (Map<String, Optional<String>> unwanted : expect.excludes()) {
      int found = indexOf(unwanted, rows, 0);
      if (found >= 0) {
        return Optional.of("row " + (found + 1) + " is " + show(unwanted) + ", which is excluded");
      }
    }
    return Optional.empty();
  }

  /** Whether the answer keeps what the header says of its columns. */
  private static Optional<String> ofColumns(Answer answer) {
    for (int i = 0; i < answer.rows().size(); i++) {
      for (Column column : answer.columns()) {
        Node value = answer.rows().get(i).get(column.name());
        if (value == null && !column.optional()) {
          return Optional.of(
              "row " + (i + 1) + " has no “" + column.name() + "”, which is not optional");
        }
        if (value != null && !column.type().fits(value)) {
          return Optional.of(
              "row "
                  + (i + 1)
                  + ": “"
                  + column.name()
                  + "” is not of type "
                  + column.type().text());
        }
      }
    }
    return Optional.empty();
  }

  private int indexOf(Map<String, Optional<String>> cells, List<Map<String, Node>> rows, int from) {
    for (int i = from; i < rows.size(); i++) {
      Map<String, Node> row = rows.get(i);
      if (cells.entrySet().stream()
          .allMatch(
              cell -> matches(cell.getValue(), Optional.ofNullable(row.get(cell.getKey()))))) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(Optional<String> wanted, Optional<Node> found) {
    if (wanted.isEmpty() || found.isEmpty()) {
      return wanted.isEmpty() && found.isEmpty();
    }
    Node node = found.get();
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm().equals(wanted.get());
    }
    if (!node.isURI()) {
      return false;
    }
    try {
      return node.getURI().equals(wanted.get()) || prefixes.expand(wanted.get()).equals(node);
    } catch (MesagraphException e) {
      return false; // a text, which no IRI equals
    }
  }

  private static String show(Map<String, Optional<String>> cells) {
    return cells.entrySet().stream()
        .map(cell -> cell.getKey() + ": " + cell.getValue().orElse("nothing"))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static Optional<String> different(String what, Object wanted, Object found) {
    return Optional.of("expected " + what + " " + wanted + ", found " + found);
  }
}
