package org.mesagraph.guard;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.sparql.path.PathLib;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.mesagraph.guard.QueryRefused.Reason;

/**
 * Follows a property path from each row, and counts its steps: Jena holds what a path has reached
 * until the path ends, some ends many times over, so steps are what a path costs in memory.
 */
final class WatchedPaths extends QueryIterRepeatApply {

  private final TriplePath path;
  private final Watch watch;

  WatchedPaths(QueryIterator input, TriplePath path, ExecutionContext context, Watch watch) {
    super(input, context);
    this.path = path;
    this.watch = watch;
  }

  @Override
  protected QueryIterator nextStage(Binding row) {
    watch.check();
    ExecutionContext context = getExecContext();
    Graph graph = new Counted(context.getActiveGraph(), watch);
    return PathLib.execTriplePath(
        row, path, ExecutionContext.copyChangeActiveGraph(context, graph));
  }

  /** A graph that counts the statements that it gives. */
  private static final class Counted extends GraphWrapper {
    private final Watch watch;
    private long steps;

    Counted(Graph graph, Watch watch) {
      super(graph);
      this.watch = watch;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
      return counted(super.find(pattern));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
      return counted(super.find(subject, predicate, object));
    }

    private ExtendedIterator<Triple> counted(ExtendedIterator<Triple> found) {
      return WrappedIterator.create(found.mapWith(this::count));
    }

    private Triple count(Triple triple) {
      if (++steps > watch.work().steps()) {
        throw watch.stop(
            Reason.TOO_HUNGRY,
            "a property path goes along more than "
                + watch.work().steps()
                + " statements – begin it at fewer places");
      }
      return triple;
    }
  }
}
