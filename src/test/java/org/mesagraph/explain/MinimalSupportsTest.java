package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.reason.Closure;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** Minimal supports in small random programs, against trying every subset of what is stated. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MinimalSupportsTest {

  private static final int PROGRAMS = 300;
  private static final int GOALS = 3;
  private static final String[] TERMS = {"?x", "?y", "?z", "?x", "?y", "?z", "a", "b"};

  @Test
  void all_are_found_by_either_search_and_no_others() {
    int several = 0;
    int negated = 0;
    for (long seed = 0; seed < PROGRAMS; seed++) {
      Random random = new Random(seed);
      Program program = program(random);
      List<Triple> asserted = facts(random);
      Closure closure = Small.closure(program.rules(), asserted);
      Set<Triple> holds = holds(closure);
      EverySubset subsets = new EverySubset(program, Set.copyOf(asserted), holds);
      List<Triple> goals = new ArrayList<>(closure.inferred());
      goals.addAll(asserted);
      goals.sort(
          Comparator.comparing((Triple goal) -> -closure.steps(goal).size())
              .thenComparing((Triple goal) -> goal.toString()));
      for (Triple goal : goals.subList(0, GOALS)) {
        Set<Set<Triple>> expected = subsets.supports(goal);
        ProofSet found = new Proofs(closure).minimal(goal, Integer.MAX_VALUE);

        assertThat(found.complete()).as("seed " + seed).isTrue();
        assertThat(leaves(found.proofs())).as("seed " + seed + ": " + goal).isEqualTo(expected);
        assertThat(found.proofs()).hasSize(expected.size());
        assertThat(found.proofs()).extracting(proof -> proof.leaves().size()).isSorted();
        Set<Set<Triple>> inferred = new HashSet<>(expected);
        inferred.remove(Set.of(goal));
        assertThat(divided(closure, goal)).as("divided, seed " + seed).isEqualTo(inferred);
        assertThat(smallest(closure, goal)).as("smallest, seed " + seed).isEqualTo(inferred);
        assertThat(expected).contains(new Proofs(closure).one(goal).orElseThrow().leaves());
        ProofChecker checker = new ProofChecker(closure);
        found.proofs().forEach(proof -> assertThat(checker.faults(proof)).isEmpty());
        several += expected.size() > 1 ? 1 : 0;
        negated += found.proofs().toString().contains("absences=[urn") ? 1 : 0;
      }
    }
    assertThat(several).as("goals with several supports").isGreaterThan(50);
    assertThat(negated).as("goals that rest on an absence").isGreaterThan(10);
  }

  /**
   * Jena's rule engine over the leaves alone: they suffice, and a leaf that it can do without
   * follows from the others.
   */
  @Test
  void the_leaves_of_a_proof_suffice_for_another_rule_engine_and_none_can_be_left_out() {
    int proofs = 0;
    for (long seed = 0; seed < PROGRAMS / 3; seed++) {
      Random random = new Random(seed);
      Program program = program(random);
      Closure closure = Small.closure(program.rules(), facts(random));
      if (program.strata().size() > 1 || closure.inferred().isEmpty()) {
        continue;
      }
      String rules = JenaRulesText.write(program.rules());
      Triple goal = closure.inferred().get(0);
      for (Proof proof : new Proofs(closure).minimal(goal, 3).proofs()) {
        proofs++;
        assertThat(JenaRulesText.close(rules, proof.leaves())).as("seed " + seed).contains(goal);
        for (Triple leaf : proof.leaves()) {
          Set<Triple> rest = new HashSet<>(proof.leaves());
          rest.remove(leaf);
          Set<Triple> closed = JenaRulesText.close(rules, rest);
          assertThat(!closed.contains(goal) || closed.contains(leaf)).as("seed " + seed).isTrue();
        }
      }
    }
    assertThat(proofs).isGreaterThan(30);
  }

  private static Set<Set<Triple>> divided(Closure closure, Triple goal) {
    DerivationGraph graph = DerivationGraph.of(closure, goal);
    DividedSupports divided = new DividedSupports(graph, new Work(Long.MAX_VALUE));
    Set<Set<Triple>> supports = new HashSet<>();
    for (Optional<BitSet> next = divided.next(); next.isPresent(); next = divided.next()) {
      Set<Triple> support = next.get().stream().mapToObj(graph::triple).collect(Collectors.toSet());
      assertThat(supports.add(support)).as("found once").isTrue();
    }
    assertThat(divided.isDone()).isTrue();
    return supports;
  }

  /** A search that takes up what holds a support it has taken would not come to an end. */
  private static Set<Set<Triple>> smallest(Closure closure, Triple goal) {
    DerivationGraph graph = DerivationGraph.of(closure, goal);
    SmallestSupports smallest = new SmallestSupports(graph, new Work(1_000_000));
    Set<Set<Triple>> supports = new HashSet<>();
    for (Optional<BitSet> next = smallest.next(); next.isPresent(); next = smallest.next()) {
      Set<Triple> support = next.get().stream().mapToObj(graph::triple).collect(Collectors.toSet());
      assertThat(supports.add(support)).as("found once").isTrue();
    }
    assertThat(smallest.isDone()).isTrue();
    return supports;
  }

  private static Set<Set<Triple>> leaves(List<Proof> proofs) {
    return proofs.stream().map(Proof::leaves).collect(Collectors.toSet());
  }

  private static Set<Triple> holds(Closure closure) {
    return closure
        .matching(
            Triple.create(
                NodeFactory.createVariable("s"),
                NodeFactory.createVariable("p"),
                NodeFactory.createVariable("o")))
        .collect(Collectors.toSet());
  }

  private static List<Triple> facts(Random random) {
    Set<Triple> facts = new LinkedHashSet<>();
    for (int i = 7 + random.nextInt(4); i > 0; i--) {
      facts.add(Small.triple(thing(random) + " p" + random.nextInt(3) + " " + thing(random)));
    }
    return List.copyOf(facts);
  }

  private static Program program(Random random) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 4 + random.nextInt(5); i > 0; i--) {
      try {
        rules.add(rule("r" + i, random));
        Program.of(rules);
      } catch (MesagraphException e) {
        rules.remove(rules.size() - 1); // it closed a cycle through negation
      }
    }
    return Program.of(rules);
  }

  private static Rule rule(String name, Random random) {
    List<String> body = new ArrayList<>();
    List<String> bound = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      String subject = TERMS[random.nextInt(TERMS.length)];
      String object = TERMS[random.nextInt(TERMS.length)];
      bound.add(subject);
      bound.add(object);
      body.add(subject + " p" + random.nextInt(5) + " " + object);
    }
    if (random.nextInt(3) == 0) {
      body.add("no " + one(bound, random) + " p" + random.nextInt(5) + " ?any");
    }
    String head = one(bound, random) + " p" + (1 + random.nextInt(4)) + " " + one(bound, random);
    return Small.rule(name, head, body.toArray(String[]::new));
  }

  private static String one(List<String> terms, Random random) {
    return terms.get(random.nextInt(terms.size()));
  }

  private static String thing(Random random) {
    return String.valueOf((char) ('a' + random.nextInt(3)));
  }
}
