package org.mesagraph.guard;

import java.time.Duration;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.system.Txn;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.mesagraph.guard.QueryRefused.Reason;

/**
 * Reads and runs what strangers ask: nothing leaves the process, nothing takes longer than it may,
 * and an answer is whole or there is none. One guard serves all requests of a server.
 */
public final class Guard implements AutoCloseable {

  private final Bounds bounds;
  private final ClosedFunctions functions;
  private final Running running;

  private Guard(Bounds bounds, Running running) {
    this.bounds = bounds;
    this.functions = new ClosedFunctions();
    this.running = running;
  }

  /** A guard with these bounds; to be closed with the server. */
  public static Guard of(Bounds bounds) {
    JenaSwitches.close();
    return new Guard(bounds, Running.watchingMemory(bounds.work()));
  }

  public Bounds bounds() {
    return bounds;
  }

  /**
   * Reads a query in SPARQL 1.1.
   *
   * @param base what relative IRIs are relative to; never the folder that the program runs in
   * @param known what may have been meant where something is misspelt
   * @throws QueryRefused if it is not one, or asks for too much or for what is not allowed
   */
  public GuardedQuery query(String text, String base, Known known) {
    List<Token> tokens = TextScan.check(text, bounds.text());
    try {
      return measured(QueryFactory.create(text, base, Syntax.syntaxSPARQL_11));
    } catch (QueryException e) {
      throw new SyntaxProblem(tokens, known).of(e, "SPARQL 1.1 query");
    } catch (JenaException e) {
      throw new QueryRefused(Reason.SYNTAX, "not a SPARQL 1.1 query: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  /**
   * Reads an update in SPARQL 1.1 and holds each of its operations to the same bounds as a query.
   * LOAD is refused.
   *
   * @throws QueryRefused as for a query
   */
  public UpdateRequest update(String text, String base, Known known) {
    List<Token> tokens = TextScan.check(text, bounds.text());
    try {
      UpdateRequest request = UpdateFactory.create(text, base, Syntax.syntaxSPARQL_11);
      request.getOperations().forEach(each -> each.visit(new UpdateMeasure(bounds, functions)));
      return request;
    } catch (QueryException e) {
      throw new SyntaxProblem(tokens, known).of(e, "SPARQL 1.1 update");
    } catch (JenaException e) {
      throw new QueryRefused(Reason.SYNTAX, "not a SPARQL 1.1 update: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  /** The query for all solutions of a pattern, such as the WHERE of an update. */
  public GuardedQuery solutions(Element pattern) {
    Query query = QueryFactory.make();
    query.setQuerySelectType();
    query.setQueryResultStar(true);
    query.setQueryPattern(pattern);
    query.resetResultVars();
    return measured(query);
  }

  private GuardedQuery measured(Query query) {
    if (query.isJsonType()) {
      throw Measure.notAllowed("JSON queries are not available");
    }
    if (query.isDescribeType() && query.isQueryResultStar()) {
      throw Measure.notAllowed("DESCRIBE * is not available – name what to describe");
    }
    if (query.getQueryPattern() == null) {
      query.setQueryPattern(new ElementGroup());
    }
    Measure measure = new Measure(bounds.shape(), functions);
    measure.operator(Algebra.compile(query));
    boolean repeatable = measure.isRepeatable();
    if (query.isDescribeType()) {
      measure.patterns(query.getResultURIs().size());
    }
    if (query.isConstructType()) {
      measure.patterns(query.getConstructTemplate().getQuads().size());
      for (Quad quad : query.getConstructTemplate().getQuads()) {
        measure.triple(quad.asTriple());
        repeatable &= !quad.getSubject().isBlank() && !quad.getObject().isBlank();
      }
    }
    return new GuardedQuery(query, repeatable);
  }

  /**
   * Runs a query in a read transaction, the caller's if there is one.
   *
   * @param graphs the graphs that the request names beside the query
   * @param budget how long it may take, if that is less than everybody may
   * @throws QueryRefused if it takes too long, holds too much, finds too much, or names a graph
   *     that does not exist
   */
  public QueryAnswer answer(
      DatasetGraph dataset, GuardedQuery query, NamedGraphs graphs, Duration budget) {
    try (Running.Started started = running.start(budget)) {
      GuardedExecution execution =
          new GuardedExecution(bounds.answers(), functions, started.watch());
      return Txn.calculateRead(dataset, () -> execution.run(dataset, query, graphs));
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  private static QueryRefused tooDeep() {
    return new QueryRefused(
        Reason.TOO_COMPLEX, "the query is nested too deeply – ask something simpler");
  }

  @Override
  public void close() {
    running.close();
  }
}
