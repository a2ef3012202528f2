package org.mesagraph.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What a query found. Nothing in it depends on when or where the query ran.
 *
 * @param arguments the values it ran with, defaults included
 * @param page the part that was asked for
 * @param rows of a SELECT: values by variable, in the order of the query; an unbound one is absent
 * @param more whether rows follow this page
 * @param ask the answer of an ASK
 * @param graph the triples of a CONSTRUCT
 */
public record Answer(
    SavedQuery query,
    Map<String, List<Node>> arguments,
    Optional<Page> page,
    List<Map<String, Node>> rows,
    boolean more,
    Optional<Boolean> ask,
    Optional<Graph> graph) {

  public Answer {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    rows = List.copyOf(rows);
  }

  /** The names of the selected variables, labels included. */
  public List<String> variables() {
    return query.variables();
  }

  /** The columns that the header describes. */
  public List<Column> columns() {
    return query.header().columns();
  }
}
