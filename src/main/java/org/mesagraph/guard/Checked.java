package org.mesagraph.guard;

import java.math.BigDecimal;
import java.util.List;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.mesagraph.guard.QueryRefused.Reason;

/** A function before which the clock is looked at, and whose value is looked at as well. */
final class Checked extends ExprFunctionN {

  private static final int BITS = 4_096;
  private static final int DIGITS = 1_300;
  private static final int DURATION = 10_000_000; // Jena's calendar walks along month by month

  private static final int CELLS_PER_NAME = 6;

  private final ExprFunction function;
  private final Watch watch;

  Checked(ExprFunction function, Watch watch) {
    super(name(function), new ExprList(function.getArgs()));
    this.function = function;
    this.watch = watch;
  }

  /** What tells two functions with the same arguments apart. */
  private static String name(ExprFunction function) {
    String symbol = function.getFunctionSymbol().getSymbol();
    return function.getFunctionIRI() == null ? symbol : symbol + " " + function.getFunctionIRI();
  }

  @Override
  protected NodeValue evalSpecial(Binding row, FunctionEnv environment) {
    watch.check();
    NodeValue value = function.eval(row, environment);
    if (function instanceof E_BNode.BNode1) {
      watch.hold(CELLS_PER_NAME); // the names of blank nodes are kept for every row, to the end
    }
    checkSize(value, watch);
    return value;
  }

  /** Refuses the query if it makes a value that would make what follows take long. */
  static void checkSize(NodeValue value, Watch watch) {
    if (value.isInteger()) {
      refuseIf(value.getInteger().bitLength() > BITS, "a number", watch);
    } else if (value.isDecimal()) {
      BigDecimal number = value.getDecimal();
      boolean large =
          number.unscaledValue().bitLength() > BITS || Math.abs(number.scale()) > DIGITS;
      refuseIf(large, "a number", watch);
    } else if (value.isDuration()) {
      refuseIf(isLong(value.getDuration()), "a duration", watch);
    } else if (value.asNode().isLiteral()) {
      watch.made(value.asNode().getLiteralLexicalForm().length());
    } else if (value.asNode().isURI()) {
      watch.made(value.asNode().getURI().length());
    }
  }

  static boolean isLong(Duration duration) {
    return List.of(
            DatatypeConstants.YEARS,
            DatatypeConstants.MONTHS,
            DatatypeConstants.DAYS,
            DatatypeConstants.HOURS,
            DatatypeConstants.MINUTES,
            DatatypeConstants.SECONDS)
        .stream()
        .map(duration::getField)
        .anyMatch(
            field ->
                field != null
                    && new BigDecimal(field.toString())
                            .abs()
                            .compareTo(BigDecimal.valueOf(DURATION))
                        > 0);
  }

  private static void refuseIf(boolean large, String what, Watch watch) {
    if (large) {
      throw watch.stop(
          Reason.TOO_HUNGRY, "the query makes " + what + " that is too large – make it smaller");
    }
  }

  @Override
  public NodeValue eval(List<NodeValue> arguments) {
    throw new IllegalStateException("a checked function is evaluated as a whole");
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new Checked(copy(function, arguments), watch);
  }

  /** The same function of other arguments. */
  static ExprFunction copy(ExprFunction function, ExprList arguments) {
    Expr copy = function;
    if (function instanceof ExprFunction1 one) {
      copy = one.copy(arguments.get(0));
    } else if (function instanceof ExprFunction2 two) {
      copy = two.copy(arguments.get(0), arguments.get(1));
    } else if (function instanceof ExprFunction3 three) {
      Expr third = arguments.size() > 2 ? arguments.get(2) : null;
      copy = three.copy(arguments.get(0), arguments.get(1), third);
    } else if (function instanceof ExprFunctionN any) {
      copy = any.copy(arguments);
    } else if (!(function instanceof ExprFunction0)) {
      throw new IllegalStateException("a function of no known kind: " + function);
    }
    return copy.getFunction();
  }
}
