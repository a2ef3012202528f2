package org.mesagraph.guard;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** The whole answer to a query, in memory. */
public sealed interface QueryAnswer {

  /** What a SELECT finds. */
  record Rows(List<Var> variables, List<Binding> rows) implements QueryAnswer {
    public Rows {
      variables = List.copyOf(variables);
      rows = List.copyOf(rows);
    }
  }

  /** What an ASK finds. */
  record Truth(boolean isTrue) implements QueryAnswer {}

  /**
   * What a CONSTRUCT or a DESCRIBE finds, each triple once.
   *
   * @param prefixes those that the query declares
   */
  record Triples(List<Triple> triples, Map<String, String> prefixes) implements QueryAnswer {
    public Triples {
      triples = List.copyOf(triples);
      prefixes = Map.copyOf(prefixes);
    }
  }
}
