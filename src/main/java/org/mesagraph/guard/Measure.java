package org.mesagraph.guard;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProcedure;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.Unstable;
import org.mesagraph.base.Suggestion;
import org.mesagraph.guard.QueryRefused.Reason;

/**
 * Goes through everything that a query consists of, also through what stands in ORDER BY,
 * aggregates, HAVING, EXISTS and queries within the query, and refuses what is too large or not
 * allowed.
 */
final class Measure {

  private static final int SHORT = 9; // nothing so short is large

  private final Bounds.Shape bounds;
  private final ClosedFunctions functions;
  private int operators;
  private int expressions;
  private boolean repeatable = true;

  Measure(Bounds.Shape bounds, ClosedFunctions functions) {
    this.bounds = bounds;
    this.functions = functions;
  }

  /** Whether the same data give the same answer each time. */
  boolean isRepeatable() {
    return repeatable;
  }

  void operator(Op op) {
    if (++operators > bounds.operators()) {
      throw complex("more than " + bounds.operators() + " operators");
    }
    content(op);
    if (op instanceof Op1 one && one.getSubOp() != null) {
      operator(one.getSubOp());
    } else if (op instanceof Op2 two) {
      operator(two.getLeft());
      operator(two.getRight());
    } else if (op instanceof OpN many) {
      many.getElements().forEach(this::operator);
    }
  }

  private void content(Op op) {
    if (op instanceof OpService) {
      throw notAllowed("SERVICE is not allowed: no other server is asked");
    } else if (op instanceof OpPropFunc || op instanceof OpProcedure) {
      throw notAllowed("property functions and procedures are not available");
    } else if (op instanceof OpBGP group) {
      patterns(group.getPattern().size());
      group.getPattern().forEach(this::triple);
    } else if (op instanceof OpQuadPattern group) {
      patterns(group.getBasicPattern().size());
      group.getBasicPattern().forEach(this::triple);
    } else if (op instanceof OpPath path) {
      path(path.getTriplePath());
    } else if (op instanceof OpGraph graph) {
      node(graph.getNode());
    } else if (op instanceof OpTable table) {
      table(table);
    } else if (op instanceof OpSlice slice && slice.getStart() > bounds.offset()) {
      throw complex("OFFSET is more than " + bounds.offset());
    } else {
      expressions(op);
    }
  }

  private void expressions(Op op) {
    if (op instanceof OpFilter filter) {
      filter.getExprs().forEach(each -> expression(each, 0));
    } else if (op instanceof OpLeftJoin join && join.getExprs() != null) {
      join.getExprs().forEach(each -> expression(each, 0));
    } else if (op instanceof OpExtendAssign extend) {
      extend.getVarExprList().forEachExpr((variable, each) -> expression(each, 0));
    } else if (op instanceof OpOrder order) {
      order.getConditions().forEach(each -> expression(each.getExpression(), 0));
    } else if (op instanceof OpGroup group) {
      group.getGroupVars().forEachExpr((variable, each) -> expression(each, 0));
      group.getAggregators().forEach(this::aggregate);
    }
  }

  private void aggregate(ExprAggregator aggregate) {
    expression(aggregate.getAggVar(), 0);
    if (aggregate.getAggregator().getExprList() != null) {
      aggregate.getAggregator().getExprList().forEach(each -> expression(each, 0));
    }
  }

  private void expression(Expr expression, int depth) {
    if (++expressions > bounds.expressions()) {
      throw complex("more than " + bounds.expressions() + " expressions");
    }
    if (depth > bounds.depth()) {
      throw complex("more than " + bounds.depth() + " expressions within each other");
    }
    if (expression.isConstant()) {
      node(expression.getConstant().asNode());
    } else if (expression instanceof ExprFunction function) {
      function(function);
      if (function.getArgs() != null) {
        function.getArgs().forEach(argument -> expression(argument, depth + 1));
      }
    }
  }

  private void function(ExprFunction function) {
    if (function.isGraphPattern()) {
      operator(function.getGraphPattern());
    } else if (function instanceof E_Call) {
      throw notAllowed("CALL is not available");
    } else if (function instanceof E_Function named && !functions.has(named.getFunctionIRI())) {
      String iri = named.getFunctionIRI();
      Optional<String> near = Suggestion.nearest(iri, functions.iris());
      throw new QueryRefused(
          Reason.NOT_ALLOWED,
          "no function <" + iri + ">" + Suggestion.phrase(iri, functions.iris()),
          Optional.empty(),
          near);
    }
    repeatable &= !(function instanceof E_Now || function instanceof Unstable);
  }

  void patterns(int count) {
    if (count > bounds.patterns()) {
      throw complex("more than " + bounds.patterns() + " triple patterns in a row");
    }
  }

  void triple(Triple triple) {
    node(triple.getSubject());
    predicate(triple.getPredicate());
    node(triple.getObject());
  }

  private void path(TriplePath path) {
    node(path.getSubject());
    node(path.getObject());
    if (path.isTriple()) {
      predicate(path.getPredicate());
    } else {
      new PathMeasure(bounds.path(), this::predicate).check(path.getPath());
    }
  }

  private void table(OpTable table) {
    if (table.getTable().size() > bounds.rows()) {
      throw complex("more than " + bounds.rows() + " rows of VALUES");
    }
    table
        .getTable()
        .iterator(null)
        .forEachRemaining(row -> row.forEach((Var variable, Node value) -> node(value)));
  }

  private void predicate(Node predicate) {
    if (predicate.isURI() && PathMeasure.isCode(predicate.getURI())) {
      throw notAllowed("no property <" + predicate.getURI() + ">: it would call a program");
    }
  }

  /** Refuses numbers and durations that would take long to work with. */
  void node(Node node) {
    if (!node.isLiteral() || node.getLiteralLexicalForm().length() < SHORT) {
      return;
    }
    NodeValue value = NodeValue.makeNode(node);
    if (value.isNumber() && isLarge(value)) {
      throw complex("a number of more than " + bounds.bits() + " bits");
    }
    if (value.isDuration() && Checked.isLong(value.getDuration())) {
      throw complex("a duration that is too long");
    }
  }

  private boolean isLarge(NodeValue number) {
    if (number.isInteger()) {
      return number.getInteger().bitLength() > bounds.bits();
    }
    return number.isDecimal()
        && (number.getDecimal().unscaledValue().bitLength() > bounds.bits()
            || Math.abs(number.getDecimal().scale()) > bounds.bits());
  }

  static QueryRefused complex(String what) {
    return new QueryRefused(Reason.TOO_COMPLEX, what + " – ask something simpler, or in parts");
  }

  static QueryRefused notAllowed(String what) {
    return new QueryRefused(Reason.NOT_ALLOWED, what);
  }
}
