package org.mesagraph.query;

import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformSubst;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformNodeElement;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * The names of the variables that a parsed query mentions, wherever it does: in subqueries, inside
 * EXISTS, in the order or in a CONSTRUCT template. They are collected by a transformation that
 * changes nothing, since that is the one walk of Jena that leaves nothing out.
 *
 * @param anywhere all of them
 * @param inExpressions those that a FILTER, BIND or HAVING computes with; the pattern inside an
 *     EXISTS is not a computation
 */
record Mentioned(Set<String> anywhere, Set<String> inExpressions) {

  static Mentioned in(Query query) {
    Set<String> anywhere = new TreeSet<>();
    NodeTransform collect =
        node -> {
          if (Var.isVar(node)) {
            anywhere.add(node.getName());
          }
          return node;
        };
    ElementTransformSubst patterns = new ElementTransformSubst(collect);
    QueryTransformOps.transform(query, patterns, new ExprTransformNodeElement(collect, patterns));

    Expressions expressions = new Expressions(new TreeSet<>());
    QueryTransformOps.transform(
        query, expressions, new ExprTransformApplyElementTransform(expressions));
    query.getHavingExprs().forEach(expressions::collect);
    return new Mentioned(anywhere, expressions.names);
  }

  private static final class Expressions extends ElementTransformCopyBase {
    private final Set<String> names;

    Expressions(Set<String> names) {
      this.names = names;
    }

    void collect(Expr expression) {
      names.addAll(ExprVars.getNonOpVarNamesMentioned(expression));
    }

    @Override
    public Element transform(ElementFilter element, Expr expression) {
      collect(expression);
      return super.transform(element, expression);
    }

    @Override
    public Element transform(ElementBind element, Var variable, Expr expression) {
      collect(expression);
      return super.transform(element, variable, expression);
    }
  }
}
