package org.mesagraph.guard;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/**
 * Jena's engine with guarded functions. They take their place before the query is optimised, since
 * optimising already evaluates what is constant.
 */
final class WatchedEngine extends QueryEngineMain {

  private final Watch watch;

  private WatchedEngine(
      Query query, DatasetGraph dataset, Binding input, Context context, Watch watch) {
    super(query, dataset, input, context);
    this.watch = watch;
  }

  private WatchedEngine(Op op, DatasetGraph dataset, Binding input, Context context, Watch watch) {
    super(op, dataset, input, context);
    this.watch = watch;
  }

  @Override
  protected Op modifyOp(Op op) {
    return super.modifyOp(SafeFunctions.in(op, watch));
  }

  /** Makes this the only engine wherever a context holds. */
  static void install(Context context, Watch watch) {
    QueryEngineRegistry registry = new QueryEngineRegistry();
    registry.add(new Factory(watch));
    QueryEngineRegistry.set(context, registry);
    QC.setFactory(context, execution -> new WatchedExecution(execution, watch));
  }

  private record Factory(Watch watch) implements QueryEngineFactory {
    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
      return new WatchedEngine(query, dataset, input, context, watch).getPlan();
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
      return new WatchedEngine(op, dataset, input, context, watch).getPlan();
    }
  }
}
