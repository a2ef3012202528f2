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
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;

/**
 * The closure that {@link MaterializingReasoner} arrives at. Its table is never written to; a
 * revision works on a copy, which shares what the change does not touch.
 */
final class MaterializedClosure implements Closure {

  /** A change of a greater share of what is asserted is computed afresh, which is then faster. */
  private static final double REBUILD_SHARE = 0.2;

  /** With a greater share of removed facts the table is packed. */
  private static final double PACK_SHARE = 0.5;

  private final Dictionary terms;
  private final FactTable facts;
  private final CompiledProgram compiled;
  private final TableView view;
  private final long work;
  private volatile List<Triple> inferred;

  MaterializedClosure(Dictionary terms, FactTable facts, CompiledProgram compiled, long work) {
    this.terms = terms;
    this.facts = facts;
    this.compiled = compiled;
    this.view = new TableView(terms, facts);
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
    int fact = view.find(triple);
    return fact != 0 && facts.isAsserted(fact);
  }

  private boolean isInferred(Triple triple) {
    int fact = view.find(triple);
    return fact != 0 && !facts.isAsserted(fact);
  }

  @Override
  public List<Triple> inferred() {
    List<Triple> known = inferred;
    if (known == null) {
      known =
          TripleOrder.sort(
              IntStream.rangeClosed(1, facts.last())
                  .filter(fact -> facts.holds(fact) && !facts.isAsserted(fact))
                  .mapToObj(view::triple)
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
    steps.addAll(new OneStep(view).steps(compiled.concluding(triple), triple));
    return List.copyOf(steps);
  }

  @Override
  public Optional<Step> justification(Triple triple) {
    int fact = view.find(triple);
    if (fact == 0) {
      return Optional.empty();
    }
    if (facts.isAsserted(fact)) {
      return Optional.of(new Step.Asserted(triple));
    }
    int justification = facts.justification(fact);
    CompiledRule rule = compiled.rule(facts.rule(justification));
    List<Triple> premises = new ArrayList<>();
    Bindings bindings = Bindings.NONE;
    for (int i = 0; i < rule.patterns().length; i++) {
      Triple premise = view.triple(facts.premise(justification, i));
      premises.add(premise);
      bindings = bindings.unify(rule.rule().patterns().get(i), premise).orElseThrow();
    }
    List<Triple> absences = new Join(view, rule.rule()).absences(bindings);
    return Optional.of(new Step.Inferred(triple, rule.rule(), premises, absences));
  }

  @Override
  public List<NearMiss> nearMisses(Triple triple) {
    return contains(triple) || triple.getSubject().isLiteral()
        ? List.of()
        : new OneStep(view).nearMisses(compiled.concluding(triple), triple);
  }

  @Override
  public List<Triple> inconsistencies() {
    Node anything = NodeFactory.createVariable("x");
    return TripleOrder.sort(
        view.matching(Triple.create(anything, RDF.type.asNode(), OWL.Nothing.asNode())));
  }

  @Override
  public Revision revise(Collection<Triple> added, Collection<Triple> removed, Progress progress) {
    Set<Triple> additions = new LinkedHashSet<>(added);
    additions.removeIf(this::isAsserted);
    Set<Triple> removals = new LinkedHashSet<>(removed);
    removals.removeAll(Set.copyOf(added));
    removals.removeIf(triple -> !isAsserted(triple));
    if (additions.size() + removals.size() > REBUILD_SHARE * facts.asserted()) {
      return rebuild(additions, removals, progress);
    }
    Dictionary newTerms = new Dictionary(terms);
    FactTable newFacts = new FactTable(facts);
    Materialization work = new Materialization(newTerms, newFacts, compiled, progress);
    for (Triple triple : removals) {
      work.retract(
          newTerms.find(triple.getSubject()),
          newTerms.find(triple.getPredicate()),
          newTerms.find(triple.getObject()));
    }
    for (Triple triple : additions) {
      work.add(
          newTerms.intern(triple.getSubject()),
          newTerms.intern(triple.getPredicate()),
          newTerms.intern(triple.getObject()));
    }
    work.close();
    MaterializedClosure closure =
        new MaterializedClosure(newTerms, newFacts, compiled, work.work());
    Set<Triple> touched = new HashSet<>(additions);
    touched.addAll(removals);
    work.removed().stream().mapToObj(closure.view::triple).forEach(touched::add);
    for (int fact = work.known() + 1; fact <= newFacts.last(); fact++) {
      touched.add(closure.view.triple(fact));
    }
    return new Revision(
        closure.packed(),
        TripleOrder.sort(
            touched.stream().filter(t -> closure.isInferred(t) && !isInferred(t)).toList()),
        TripleOrder.sort(
            touched.stream().filter(t -> isInferred(t) && !closure.isInferred(t)).toList()));
  }

  private Revision rebuild(Set<Triple> additions, Set<Triple> removals, Progress progress) {
    Set<Triple> asserted = new LinkedHashSet<>();
    for (int fact = 1; fact <= facts.last(); fact++) {
      if (facts.holds(fact) && facts.isAsserted(fact)) {
        asserted.add(view.triple(fact));
      }
    }
    asserted.removeAll(removals);
    asserted.addAll(additions);
    MaterializedClosure closure =
        MaterializingReasoner.materialize(compiled.program(), asserted, progress);
    return new Revision(
        closure,
        closure.inferred().stream().filter(triple -> !isInferred(triple)).toList(),
        inferred().stream().filter(triple -> !closure.isInferred(triple)).toList());
  }

  /** The same without removed facts, if there are too many of them. */
  private MaterializedClosure packed() {
    return facts.last() - facts.holding() > PACK_SHARE * facts.last()
        ? new MaterializedClosure(terms, facts.pack(compiled), compiled, work)
        : this;
  }
}
