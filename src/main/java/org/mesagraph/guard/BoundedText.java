package org.mesagraph.guard;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.mesagraph.guard.QueryRefused.Reason;

/** An argument that must not be long where a function takes more time than its length. */
final class BoundedText extends ExprFunction1 {

  private final int longest;
  private final Watch watch;

  BoundedText(Expr argument, int longest, Watch watch) {
    super(argument, "bounded" + longest);
    this.longest = longest;
    this.watch = watch;
  }

  @Override
  public NodeValue eval(NodeValue value) {
    if (value.asNode().isLiteral() && value.asNode().getLiteralLexicalForm().length() > longest) {
      throw watch.stop(
          Reason.TOO_HUNGRY,
          "a text of more than " + longest + " characters cannot stand in this function");
    }
    return value;
  }

  @Override
  public Expr copy(Expr argument) {
    return new BoundedText(argument, longest, watch);
  }
}
