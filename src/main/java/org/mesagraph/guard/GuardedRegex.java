package org.mesagraph.guard;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** REGEX in time that grows with the text, and that can be stopped. */
final class GuardedRegex extends ExprFunctionN {

  private final Patterns patterns;
  private final Watch watch;

  GuardedRegex(ExprList arguments, Patterns patterns, Watch watch) {
    super("regex", arguments);
    this.patterns = patterns;
    this.watch = watch;
  }

  @Override
  public NodeValue eval(List<NodeValue> arguments) {
    watch.check();
    String text =
        NodeValueOps.checkAndGetStringLiteral("REGEX", arguments.get(0)).getLiteralLexicalForm();
    NodeValue flags = arguments.size() > 2 ? arguments.get(2) : null;
    boolean found = patterns.of(arguments.get(1), flags).matcher(patterns.read(text)).find();
    return NodeValue.booleanReturn(found);
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new GuardedRegex(arguments, patterns, watch);
  }
}
