package org.mesagraph.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_NotOneOf;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/**
 * Puts guarded functions in the place of those that can take long or grow. What decides, compares
 * or only looks is left as it is, since the optimiser knows it by its class.
 *
 * <p>Every value then is within bounds: those of the query are checked when it is parsed, and those
 * that functions make are checked when they are made. So no single step can take long.
 */
final class SafeFunctions extends ExprTransformCopy {

  private static final Set<Class<? extends ExprFunction>> CHEAP =
      Set.of(
          E_LogicalAnd.class,
          E_LogicalOr.class,
          E_LogicalNot.class,
          E_Bound.class,
          E_If.class,
          E_Coalesce.class,
          E_Equals.class,
          E_NotEquals.class,
          E_LessThan.class,
          E_LessThanOrEqual.class,
          E_GreaterThan.class,
          E_GreaterThanOrEqual.class,
          E_SameTerm.class,
          E_OneOf.class,
          E_NotOneOf.class);

  /** Longer texts are no numbers or dates; reading a number takes time in the square of it. */
  private static final int LEXICAL_FORM = 10_000;

  /** Looking for a long text in a long text takes time in their product. */
  private static final int NEEDLE = 1_000;

  private final Watch watch;
  private final Patterns patterns;

  private SafeFunctions(Watch watch) {
    this.watch = watch;
    this.patterns = new Patterns(watch);
  }

  /** The same query with guarded functions. */
  static Op in(Op op, Watch watch) {
    return Transformer.transform(new TransformCopy(), new SafeFunctions(watch), op);
  }

  @Override
  public Expr transform(ExprFunction1 function, Expr first) {
    return guard(function, List.of(first));
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr first, Expr second) {
    return guard(function, List.of(first, second));
  }

  @Override
  public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
    List<Expr> arguments = new ArrayList<>(List.of(first, second));
    if (third != null) {
      arguments.add(third);
    }
    return guard(function, arguments);
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    return guard(function, arguments.getList());
  }

  private Expr guard(ExprFunction function, List<Expr> arguments) {
    if (CHEAP.contains(function.getClass())) {
      return Checked.copy(function, new ExprList(arguments));
    }
    if (function instanceof E_Regex) {
      return new GuardedRegex(new ExprList(arguments), patterns, watch);
    }
    if (function instanceof E_StrReplace) {
      return new GuardedReplace(new ExprList(arguments), patterns, watch);
    }
    if (function instanceof E_StrConcat) {
      return new GuardedConcat(new ExprList(arguments), watch);
    }
    List<Expr> bounded = new ArrayList<>(arguments);
    if (function instanceof E_Function || function instanceof E_StrDatatype) {
      bounded.replaceAll(argument -> new BoundedText(argument, LEXICAL_FORM, watch));
    } else if (function instanceof E_StrContains
        || function instanceof E_StrBefore
        || function instanceof E_StrAfter) {
      bounded.set(1, new BoundedText(bounded.get(1), NEEDLE, watch));
    }
    return new Checked(Checked.copy(function, new ExprList(bounded)), watch);
  }
}
