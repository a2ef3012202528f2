package org.mesagraph.reason;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

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

  @Override
  public Closure restore(Program program, Collection<Triple> asserted, List<Step.Inferred> steps) {
    Set<Triple> facts = new LinkedHashSet<>(asserted);
    if (Stream.concat(facts.stream(), steps.stream().map(Step::conclusion))
        .anyMatch(triple -> triple.predicateMatches(OWL.sameAs.asNode()))) {
      return close(program, asserted); // steps do not tell what stands for what
    }
    World world = new World(program);
    Materialization work = new Materialization(world, Progress.UNWATCHED);
    facts.forEach(
        triple ->
            work.add(
                world.intern(triple.getSubject()),
                world.intern(triple.getPredicate()),
                world.intern(triple.getObject())));
    Map<Rule, Integer> numbers = new HashMap<>();
    for (CompiledRule rule : world.compiled().rules()) {
      numbers.putIfAbsent(rule.rule(), rule.number());
    }
    steps.forEach(step -> restore(world, numbers.get(step.rule()), step));
    return new MaterializedClosure(world, 0, rebuildShare);
  }

  private static void restore(World world, int rule, Step.Inferred step) {
    Triple triple = step.conclusion();
    int subject = world.intern(triple.getSubject());
    int predicate = world.intern(triple.getPredicate());
    int object = world.intern(triple.getObject());
    TableView view = new TableView(world);
    int[] premises = step.premises().stream().mapToInt(view::find).toArray();
    world.facts().derive(subject, predicate, object, rule, premises, premises.length);
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
