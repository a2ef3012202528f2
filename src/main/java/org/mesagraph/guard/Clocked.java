package org.mesagraph.guard;

import java.util.List;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** What rows are sorted by, with a look at the clock: sorting compares more often than it reads. */
final class Clocked extends ExprFunction1 {

  private final Watch watch;

  private Clocked(Expr key, Watch watch) {
    super(key, "clocked");
    this.watch = watch;
  }

  static List<SortCondition> all(List<SortCondition> conditions, Watch watch) {
    return conditions.stream()
        .map(each -> new SortCondition(new Clocked(each.getExpression(), watch), each.direction))
        .toList();
  }

  @Override
  public NodeValue eval(NodeValue value) {
    watch.check();
    return value;
  }

  @Override
  public Expr copy(Expr key) {
    return new Clocked(key, watch);
  }
}
