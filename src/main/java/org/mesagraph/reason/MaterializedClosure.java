package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Equality;
import org.mesagraph.rule.Rule;

/**
 * The closure that {@link MaterializingReasoner} arrives at. Its world is never written to; a
 * revision works on a copy, which shares what the change does not touch.
 */
final class MaterializedClosure implements Closure {

  /** With a greater share of removed facts a table is packed. */
  private static final double PACK_SHARE = 0.5;

  private final World world;
  private final FactTable facts;
  private final TableView view;
  private final long work;
  private final double rebuildShare;
  private volatile List<Triple> inferred;

  /**
   * A closure.
   *
   * @param work how many facts were looked at to arrive here
   * @param rebuildShare a change of a greater share of what is asserted is computed afresh
   */
  MaterializedClosure(World world, long work, double rebuildShare) {
    this.rebuildShare = rebuildShare;
    this.world = world;
    this.facts = world.facts();
    this.view = new TableView(world);
    this.work = work;
  }

  /** How many facts were looked at to arrive here. */
  long work() {
    return work;
  }

  @Override
  public boolean contains(Triple triple) {
    return view.contains(triple);
  }

  @Override
  public boolean isAsserted(Triple triple) {
    return view.isAsserted(triple);
  }

  @Override
  public List<Triple> inferred() {
    List<Triple> known = inferred;
    if (known == null) {
      known =
          TripleOrder.sort(
              IntStream.rangeClosed(1, facts.last())
                  .filter(facts::holds)
                  .mapToObj(view::expand)
                  .flatMap(List::stream)
                  .filter(triple -> !view.isAsserted(triple))
                  .toList());
      inferred = known;
    }
    return known;
  }

  @Override
  public Stream<Triple> matching(Triple pattern) {
    return view.matching(pattern).stream();
  }

  @Override
  public List<Step> steps(Triple triple) {
    if (!contains(triple)) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    if (isAsserted(triple)) {
      steps.add(new Step.Asserted(triple));
    }
    steps.addAll(new OneStep(view).steps(concluding(triple), triple));
    return List.copyOf(steps);
  }

  /** The rules that may conclude a triple. */
  private List<Rule> concluding(Triple triple) {
    List<Rule> rules = new ArrayList<>(concludingOfProgram(triple));
    if (world.equality()) {
      rules.addAll(Equality.axioms());
    }
    return rules;
  }

  private List<Rule> concludingOfProgram(Triple triple) {
    return world
        .compiled()
        .concluding(
            view.representative(triple.getPredicate()), view.representative(triple.getObject()));
  }

  @Override
  public Optional<Step> justification(Triple triple) {
    if (!contains(triple)) {
      return Optional.empty();
    }
    if (isAsserted(triple)) {
      return Optional.of(new Step.Asserted(triple));
    }
    // justifications are stored in representatives, and cannot show how these came about
    return Optional.of(
        world.cliques().areTrivial() ? stored(triple) : Grounding.of(triple, this::steps));
  }

  private Step stored(Triple triple) {
    int justification = facts.justification(view.find(triple));
    CompiledRule rule = world.compiled().rule(facts.rule(justification));
    List<Triple> premises = new ArrayList<>();
    Bindings bindings = Bindings.NONE;
    for (int i = 0; i < rule.patterns().length; i++) {
      Triple premise = view.triple(facts.premise(justification, i));
      premises.add(premise);
      bindings = bindings.unify(rule.rule().patterns().get(i), premise).orElseThrow();
    }
    List<Triple> absences = new Join(view, rule.rule()).absences(bindings);
    return new Step.Inferred(triple, rule.rule(), premises, absences);
  }

  @Override
  public List<NearMiss> nearMisses(Triple triple) {
    return contains(triple) || triple.getSubject().isLiteral()
        ? List.of()
        : new OneStep(view).nearMisses(concludingOfProgram(triple), triple);
  }

  @Override
  public List<NearMiss> nearMisses(Triple triple, int missing) {
    return contains(triple) || triple.getSubject().isLiteral()
        ? List.of()
        : new OneStep(view).nearMisses(concludingOfProgram(triple), triple, missing);
  }

  @Override
  public Revision revise(Collection<Triple> added, Collection<Triple> removed, Progress progress) {
    Set<Triple> additions = new LinkedHashSet<>(added);
    additions.removeIf(this::isAsserted);
    Set<Triple> removals = new LinkedHashSet<>(removed);
    removals.removeAll(Set.copyOf(added));
    removals.removeIf(triple -> !isAsserted(triple));
    return additions.size() + removals.size() > rebuildShare * world.stated().asserted()
        ? rebuild(additions, removals, progress)
        : change(additions, removals, progress);
  }

  private Revision change(Set<Triple> additions, Set<Triple> removals, Progress progress) {
    World next = new World(world);
    Materialization change = new Materialization(next, progress);
    for (Triple triple : removals) {
      change.retract(
          next.intern(triple.getSubject()),
          next.intern(triple.getPredicate()),
          next.intern(triple.getObject()));
    }
    for (Triple triple : additions) {
      change.add(
          next.intern(triple.getSubject()),
          next.intern(triple.getPredicate()),
          next.intern(triple.getObject()));
    }
    change.close();
    TableView after = new TableView(next);
    Set<Triple> touched = new HashSet<>(additions);
    touched.addAll(removals);
    change.removed().stream()
        .takeWhile(fact -> fact <= change.known())
        .forEach(fact -> touched.addAll(view.expand(fact)));
    change.renamed().stream()
        .filter(next.facts()::holds)
        .forEach(fact -> touched.addAll(after.expand(fact)));
    IntStream.rangeClosed(change.known() + 1, next.facts().last())
        .filter(next.facts()::holds)
        .forEach(fact -> touched.addAll(after.expand(fact)));
    List<Triple> gained = new ArrayList<>();
    List<Triple> lost = new ArrayList<>();
    for (Triple triple : touched) {
      boolean before = view.isInferred(triple);
      if (before != after.isInferred(triple)) {
        (before ? lost : gained).add(triple);
      }
    }
    next.pack(PACK_SHARE);
    return new Revision(
        new MaterializedClosure(next, change.work(), rebuildShare),
        TripleOrder.sort(gained),
        TripleOrder.sort(lost));
  }

  private Revision rebuild(Set<Triple> additions, Set<Triple> removals, Progress progress) {
    LinkedHashSet<Triple> asserted = new LinkedHashSet<>(view.asserted());
    asserted.removeAll(removals);
    asserted.addAll(additions);
    MaterializedClosure closure =
        MaterializingReasoner.materialize(world.program(), asserted, progress, rebuildShare);
    return new Revision(
        closure,
        closure.inferred().stream().filter(triple -> !view.isInferred(triple)).toList(),
        inferred().stream().filter(triple -> !closure.view.isInferred(triple)).toList());
  }
}
