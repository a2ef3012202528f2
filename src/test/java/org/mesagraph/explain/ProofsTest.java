package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Step;
import org.mesagraph.rule.Rule;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProofsTest {

  private static final int PLENTY = 1_000;

  @Test
  void every_support_has_one_proof() {
    Closure closure =
        Small.closure(
            List.of(
                Small.rule("mother", "?x parent ?y", "?x mother ?y"),
                Small.rule("father", "?x parent ?y", "?x father ?y"),
                Small.rule("child", "?y parent ?x", "?x child ?y")),
            "a mother b",
            "b child a");

    ProofSet set = minimal(closure, "a parent b");

    assertThat(set.complete()).isTrue();
    assertThat(supports(set)).containsExactlyInAnyOrder(facts("a mother b"), facts("b child a"));
    assertSound(closure, set);
  }

  @Test
  void a_support_within_another_leaves_only_the_smaller() {
    Closure closure =
        Small.closure(
            List.of(
                Small.rule("both", "?x good ?x", "?x wise ?x", "?x kind ?x"),
                Small.rule("one", "?x good ?x", "?x kind ?x")),
            "a wise a",
            "a kind a");

    ProofSet set = minimal(closure, "a good a");

    assertThat(supports(set)).containsExactly(facts("a kind a"));
    assertThat(set.found()).isEqualTo(1);
    assertSound(closure, set);
  }

  @Test
  void of_proofs_with_one_support_the_smallest_is_shown() {
    Closure closure = Small.closure(Small.reachability(), "a edge b", "b edge c", "c edge d");

    ProofSet set = minimal(closure, "a reaches d");

    assertThat(supports(set)).containsExactly(facts("a edge b", "b edge c", "c edge d"));
    assertSound(closure, set);
  }

  @Test
  void proofs_by_recursive_rules_have_no_cycle() {
    Closure closure =
        Small.closure(
            Small.reachability(), "a edge b", "b edge c", "c edge a", "b edge a", "a edge c");

    ProofSet set = minimal(closure, "a reaches c");

    assertThat(set.complete()).isTrue();
    assertThat(supports(set))
        .containsExactlyInAnyOrder(facts("a edge c"), facts("a edge b", "b edge c"));
    assertSound(closure, set);
    ProofSet loop = minimal(closure, "a reaches a");
    assertThat(supports(loop))
        .containsExactlyInAnyOrder(
            facts("a edge b", "b edge a"),
            facts("a edge c", "c edge a"),
            facts("a edge b", "b edge c", "c edge a"));
    assertSound(closure, loop);
  }

  @Test
  void what_two_rules_pass_to_and_fro_needs_a_statement() {
    Closure closure =
        Small.closure(
            List.of(
                Small.rule("there", "?x left ?y", "?x right ?y"),
                Small.rule("back", "?x right ?y", "?x left ?y")),
            "a right b");

    assertThat(supports(minimal(closure, "a left b"))).containsExactly(facts("a right b"));
    assertThat(minimal(closure, "b left a").found()).isZero();
    assertThat(supports(minimal(closure, "a right b"))).containsExactly(facts("a right b"));
  }

  @Test
  void what_is_stated_and_follows_has_both_proofs() {
    Closure closure =
        Small.closure(Small.reachability(), "a edge b", "b edge c", "a reaches c", "c edge d");

    ProofSet set = minimal(closure, "a reaches c");

    assertThat(set.proofs().get(0).isLeaf()).isTrue();
    assertThat(supports(set))
        .containsExactlyInAnyOrder(facts("a reaches c"), facts("a edge b", "b edge c"));
    assertSound(closure, set);
    assertThat(supports(minimal(closure, "a reaches d")))
        .as("a stated premise is a leaf")
        .contains(facts("a reaches c", "c edge d"));
  }

  @Test
  void what_must_be_absent_is_told() {
    Closure closure =
        Small.closure(
            List.of(Small.rule("alone", "?x alone ?x", "?x is person", "no ?x edge ?any")),
            "a is person",
            "b is person",
            "b edge a");

    ProofSet set = minimal(closure, "a alone a");

    assertThat(((Step.Inferred) set.proofs().get(0).step()).absences()).hasSize(1);
    assertSound(closure, set);
    assertThat(minimal(closure, "b alone b").found()).isZero();
  }

  @Test
  void what_does_not_hold_has_no_proof() {
    Closure closure = Small.closure(Small.reachability(), "a edge b");
    ProofSet set = minimal(closure, "b reaches a");

    assertThat(set.proofs()).isEmpty();
    assertThat(set.found()).isZero();
    assertThat(set.complete()).isTrue();
  }

  @Test
  void a_limit_shows_fewer_and_counts_all() {
    List<String> edges = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      edges.add("a edge m" + i);
      edges.add("m" + i + " edge z");
    }
    Closure closure = Small.closure(Small.reachability(), edges.toArray(String[]::new));
    ProofSet three = new Proofs(closure).minimal(Small.triple("a reaches z"), 3);

    assertThat(three.proofs()).hasSize(3);
    assertThat(three.found()).isEqualTo(7);
    assertThat(three.complete()).isTrue();
    assertThat(three.proofs()).isEqualTo(minimal(closure, "a reaches z").proofs().subList(0, 3));
    assertThat(new Proofs(closure).minimal(Small.triple("a reaches z"), 0).found()).isEqualTo(7);
  }

  /** 2^40 proofs: each level of the ladder may be climbed on the left or on the right. */
  @Test
  void a_search_among_too_many_proofs_is_cut_short_but_finds_one() {
    List<Rule> rules =
        List.of(
            Small.rule("left", "?y up ?y", "?x left ?y", "?x up ?x"),
            Small.rule("right", "?y up ?y", "?x right ?y", "?x up ?x"));
    List<String> rungs = new ArrayList<>(List.of("n0 up n0"));
    for (int i = 0; i < 40; i++) {
      rungs.add("n" + i + " left n" + (i + 1));
      rungs.add("n" + i + " right n" + (i + 1));
    }
    Closure closure = Small.closure(rules, rungs.toArray(String[]::new));

    ProofSet set = minimal(closure, "n40 up n40");

    assertThat(set.complete()).isFalse();
    assertThat(set.found()).isPositive();
    assertSound(closure, set);
    ProofSet few = minimal(closure, "n6 up n6");
    assertThat(few.complete()).isTrue();
    assertThat(few.found()).isEqualTo(64);
  }

  /** The second premise is never reached by the search, since the first has too many proofs. */
  @Test
  void what_holds_is_never_taken_not_to_hold() {
    List<Rule> rules = new ArrayList<>(Small.reachability());
    rules.add(Small.rule("goal", "?x goal ?y", "?x reaches ?y", "?y is end"));
    rules.add(Small.rule("end", "?x is end", "?x mark ?x"));
    List<String> facts = new ArrayList<>(List.of("n9 mark n9"));
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) {
        facts.add("n" + i + " edge n" + j);
      }
    }
    Closure closure = Small.closure(rules, facts.toArray(String[]::new));
    Explanation explanation = new Explainer(closure).explain(Small.triple("n0 goal n9"), 5);

    assertThat(explanation.holds()).isTrue();
    assertThat(explanation.proofs().complete()).isFalse();
    assertThat(explanation.proofs().proofs()).isNotEmpty();
    assertThat(explanation.nearMisses()).isEmpty();
    assertSound(closure, explanation.proofs());
  }

  @Test
  void the_checker_refuses_what_is_no_proof() {
    Closure closure = Small.closure(Small.reachability(), "a edge b", "b edge c");
    Proof good = minimal(closure, "a reaches b").proofs().get(0);
    Step.Inferred step = (Step.Inferred) good.step();
    ProofChecker checker = new ProofChecker(closure);

    assertThat(checker.faults(good)).isEmpty();
    assertThat(checker.faults(Proof.leaf(Small.triple("a reaches b")))).isNotEmpty();
    assertThat(checker.faults(new Proof(step, List.of()))).isNotEmpty();
    assertThat(checker.faults(new Proof(step, List.of(Proof.leaf(Small.triple("b edge c"))))))
        .isNotEmpty();
    Step.Inferred wrong =
        new Step.Inferred(Small.triple("a reaches c"), step.rule(), step.premises(), List.of());
    assertThat(checker.faults(new Proof(wrong, good.premises()))).isNotEmpty();
    Step.Inferred round =
        new Step.Inferred(
            Small.triple("a reaches b"),
            Small.rule("same", "?x reaches ?y", "?x reaches ?y"),
            List.of(Small.triple("a reaches b")),
            List.of());
    assertThat(checker.faults(new Proof(round, List.of(good)))).isNotEmpty();
  }

  private static ProofSet minimal(Closure closure, String triple) {
    return new Proofs(closure).minimal(Small.triple(triple), PLENTY);
  }

  private static Set<Triple> facts(String... facts) {
    Set<Triple> set = new HashSet<>();
    for (String fact : facts) {
      set.add(Small.triple(fact));
    }
    return set;
  }

  private static List<Set<Triple>> supports(ProofSet set) {
    return set.proofs().stream().map(Proof::leaves).toList();
  }

  private static void assertSound(Closure closure, ProofSet set) {
    ProofChecker checker = new ProofChecker(closure);
    assertThat(set.proofs()).isNotEmpty();
    assertThat(set.proofs()).allSatisfy(proof -> assertThat(checker.faults(proof)).isEmpty());
    List<Set<Triple>> supports = supports(set);
    for (Set<Triple> one : supports) {
      assertThat(supports).filteredOn(one::containsAll).containsExactly(one);
    }
  }
}
