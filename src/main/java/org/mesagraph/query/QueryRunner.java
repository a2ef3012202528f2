package org.mesagraph.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Prefixes;

/**
 * Runs saved queries on a dataset. Arguments take the place of variables as RDF terms and never
 * become part of a text, so that no argument can change what is asked.
 *
 * @param dataset its default graph must be the union of all graphs
 */
public record QueryRunner(DatasetGraph dataset, Prefixes prefixes) {

  /** Reads the arguments and runs the query for all rows. */
  public Answer run(SavedQuery query, Map<String, List<String>> given) {
    return run(query, given, Optional.empty());
  }

  /**
   * Reads the arguments and runs the query for a page or for all rows.
   *
   * @throws MesagraphException of kind USAGE if the arguments are refused, and LIMIT if the query
   *     takes too long or finds too much
   */
  public Answer run(SavedQuery query, Map<String, List<String>> given, Optional<Page> page) {
    return Txn.calculateRead(
        dataset,
        () -> run(query, Arguments.parse(query, given, dataset, prefixes).orThrow(), page));
  }

  /** Runs the query with arguments that were accepted before. */
  public Answer run(SavedQuery query, Arguments.Accepted arguments, Optional<Page> page) {
    return Txn.calculateRead(dataset, () -> execute(query, arguments, page));
  }

  private Answer execute(SavedQuery saved, Arguments.Accepted arguments, Optional<Page> page) {
    Query query = saved.query().cloneQuery();
    for (Parameter parameter : saved.header().params()) {
      List<Node> values = arguments.values().getOrDefault(parameter.name(), List.of());
      if (values.size() > 1) {
        query = ManyValues.bind(query, parameter.variable(), values);
      }
    }
    if (saved.query().isSelectType()) {
      page.ifPresent(new Paging(query)::cut);
    }
    QueryExecBuilder builder =
        QueryExec.dataset(dataset)
            .query(query)
            .timeout(saved.header().limits().timeoutMs(), TimeUnit.MILLISECONDS);
    for (Parameter parameter : saved.header().params()) {
      List<Node> values = arguments.values().getOrDefault(parameter.name(), List.of());
      if (values.size() == 1) {
        builder.substitution(parameter.variable(), values.get(0));
      }
    }
    try (QueryExec execution = builder.build()) {
      return answer(saved, arguments, page, execution);
    } catch (QueryCancelledException e) {
      throw new MesagraphException(
          Kind.LIMIT,
          "no answer from “"
              + saved.name()
              + "” within "
              + saved.header().limits().timeoutMs()
              + " ms – ask for less, or raise limits.timeoutMs in "
              + saved.file(),
          e);
    }
  }

  private static Answer answer(
      SavedQuery saved, Arguments.Accepted arguments, Optional<Page> page, QueryExec execution) {
    List<Map<String, Node>> rows = new ArrayList<>();
    Optional<Boolean> ask = Optional.empty();
    Optional<Graph> graph = Optional.empty();
    boolean more = false;
    if (saved.query().isAskType()) {
      ask = Optional.of(execution.ask());
    } else if (saved.query().isConstructType()) {
      graph = Optional.of(graph(saved, execution.constructTriples()));
    } else {
      RowSet found = execution.select();
      while (found.hasNext()) {
        Binding binding = found.next();
        if (page.isPresent() && rows.size() == page.get().limit()) {
          more = true;
          break;
        }
        checkSize(saved, rows.size(), "rows");
        rows.add(row(saved, binding));
      }
    }
    return new Answer(saved, arguments.values(), page, rows, more, ask, graph);
  }

  private static Map<String, Node> row(SavedQuery saved, Binding binding) {
    Map<String, Node> row = new LinkedHashMap<>();
    for (String name : saved.variables()) {
      Node value = binding.get(name);
      if (value != null) {
        row.put(name, value);
      }
    }
    return Collections.unmodifiableMap(row);
  }

  private static Graph graph(SavedQuery saved, Iterator<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    while (triples.hasNext()) {
      checkSize(saved, graph.size(), "triples");
      graph.add(triples.next());
    }
    return graph;
  }

  /** Refuses one more than the limit: an answer is whole or there is none. */
  private static void checkSize(SavedQuery saved, int size, String what) {
    long limit = saved.header().limits().maxRows();
    if (size >= limit) {
      throw new MesagraphException(
          Kind.LIMIT,
          "“"
              + saved.name()
              + "” finds more than "
              + limit
              + " "
              + what
              + " – ask for less or for a page, or raise limits.maxRows in "
              + saved.file());
    }
  }

  /** LIMIT and OFFSET of a page within those that the query has itself. */
  private record Paging(Query query) {
    void cut(Page page) {
      long left = Long.MAX_VALUE;
      if (query.hasLimit()) {
        left = Math.max(0, query.getLimit() - page.offset());
      }
      long before = query.hasOffset() ? query.getOffset() : 0;
      query.setOffset(before + page.offset());
      query.setLimit(Math.min(left, page.limit() + 1L));
    }
  }
}
