package org.mesagraph.server;

import java.time.Duration;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.main.OpExecutor;

/**
 * Looks at the clock before every row of every operator. Jena starts its own clock only when the
 * plan is built, and building it may already take for ever: a group of patterns asks whether there
 * is a row below it, which a filter there that drops all rows leaves open to the end.
 */
final class StoppableExecution extends OpExecutor {

  private final long deadline;

  StoppableExecution(ExecutionContext context, Duration queryTime) {
    super(context);
    this.deadline = System.nanoTime() + queryTime.toNanos();
  }

  @Override
  protected QueryIterator exec(Op op, QueryIterator input) {
    return new Stoppable(super.exec(op, input), deadline);
  }

  private static final class Stoppable extends QueryIteratorWrapper {
    private final long deadline;

    Stoppable(QueryIterator rows, long deadline) {
      super(rows);
      this.deadline = deadline;
    }

    @Override
    protected boolean hasNextBinding() {
      if (System.nanoTime() - deadline > 0) {
        throw new QueryCancelledException();
      }
      return super.hasNextBinding();
    }
  }
}
