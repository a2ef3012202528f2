package org.mesagraph.guard;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;

/** CONCAT that knows how long its value will be before it makes it. */
final class GuardedConcat extends ExprFunctionN {

  private final Watch watch;

  GuardedConcat(ExprList arguments, Watch watch) {
    super("concat", arguments);
    this.watch = watch;
  }

  @Override
  public NodeValue eval(List<NodeValue> arguments) {
    watch.check();
    long length = arguments.stream().mapToLong(argument -> argument.asString().length()).sum();
    if (length > watch.work().longestText()) {
      throw watch.tooLong();
    }
    watch.made((int) length);
    return XSDFuncOp.strConcat(arguments);
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new GuardedConcat(arguments, watch);
  }
}
