package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** The closure that {@link FixpointReasoner} arrives at; derivations are found when asked for. */
final class FixpointClosure implements Closure {

  private static final Comparator<Triple> ORDER = Comparator.comparing(Triple::toString);
  private static final int MOST_MISSING = 2;

  private final Program program;
  private final Set<Triple> asserted;
  private final Triples triples;
  private final List<Triple> inferred;
  private final Map<Triple, Step> why;

  FixpointClosure(
      Program program, Collection<Triple> asserted, Triples triples, Map<Triple, Step> why) {
    this.why = why;
    this.program = program;
    this.asserted = Set.copyOf(asserted);
    this.triples = triples;
    this.inferred =
        triples.all().stream()
            .filter(triple -> !this.asserted.contains(triple))
            .sorted(ORDER)
            .toList();
  }

  @Override
  public boolean contains(Triple triple) {
    return triples.contains(triple);
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
    return triples.matching(pattern).stream();
  }

  @Override
  public List<Step> steps(Triple triple) {
    if (!contains(triple)) {
      return List.of();
    }
    Set<Step> steps = new LinkedHashSet<>();
    if (isAsserted(triple)) {
      steps.add(new Step.Asserted(triple));
    }
    for (Rule rule : program.rules()) {
      Join join = new Join(triples, rule);
      List<Step> found = new ArrayList<>();
      Bindings.NONE
          .unify(rule.head(), triple)
          .ifPresent(
              head ->
                  join.all(
                      head,
                      full -> {
                        if (join.guardsHold(full)) {
                          found.add(
                              new Step.Inferred(
                                  triple, rule, join.premises(full), join.absences(full)));
                        }
                      }));
      found.stream().sorted(Comparator.comparing(Step::toString)).forEach(steps::add);
    }
    return List.copyOf(steps);
  }

  @Override
  public Optional<Step> justification(Triple triple) {
    return isAsserted(triple)
        ? Optional.of(new Step.Asserted(triple))
        : Optional.ofNullable(why.get(triple));
  }

  @Override
  public Revision revise(Collection<Triple> added, Collection<Triple> removed, Progress progress) {
    Set<Triple> changed = new LinkedHashSet<>(asserted);
    changed.removeAll(Set.copyOf(removed));
    changed.addAll(added);
    Closure closure = new FixpointReasoner().close(program, changed, progress);
    Set<Triple> before = Set.copyOf(inferred);
    Set<Triple> after = Set.copyOf(closure.inferred());
    return new Revision(
        closure,
        closure.inferred().stream().filter(triple -> !before.contains(triple)).toList(),
        inferred.stream().filter(triple -> !after.contains(triple)).toList());
  }

  @Override
  public List<NearMiss> nearMisses(Triple triple) {
    if (contains(triple) || triple.getSubject().isLiteral()) {
      return List.of();
    }
    for (int missing = 0; missing <= MOST_MISSING; missing++) {
      Set<NearMiss> found = new LinkedHashSet<>();
      for (Rule rule : program.rules()) {
        int count = missing;
        Bindings.NONE
            .unify(rule.head(), triple)
            .ifPresent(head -> misses(rule, head, triple, count, found));
      }
      if (!found.isEmpty()) {
        return List.copyOf(found);
      }
    }
    return List.of();
  }

  /** Instances of a rule in which just so many patterns do not hold. */
  private void misses(Rule rule, Bindings head, Triple triple, int count, Set<NearMiss> found) {
    Join join = new Join(triples, rule);
    for (List<Integer> left : choose(rule.patterns().size(), count)) {
      Map<List<Triple>, NearMiss> here = new LinkedHashMap<>();
      join.without(
          left,
          head,
          bindings -> {
            List<Triple> all = join.premises(bindings);
            List<Triple> missing = left.stream().map(all::get).toList();
            List<Triple> blocking =
                join.absences(bindings).stream().flatMap(this::matching).toList();
            if (join.comparisonsMayHold(bindings) && isNews(missing, blocking, triple)) {
              List<Triple> premises = new ArrayList<>(all);
              premises.removeAll(missing);
              here.putIfAbsent(missing, new NearMiss(rule, premises, missing, blocking));
            }
          });
      here.values().stream()
          .sorted(Comparator.comparing(m -> m.missing().toString()))
          .forEach(found::add);
    }
  }

  /** Whether something is wanting other than the triple itself. */
  private static boolean isNews(List<Triple> missing, List<Triple> blocking, Triple triple) {
    return !missing.contains(triple) && !(missing.isEmpty() && blocking.isEmpty());
  }

  private static List<List<Integer>> choose(int size, int count) {
    List<List<Integer>> choices = new ArrayList<>();
    if (count == 0) {
      choices.add(List.of());
    } else if (count == 1) {
      for (int i = 0; i < size; i++) {
        choices.add(List.of(i));
      }
    } else {
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          choices.add(List.of(i, j));
        }
      }
    }
    return choices;
  }

  @Override
  public List<Triple> inconsistencies() {
    return matching(
            Triple.create(NodeFactory.createVariable("x"), RDF.type.asNode(), OWL.Nothing.asNode()))
        .sorted(ORDER)
        .toList();
  }
}
