package org.mesagraph.guard;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSampleDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;

/**
 * An aggregate that counts what it holds: something for each group, and for each row if it keeps
 * the values apart.
 *
 * @param aggregator what is counted
 */
record Counted(Aggregator aggregator, Holding holding, Watch watch) implements Aggregator {

  private static final Set<Class<? extends Aggregator>> KEEPING =
      Set.of(
          AggAvgDistinct.class,
          AggCountDistinct.class,
          AggCountVarDistinct.class,
          AggGroupConcatDistinct.class,
          AggMaxDistinct.class,
          AggMinDistinct.class,
          AggSampleDistinct.class,
          AggSumDistinct.class);

  private static final int CELLS_PER_GROUP = 4; // an entry, a key, a list and the accumulator

  static List<ExprAggregator> all(List<ExprAggregator> aggregators, Holding holding, Watch watch) {
    return aggregators.stream()
        .map(
            each ->
                new ExprAggregator(
                    each.getVar(), new Counted(each.getAggregator(), holding, watch)))
        .toList();
  }

  @Override
  public Accumulator createAccumulator() {
    holding.hold(CELLS_PER_GROUP);
    Accumulator accumulator = aggregator.createAccumulator();
    return new Accumulator() {
      private long characters;

      @Override
      public void accumulate(Binding row, FunctionEnv environment) {
        if (KEEPING.contains(aggregator.getClass())) {
          holding.hold(1);
        }
        characters += length(row, environment);
        if (characters > watch.work().longestText()) {
          throw watch.tooLong();
        }
        accumulator.accumulate(row, environment);
      }

      @Override
      public NodeValue getValue() {
        watch.check();
        watch.made((int) characters);
        return accumulator.getValue();
      }
    };
  }

  /** How many characters a row adds to a text that is strung together. */
  private int length(Binding row, FunctionEnv environment) {
    if (aggregator instanceof AggGroupConcat one) {
      return separator(one.getSeparator()) + length(one.getExprList(), row, environment);
    }
    if (aggregator instanceof AggGroupConcatDistinct one) {
      return separator(one.getSeparator()) + length(one.getExprList(), row, environment);
    }
    return 0;
  }

  private static int separator(String separator) {
    return separator == null ? 1 : separator.length();
  }

  private static int length(ExprList values, Binding row, FunctionEnv environment) {
    NodeValue value = ExprLib.evalOrNull(values.get(0), row, environment);
    return value == null ? 0 : value.asString().length();
  }

  @Override
  public Node getValueEmpty() {
    return aggregator.getValueEmpty();
  }

  @Override
  public String toPrefixString() {
    return aggregator.toPrefixString();
  }

  @Override
  public String key() {
    return aggregator.key();
  }

  @Override
  public String getName() {
    return aggregator.getName();
  }

  @Override
  public ExprList getExprList() {
    return aggregator.getExprList();
  }

  @Override
  public Aggregator copy(ExprList values) {
    return new Counted(aggregator.copy(values), holding, watch);
  }

  @Override
  public Aggregator copyTransform(NodeTransform transform) {
    return new Counted(aggregator.copyTransform(transform), holding, watch);
  }

  @Override
  public boolean equals(Aggregator other, boolean bySyntax) {
    return aggregator.equals(other, bySyntax);
  }

  @Override
  public String asSparqlExpr(SerializationContext context) {
    return aggregator.asSparqlExpr(context);
  }
}
