package org.mesagraph.guard;

import java.util.List;
import java.util.Set;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProcedure;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterDistinct;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.mesagraph.guard.QueryRefused.Reason;

/**
 * Runs the operators of a query, looks at the clock before every row of each, and counts the rows
 * that an operator holds. Jena starts its own clock only when the plan is built, and building it
 * may already take for ever: a group of patterns asks whether there is a row below it, which a
 * filter there that drops all rows leaves open to the end.
 */
final class WatchedExecution extends OpExecutor {

  private final Watch watch;

  WatchedExecution(ExecutionContext context, Watch watch) {
    super(context);
    this.watch = watch;
  }

  @Override
  protected QueryIterator exec(Op op, QueryIterator input) {
    watch.check();
    return new Watched(super.exec(op, input), watch);
  }

  @Override
  protected QueryIterator execute(OpOrder order, QueryIterator input) {
    Holding holding = new Holding(watch);
    QueryIterator rows = holding.in(exec(order.getSubOp(), input));
    List<SortCondition> conditions = Clocked.all(order.getConditions(), watch);
    return holding.out(new QueryIterSort(rows, conditions, execCxt));
  }

  @Override
  protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
    Holding holding = new Holding(watch);
    QueryIterator rows = exec(distinct.getSubOp(), input);
    QueryIterator different = new QueryIterDistinct(rows, List.of(), execCxt);
    return holding.out(holding.in(different)); // it holds what it lets through
  }

  @Override
  protected QueryIterator execute(OpGroup group, QueryIterator input) {
    Holding holding = new Holding(watch);
    List<ExprAggregator> aggregators = Counted.all(group.getAggregators(), holding, watch);
    QueryIterator rows = exec(group.getSubOp(), input);
    QueryIterator counted = aggregators.isEmpty() ? holding.in(rows) : rows;
    return holding.out(new QueryIterGroup(counted, group.getGroupVars(), aggregators, execCxt));
  }

  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    Holding holding = new Holding(watch);
    QueryIterator left = holding.in(exec(join.getLeft(), input));
    return holding.out(Join.join(left, exec(join.getRight(), root()), execCxt));
  }

  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    Holding holding = new Holding(watch);
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = holding.in(exec(join.getRight(), root()));
    return holding.out(Join.leftJoin(left, right, join.getExprs(), execCxt));
  }

  @Override
  protected QueryIterator execute(OpMinus minus, QueryIterator input) {
    Holding holding = new Holding(watch);
    QueryIterator left = exec(minus.getLeft(), input);
    QueryIterator right = holding.in(exec(minus.getRight(), root()));
    Set<Var> common = OpVars.visibleVars(minus.getLeft());
    common.retainAll(OpVars.visibleVars(minus.getRight()));
    return holding.out(QueryIterMinus.create(left, right, common, execCxt));
  }

  @Override
  protected QueryIterator execute(OpTable table, QueryIterator input) {
    if (table.isJoinIdentity() || input.isJoinIdentity()) {
      return super.execute(table, input);
    }
    Holding holding = new Holding(watch);
    return holding.out(super.execute(table, holding.in(input)));
  }

  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    return new WatchedPaths(input, path.getTriplePath(), execCxt, watch);
  }

  @Override
  protected QueryIterator execute(OpService service, QueryIterator input) {
    throw watch.stop(Reason.NOT_ALLOWED, "SERVICE is not allowed: no other server is asked");
  }

  @Override
  protected QueryIterator execute(OpProcedure procedure, QueryIterator input) {
    throw watch.stop(Reason.NOT_ALLOWED, "procedures are not available");
  }

  @Override
  protected QueryIterator execute(OpPropFunc function, QueryIterator input) {
    throw watch.stop(Reason.NOT_ALLOWED, "property functions are not available");
  }

  private static final class Watched extends QueryIteratorWrapper {
    private final Watch watch;

    Watched(QueryIterator rows, Watch watch) {
      super(rows);
      this.watch = watch;
    }

    @Override
    protected boolean hasNextBinding() {
      watch.check();
      return super.hasNextBinding();
    }
  }
}
