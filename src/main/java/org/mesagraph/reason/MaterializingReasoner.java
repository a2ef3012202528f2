package org.mesagraph.reason;

import java.util.Collection;
import java.util.LinkedHashSet;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Program;

/**
 * Computes the whole closure in advance, each conclusion with one justification, and keeps it
 * current under changes. Terms and rules are put into numbers first; see {@link Materialization}
 * for the evaluation.
 */
public final class MaterializingReasoner implements Reasoner {

  /** Changes of a greater share of what is asserted are faster computed afresh. */
  private static final double REBUILD_SHARE = 0.2;

  private final double rebuildShare;

  /** A reasoner that computes a change afresh where that is faster. */
  public MaterializingReasoner() {
    this(REBUILD_SHARE);
  }

  /** A reasoner that computes changes of a greater share of what is asserted afresh. */
  MaterializingReasoner(double rebuildShare) {
    this.rebuildShare = rebuildShare;
  }

  @Override
  public Closure close(Program program, Collection<Triple> asserted, Progress progress) {
    return materialize(program, new LinkedHashSet<>(asserted), progress, rebuildShare);
  }

  static MaterializedClosure materialize(
      Program program, LinkedHashSet<Triple> asserted, Progress progress, double rebuildShare) {
    World world = new World(program);
    Materialization work = new Materialization(world, progress);
    for (Triple triple : asserted) {
      work.add(
          world.intern(triple.getSubject()),
          world.intern(triple.getPredicate()),
          world.intern(triple.getObject()));
    }
    work.close();
    return new MaterializedClosure(world, work.work(), rebuildShare);
  }
}
