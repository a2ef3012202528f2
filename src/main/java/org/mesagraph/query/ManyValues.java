package org.mesagraph.query;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Puts {@code VALUES ?x { … }} at the head of every group that mentions {@code ?x}.
 *
 * <p>One block around the query would not do: a FILTER inside a UNION, an OPTIONAL or a subquery
 * does not see what is bound outside. The blocks join with one another, since they are equal.
 */
final class ManyValues extends ElementTransformCopyBase {

  private final Var variable;
  private final Collection<Node> values;

  private ManyValues(Var variable, Collection<Node> values) {
    this.variable = variable;
    this.values = values;
  }

  /** A copy of the query in which the variable has one of the values. */
  static Query bind(Query query, Var variable, Collection<Node> values) {
    ManyValues transform = new ManyValues(variable, values);
    Query bound =
        QueryTransformOps.transform(
            query, transform, new ExprTransformApplyElementTransform(transform));
    if (bound.getQueryPattern() instanceof ElementGroup group
        && !PatternVars.vars(group).contains(variable)
        && transform.isProjectedIn(bound)) {
      bound.setQueryPattern(transform.headed(group.getElements()));
    }
    return bound;
  }

  private static boolean mentions(Expr expression, Var variable) {
    return ExprVars.getVarsMentioned(expression).contains(variable);
  }

  private boolean isProjectedIn(Query query) {
    return query.getProjectVars().contains(variable)
        || query.getProject().getExprs().values().stream()
            .anyMatch(expression -> mentions(expression, variable));
  }

  @Override
  public Element transform(ElementGroup group, List<Element> elements) {
    boolean mentioned =
        elements.stream()
            .anyMatch(
                element ->
                    element instanceof ElementFilter filter && mentions(filter.getExpr(), variable)
                        || element instanceof ElementBind bind && mentions(bind.getExpr(), variable)
                        || PatternVars.vars(element).contains(variable));
    return mentioned ? headed(elements) : super.transform(group, elements);
  }

  private ElementGroup headed(List<Element> elements) {
    ElementData data = new ElementData();
    data.add(variable);
    values.forEach(value -> data.add(BindingFactory.binding(variable, value)));
    ElementGroup headed = new ElementGroup();
    headed.addElement(data);
    elements.forEach(headed::addElement);
    return headed;
  }
}
