package org.mesagraph.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.expr.ExprVars;
import org.mesagraph.base.Suggestion;

/**
 * Holds the columns of a header against what its query selects, and how it orders and limits it.
 */
final class ColumnLint {

  private final Header header;
  private final Section root;
  private final Query query;
  private final SparqlText text;
  private final Problems problems;

  ColumnLint(Header header, Section root, Query query, SparqlText text) {
    this.header = header;
    this.root = root;
    this.query = query;
    this.text = text;
    this.problems = root.problems();
  }

  void check() {
    if (query.isQueryResultStar()) {
      problems.add(text.firstLine(), "SELECT *", "name the columns: they are the answer's keys");
      return;
    }
    List<String> selected = query.getResultVars();
    Set<String> labels = new HashSet<>();
    header.columns().forEach(column -> column.labelFrom().ifPresent(labels::add));
    for (Column column : header.columns()) {
      if (!selected.contains(column.name())) {
        problems.add(
            root.line("columns", column.name()),
            "the query does not select column “"
                + column.name()
                + "”"
                + Suggestion.phrase(column.name(), selected),
            "select ?" + column.name() + ", or remove the column");
      }
      checkLabel(column, selected);
    }
    for (String name : selected) {
      if (header.column(name).isEmpty() && !labels.contains(name)) {
        problems.add(
            text.lineOfVariable(name),
            "?" + name + " is selected but not among the columns",
            "describe it under columns, or name it in a labelFrom");
      }
    }
    List<String> declared = header.columns().stream().map(Column::name).toList();
    List<String> inOrder = selected.stream().filter(declared::contains).toList();
    if (inOrder.size() == declared.size() && !inOrder.equals(declared)) {
      problems.add(
          root.line("columns"),
          "the columns are not in the order of the query",
          "write them in the order " + String.join(", ", inOrder));
    }
    if (!(query.hasAggregators() && query.getGroupBy().isEmpty())) {
      checkOrder(selected);
      checkLimit();
    }
  }

  private void checkLabel(Column column, List<String> selected) {
    int line = root.line("columns", column.name());
    boolean iri = column.type() instanceof ValueType.Iri;
    boolean said =
        root.sections("columns").get(column.name()) != null
            && root.sections("columns").get(column.name()).has("labelFrom");
    if (iri && !said) {
      problems.add(
          line,
          "IRI column “" + column.name() + "” has no label",
          "write labelFrom: " + column.name() + "Label, or labelFrom: none");
    }
    if (!iri && said) {
      problems.add(line, "only an IRI column has a label", "remove labelFrom");
    }
    column
        .labelFrom()
        .filter(from -> !selected.contains(from))
        .ifPresent(
            from ->
                problems.add(
                    line,
                    "the query does not select the label ?"
                        + from
                        + Suggestion.phrase(from, selected),
                    "select it, or write labelFrom: none"));
  }

  /** Pages and golden files are stable only if equal keys cannot change places. */
  private void checkOrder(List<String> selected) {
    if (!query.hasOrderBy()) {
      problems.add(
          text.firstLine(), "no ORDER BY", "order by selected variables, an IRI column last");
      return;
    }
    int line = text.lineOfLast("ORDER");
    Set<String> keys = new HashSet<>();
    for (SortCondition condition : query.getOrderBy()) {
      ExprVars.getVarsMentioned(condition).stream()
          .filter(variable -> !selected.contains(variable.getName()))
          .forEach(
              variable ->
                  problems.add(
                      line,
                      "it is ordered by "
                          + (variable.getName().startsWith(".")
                              ? "an aggregate"
                              : "?" + variable.getName())
                          + ", which is not selected",
                      "select it, or order by selected variables"));
      if (condition.getExpression().isVariable()) {
        keys.add(condition.getExpression().getVarName());
      }
    }
    boolean byIri =
        header.columns().stream()
            .anyMatch(
                column -> column.type() instanceof ValueType.Iri && keys.contains(column.name()));
    if (!byIri && !keys.containsAll(selected)) {
      problems.add(
          line,
          "the order is not total, so equal rows may change places",
          "add an IRI column, or all columns, to the end of ORDER BY");
    }
  }

  private void checkLimit() {
    boolean limited =
        query.hasLimit()
            || header.pagination().isPresent()
            || root.section("limits").filter(limits -> limits.has("maxRows")).isPresent();
    if (!limited) {
      problems.add(
          text.firstLine(),
          "nothing limits the number of rows",
          "add “#+ pagination: 100”, “#+ limits: {maxRows: 10000}” or a LIMIT");
    }
  }
}
