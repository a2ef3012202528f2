package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.mesagraph.rule.Rule;

/**
 * Finds, when asked, the instances of rules that conclude a triple or come near to it: the body of
 * a rule is matched against what holds after its head was made equal to the triple.
 *
 * @param triples what holds
 */
record OneStep(Lookup triples) {

  private static final int MOST_MISSING = 2;

  /** Every instance of some rules that concludes a triple, in the order of the rules. */
  List<Step> steps(List<Rule> rules, Triple triple) {
    Set<Step> steps = new LinkedHashSet<>();
    for (Rule rule : rules) {
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

  /** The instances of some rules that lack the fewest premises for a triple. */
  List<NearMiss> nearMisses(List<Rule> rules, Triple triple) {
    for (int missing = 0; missing <= MOST_MISSING; missing++) {
      List<NearMiss> found = nearMisses(rules, triple, missing);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** The instances of some rules without so many premises for a triple. */
  List<NearMiss> nearMisses(List<Rule> rules, Triple triple, int missing) {
    Set<NearMiss> found = new LinkedHashSet<>();
    for (Rule rule : rules) {
      Bindings.NONE
          .unify(rule.head(), triple)
          .ifPresent(head -> misses(rule, head, triple, missing, found));
    }
    return List.copyOf(found);
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
                join.absences(bindings).stream()
                    .flatMap(absence -> triples.matching(absence).stream())
                    .toList();
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
}
