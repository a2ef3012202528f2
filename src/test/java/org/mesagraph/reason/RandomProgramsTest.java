package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** Made-up programs have the closure that others find, in whatever order they are written. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RandomProgramsTest {

  private static final long COUNT = Boolean.getBoolean("mesagraph.stress") ? 20_000 : 500;
  private static final long FIRST = Long.getLong("mesagraph.seed", 1);
  private static final Story STORY = new Story(5, 28, 0, List.of(), false);

  @Test
  void the_closure_is_that_of_jena_after_every_stratum() {
    forAll(
        madeUp -> {
          List<List<Rule>> strata = madeUp.program().strata();
          List<Set<Triple>> expected = JenaOracle.close(madeUp.program(), madeUp.asserted());
          for (int i = 0; i < strata.size(); i++) {
            Program part = new Program(strata.subList(0, i + 1));
            if (!all(part, madeUp.asserted()).equals(expected.get(i))) {
              return Optional.of("stratum " + i + " differs from Jena's");
            }
          }
          return Optional.empty();
        });
  }

  @Test
  void the_closure_is_the_same_for_triples_rules_and_conditions_in_any_order() {
    forAll(
        madeUp -> {
          Set<Triple> expected = all(madeUp.program(), madeUp.asserted());
          Random random = new Random(madeUp.seed());
          List<Triple> asserted = shuffled(madeUp.asserted(), random);
          if (!all(madeUp.program(), asserted).equals(expected)) {
            return Optional.of("another order of triples makes a difference");
          }
          Program rules = Program.of(shuffled(madeUp.rules(), random));
          if (!all(rules, asserted).equals(expected)) {
            return Optional.of("another order of rules makes a difference");
          }
          Program conditions =
              Program.of(madeUp.rules().stream().map(rule -> shuffled(rule, random)).toList());
          if (!all(conditions, asserted).equals(expected)) {
            return Optional.of("another order of conditions makes a difference");
          }
          return Optional.empty();
        });
  }

  @Test
  void what_follows_comes_in_the_same_order_every_time() {
    forAll(
        madeUp -> {
          Random random = new Random(madeUp.seed());
          Closure one = new MaterializingReasoner().close(madeUp.program(), madeUp.asserted());
          Closure other =
              new MaterializingReasoner()
                  .close(madeUp.program(), shuffled(madeUp.asserted(), random));
          return one.inferred().equals(other.inferred())
              ? Optional.empty()
              : Optional.of("the order of what follows differs");
        });
  }

  @Test
  void steps_are_the_instances_of_rules_that_hold() {
    forAll(
        madeUp -> {
          Program program = madeUp.program();
          Closure closure = new MaterializingReasoner().close(program, madeUp.asserted());
          Set<Triple> facts = new NaiveReasoner(program).close(madeUp.asserted());
          Set<Step> expected = new NaiveReasoner(program).steps(facts);
          Set<Step> steps = new HashSet<>();
          for (Triple fact : facts) {
            List<Step> here = closure.steps(fact);
            if (!here.contains(closure.justification(fact).orElseThrow())) {
              return Optional.of("its justification is no step of " + MadeUp.show(fact));
            }
            here.stream().filter(Step.Inferred.class::isInstance).forEach(steps::add);
          }
          return steps.equals(expected) ? Optional.empty() : Optional.of("the steps differ");
        });
  }

  /** A property of what is made up: what is wrong, if anything is. */
  @FunctionalInterface
  private interface Property {
    Optional<String> fault(MadeUp madeUp);
  }

  private static void forAll(Property property) {
    int derived = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      MadeUp madeUp = STORY.tell(seed);
      if (property.fault(madeUp).isPresent()) {
        MadeUp smallest = Shrinking.shrink(madeUp, smaller -> property.fault(smaller).isPresent());
        throw new AssertionError(smallest + property.fault(smallest).orElse("at times only"));
      }
      derived += new NaiveReasoner(madeUp.program()).close(madeUp.asserted()).size();
      derived -= madeUp.asserted().size();
    }

    assertThat(derived).isGreaterThan((int) (5 * COUNT));
  }

  private static Set<Triple> all(Program program, List<Triple> asserted) {
    return new MaterializingReasoner()
        .close(program, asserted)
        .matching(Replay.ANYTHING)
        .collect(Collectors.toSet());
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static Rule shuffled(Rule rule, Random random) {
    List<Atom> body = shuffled(rule.body(), random);
    return new Rule(rule.name(), rule.description(), rule.place(), body, rule.head());
  }
}
