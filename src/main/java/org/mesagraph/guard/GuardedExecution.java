package org.mesagraph.guard;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.mesagraph.guard.QueryRefused.Reason;

/**
 * Runs one query and gathers its whole answer.
 *
 * @param watch stops it
 */
record GuardedExecution(Bounds.Answers bounds, ClosedFunctions functions, Watch watch) {

  QueryAnswer run(DatasetGraph dataset, GuardedQuery guarded, NamedGraphs graphs) {
    Context context = context(dataset);
    DatasetGraph watched = new WatchedDataset(dataset, context, watch);
    Query query =
        guarded.query(); // no copy: those that Jena makes lose all conditions of HAVING but one
    Description description = Description.of(watched, query, graphs);
    try (QueryExec execution =
        QueryExec.dataset(description.dataset()).query(query).context(context).build()) {
      QueryAnswer answer = gather(query, execution, description.dataset());
      watch.refusal().ifPresent(GuardedExecution::refuse); // whatever may have swallowed it
      return answer;
    } catch (QueryCancelledException e) {
      throw watch.refusal().orElseThrow(() -> new IllegalStateException("stopped by nobody", e));
    }
  }

  private static void refuse(QueryRefused refusal) {
    throw refusal;
  }

  private Context context(DatasetGraph dataset) {
    Context context = dataset.getContext().copy();
    context.set(ARQ.httpServiceAllowed, false);
    context.set(ARQ.propertyFunctions, false);
    // done while planning, when nothing can be stopped: whatever is constant is worked out
    context.set(ARQ.optExprConstantFolding, false);
    functions.close(context);
    WatchedEngine.install(context, watch);
    return context;
  }

  private QueryAnswer gather(Query query, QueryExec execution, DatasetGraph dataset) {
    if (query.isAskType()) {
      return new QueryAnswer.Truth(execution.ask());
    }
    if (query.isConstructType()) {
      return triples(query, execution.constructTriples());
    }
    if (query.isDescribeType()) {
      return triples(query, new Describing(dataset, watch).all(query, execution));
    }
    RowSet found = execution.select();
    List<Binding> rows = new ArrayList<>();
    Size size = new Size();
    while (found.hasNext()) {
      if (rows.size() == bounds.rows()) {
        throw tooMuch(bounds.rows() + " rows", "ask for a part of them with LIMIT and OFFSET");
      }
      Binding row = found.next();
      watch.hold(row.size() + 1L);
      row.forEach((Var variable, Node value) -> size.add(value));
      rows.add(row);
    }
    return new QueryAnswer.Rows(found.getResultVars(), rows);
  }

  private QueryAnswer triples(Query query, Iterator<Triple> found) {
    Set<Triple> triples = new LinkedHashSet<>();
    Size size = new Size();
    while (found.hasNext()) {
      watch.check();
      Triple triple = found.next();
      if (triples.add(triple)) {
        watch.hold(4);
        size.add(triple.getSubject());
        size.add(triple.getPredicate());
        size.add(triple.getObject());
        if (triples.size() > bounds.triples()) {
          throw tooMuch(
              bounds.triples() + " triples", "ask for a part of them with LIMIT and OFFSET");
        }
      }
    }
    return new QueryAnswer.Triples(List.copyOf(triples), query.getPrefixMapping().getNsPrefixMap());
  }

  private static QueryRefused tooMuch(String what, String cure) {
    return new QueryRefused(Reason.TOO_MUCH, "more than " + what + " – " + cure);
  }

  /** How many characters the values of an answer have. */
  private final class Size {
    private long characters;

    void add(Node value) {
      characters += value.toString().length();
      if (characters > bounds.bytes()) {
        throw tooMuch(bounds.bytes() + " bytes", "ask for a part of it with LIMIT and OFFSET");
      }
    }
  }
}
