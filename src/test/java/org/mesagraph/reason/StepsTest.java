package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Comparator;
import org.mesagraph.rule.Rule;

/** Steps and near misses of made-up programs, against every instance of every rule. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StepsTest {

  private static final int PROGRAMS = 150;

  private static final Triple ANYTHING =
      Triple.create(
          NodeFactory.createVariable("s"),
          NodeFactory.createVariable("p"),
          NodeFactory.createVariable("o"));

  @Test
  void steps_are_exactly_the_instances_of_rules_that_hold() {
    int count = 0;
    for (long seed = 1; seed <= PROGRAMS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      Closure closure = random.close();
      Set<Triple> facts = BruteForce.facts(closure, ANYTHING);
      Set<Step> steps = new HashSet<>();
      for (Triple triple : facts) {
        List<Step> here = closure.steps(triple);
        assertThat(here).as("%s: %s", random, triple).isNotEmpty().doesNotHaveDuplicates();
        assertThat(here.contains(new Step.Asserted(triple)))
            .isEqualTo(random.asserted().contains(triple))
            .isEqualTo(closure.isAsserted(triple));
        assertThat(here).allMatch(step -> step.conclusion().equals(triple));
        here.stream().filter(Step.Inferred.class::isInstance).forEach(steps::add);
      }

      assertThat(steps)
          .as("%s", random)
          .isEqualTo(new BruteForce(random.program(), facts, RandomProgram.THINGS).steps());
      count += steps.size();
    }

    assertThat(count).isGreaterThan(5 * PROGRAMS);
  }

  @Test
  void what_does_not_hold_has_no_steps_and_what_holds_has_no_near_misses() {
    for (long seed = 1; seed <= PROGRAMS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      Closure closure = random.close();
      Random dice = new Random(seed);
      for (int i = 0; i < 30; i++) {
        Triple triple = RandomProgram.triple(dice);
        boolean holds = closure.contains(triple);
        assertThat(closure.steps(triple).isEmpty()).as("%s: %s", random, triple).isEqualTo(!holds);
        if (holds) {
          assertThat(closure.nearMisses(triple)).as("%s: %s", random, triple).isEmpty();
        }
      }
    }
  }

  @Test
  void no_instance_misses_less_than_a_near_miss() {
    List<Node> things = new ArrayList<>(RandomProgram.THINGS);
    things.add(NodeFactory.createURI("https://example.org/new"));
    int[] found = new int[3];
    for (long seed = 1; seed <= PROGRAMS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      Closure closure = random.close();
      BruteForce force =
          new BruteForce(random.program(), BruteForce.facts(closure, ANYTHING), things);
      Random dice = new Random(seed);
      for (int i = 0; i < 5; i++) {
        Triple triple = RandomProgram.triple(dice);
        if (!closure.contains(triple)) {
          int fewest = force.fewestMissing(triple);
          List<NearMiss> misses = closure.nearMisses(triple);
          assertThat(misses).as("%s: %s", random, triple).doesNotHaveDuplicates();
          if (fewest > 2) {
            assertThat(misses).as("%s: %s", random, triple).isEmpty();
          } else {
            assertThat(misses)
                .as("%s: %s", random, triple)
                .isNotEmpty()
                .allMatch(miss -> miss.missing().size() == fewest)
                .allMatch(miss -> miss.held().stream().allMatch(closure::contains))
                .allMatch(miss -> miss.blocking().stream().allMatch(closure::contains));
            found[fewest]++;
          }
        }
      }
    }

    assertThat(found).doesNotContain(0);
  }

  @Test
  void what_a_near_miss_misses_makes_the_triple_follow() {
    int tried = 0;
    for (long seed = 1; seed <= PROGRAMS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      Closure closure = random.close();
      Random dice = new Random(seed);
      for (int i = 0; i < 10; i++) {
        Triple triple = RandomProgram.triple(dice);
        for (NearMiss miss : closure.nearMisses(triple)) {
          if (miss.blocking().isEmpty()) {
            Set<Triple> more = new HashSet<>(random.asserted());
            more.addAll(anyhow(miss.missing()));
            Closure next = new MaterializingReasoner().close(random.program(), more);
            // what is added may, by other rules, bring about what the rule asks to be absent, and
            // new things are not equal to others
            assertThat(next.contains(triple) || negatesOrEquates(miss.rule()))
                .as("%s: %s by %s", random, triple, miss)
                .isTrue();
            tried += next.contains(triple) ? 1 : 0;
          }
        }
      }
    }

    assertThat(tried).isGreaterThan(PROGRAMS);
  }

  private static boolean negatesOrEquates(Rule rule) {
    return rule.body().stream()
        .anyMatch(
            atom ->
                atom instanceof Atom.Absent
                    || atom instanceof Atom.Comparison comparison
                        && comparison.comparator() == Comparator.EQUAL);
  }

  /** The triples with a new thing for each variable. */
  private static List<Triple> anyhow(List<Triple> patterns) {
    Map<Node, Node> values = new HashMap<>();
    for (Triple pattern : patterns) {
      new Atom.Pattern(pattern)
          .terms().stream()
              .filter(Node::isVariable)
              .forEach(
                  variable ->
                      values.putIfAbsent(
                          variable,
                          NodeFactory.createURI("https://example.org/new" + values.size())));
    }
    return patterns.stream().map(pattern -> BruteForce.put(pattern, values)).toList();
  }
}
