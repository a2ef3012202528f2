package org.mesagraph.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * SPARQL 1.1 queries whose answers are whole or refused: the rows are all there before the first
 * byte is sent, since what follows a status of 200 could no longer be taken back.
 */
final class QueryService extends SPARQL_QueryDataset {

  private static final int MOST_ROWS = 100_000;

  @Override
  public void process(HttpAction action) {
    try {
      refuseOr(action);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseOr(HttpAction action) throws IOException {
    try {
      super.process(action);
    } catch (ActionErrorException e) {
      String detail = e.getMessage() == null ? "the request was refused" : e.getMessage();
      Errors.send(action.getResponse(), Refusal.of(e.getRC(), detail));
    } catch (QueryCancelledException e) {
      Errors.send(
          action.getResponse(),
          Refusal.of(503, "the query took too long and was stopped – ask for less"));
    } catch (MesagraphException e) {
      Errors.send(action.getResponse(), Refusal.of(e));
    }
  }

  @Override
  public void execGet(HttpAction action) {
    if (action.getRequestParameter("query") == null) {
      ServletOps.errorBadRequest("no query: ask /sparql?query=…");
    }
    super.execGet(action);
  }

  /** Jena's own extensions of the language are refused; some of them cannot be stopped in time. */
  @Override
  protected void execute(String query, HttpAction action) {
    try {
      NoService.check(QueryFactory.create(query, Syntax.syntaxSPARQL_11));
    } catch (QueryParseException e) {
      ServletOps.errorBadRequest("not a SPARQL 1.1 query: " + e.getMessage());
    }
    super.execute(query, action);
  }

  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec execution, Query query, String log) {
    if (!query.isSelectType()) {
      return super.executeQuery(action, execution, query, log);
    }
    RowSet found = execution.select();
    List<Binding> rows = new ArrayList<>();
    while (found.hasNext()) {
      if (rows.size() == MOST_ROWS) {
        throw new MesagraphException(
            Kind.LIMIT, "more than " + MOST_ROWS + " rows – ask for a part of them with LIMIT");
      }
      rows.add(found.next());
    }
    return new QueryExecResult(RowSetStream.create(found.getResultVars(), rows.iterator()));
  }
}
