package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Equality;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** The closure that {@link JenaReasoner} arrives at; derivations are found when asked for. */
final class JenaClosure implements Closure {

  private final Program program;
  private final Set<Triple> asserted;
  private final GraphView view;
  private final List<Triple> inferred;

  /** A closure of triples, to which nobody writes any more. */
  JenaClosure(Program program, Collection<Triple> asserted, Graph facts) {
    this.program = program;
    this.asserted = Set.copyOf(asserted);
    this.view = new GraphView(facts);
    this.inferred = TripleOrder.sort(facts.find().filterDrop(this.asserted::contains).toList());
  }

  @Override
  public boolean contains(Triple triple) {
    return view.contains(triple);
  }

  @Override
  public boolean isAsserted(Triple triple) {
    return asserted.contains(triple);
  }

  @Override
  public List<Triple> inferred() {
    return inferred;
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

  @Override
  public Optional<Step> justification(Triple triple) {
    if (isAsserted(triple)) {
      return Optional.of(new Step.Asserted(triple));
    }
    return contains(triple) ? Optional.of(Grounding.of(triple, this::steps)) : Optional.empty();
  }

  @Override
  public List<NearMiss> nearMisses(Triple triple) {
    return contains(triple) || triple.getSubject().isLiteral()
        ? List.of()
        : new OneStep(view).nearMisses(concluding(triple), triple);
  }

  @Override
  public List<NearMiss> nearMisses(Triple triple, int missing) {
    return contains(triple) || triple.getSubject().isLiteral()
        ? List.of()
        : new OneStep(view).nearMisses(concluding(triple), triple, missing);
  }

  private List<Rule> concluding(Triple triple) {
    Stream<Rule> equality = program.equality() ? Equality.axioms().stream() : Stream.empty();
    return Stream.concat(program.rules().stream(), equality)
        .filter(rule -> Bindings.NONE.unify(rule.head(), triple).isPresent())
        .toList();
  }

  @Override
  public Revision revise(Collection<Triple> added, Collection<Triple> removed, Progress progress) {
    Set<Triple> changed = new LinkedHashSet<>(asserted);
    changed.removeAll(Set.copyOf(removed));
    changed.addAll(added);
    Closure closure = new JenaReasoner().close(program, changed, progress);
    Set<Triple> before = Set.copyOf(inferred);
    Set<Triple> after = Set.copyOf(closure.inferred());
    return new Revision(
        closure,
        closure.inferred().stream().filter(triple -> !before.contains(triple)).toList(),
        inferred.stream().filter(triple -> !after.contains(triple)).toList());
  }
}
