package org.mesagraph.write;

import java.time.Duration;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.Element;
import org.mesagraph.guard.Guard;
import org.mesagraph.guard.NamedGraphs;
import org.mesagraph.guard.QueryAnswer;

/** Finds what the patterns of one request match, all of them within one budget of time. */
final class PatternMatching {

  private final Guard guard;
  private final Duration budget;
  private long spent;

  PatternMatching(Guard guard, Duration budget) {
    this.guard = guard;
    this.budget = budget;
  }

  private Duration left() {
    Duration left = budget.minusNanos(spent);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * All matches of a pattern.
   *
   * @throws org.mesagraph.guard.QueryRefused if there are too many, or finding them takes too long
   */
  List<Binding> matches(DatasetGraph dataset, Element pattern) {
    long start = System.nanoTime();
    try {
      QueryAnswer answer =
          guard.answer(dataset, guard.solutions(pattern), NamedGraphs.NONE, left());
      return ((QueryAnswer.Rows) answer).rows();
    } finally {
      spent += System.nanoTime() - start;
    }
  }
}
