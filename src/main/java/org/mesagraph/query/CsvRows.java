package org.mesagraph.query;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;

/**
 * Rows for CSV, where a blank node is a text that begins with {@code _:}. Jena leaves the beginning
 * out, and nobody could tell the node from a string.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/#csv-terms">SPARQL 1.1 Query Results
 *     CSV and TSV Formats, 3.2</a>
 */
public final class CsvRows {

  private final Map<Node, Node> texts = new HashMap<>();

  private CsvRows() {}

  /** The same rows with texts in the place of blank nodes. */
  public static List<Binding> of(List<Binding> rows) {
    CsvRows csv = new CsvRows();
    return rows.stream().map(csv::row).toList();
  }

  private Binding row(Binding row) {
    BindingBuilder told = Binding.builder();
    for (Iterator<Var> variables = row.vars(); variables.hasNext(); ) {
      Var variable = variables.next();
      Node value = row.get(variable);
      told.add(variable, value.isBlank() ? text(value) : value);
    }
    return told.build();
  }

  private Node text(Node blank) {
    return texts.computeIfAbsent(
        blank, any -> NodeFactory.createLiteralString("_:b" + texts.size()));
  }
}
