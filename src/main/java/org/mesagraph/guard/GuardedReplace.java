package org.mesagraph.guard;

import com.google.re2j.Matcher;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** REPLACE in time that grows with the text, into a text that stays within bounds. */
final class GuardedReplace extends ExprFunctionN {

  private final Patterns patterns;
  private final Watch watch;

  GuardedReplace(ExprList arguments, Patterns patterns, Watch watch) {
    super("replace", arguments);
    this.patterns = patterns;
    this.watch = watch;
  }

  @Override
  public NodeValue eval(List<NodeValue> arguments) {
    watch.check();
    Node literal = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(0));
    String text = literal.getLiteralLexicalForm();
    String replacement =
        NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(2)).getLiteralLexicalForm();
    NodeValue flags = arguments.size() > 3 ? arguments.get(3) : null;
    Matcher matcher = patterns.of(arguments.get(1), flags).matcher(patterns.read(text));
    String replaced = replaced(matcher, replacement);
    if (replaced.equals(text)) {
      return arguments.get(0);
    }
    watch.made(replaced.length());
    String language = literal.getLiteralLanguage();
    return language.isEmpty()
        ? NodeValue.makeString(replaced)
        : NodeValue.makeNode(NodeFactory.createLiteralLang(replaced, language));
  }

  private String replaced(Matcher matcher, String replacement) {
    StringBuilder made = new StringBuilder();
    long references = replacement.chars().filter(c -> c == '$').count();
    boolean first = true;
    try {
      while (matcher.find()) {
        // as Jena does it, only the first match may be empty
        if (first || matcher.end() > matcher.start()) {
          long longer = replacement.length() + references * (matcher.end() - matcher.start());
          if (made.length() + longer > watch.work().longestText()) {
            throw watch.tooLong();
          }
          matcher.appendReplacement(made, replacement);
        }
        first = false;
      }
      matcher.appendTail(made);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ExprEvalException("REPLACE: " + e.getMessage());
    }
    return made.toString();
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new GuardedReplace(arguments, patterns, watch);
  }
}
