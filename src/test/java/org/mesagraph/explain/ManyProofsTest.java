package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mesagraph.explain.ProofSet.Extent;
import org.mesagraph.reason.Closure;
import org.mesagraph.rule.Rule;

/** Triples with so many proofs that nobody could list them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class ManyProofsTest {

  /** 2^20 proofs: each rung may be climbed on the left or on the right. */
  @Test
  void a_ladder_gives_as_many_as_are_asked_for_and_says_that_there_are_more() {
    ProofSet set = minimal(ladder(20), "n20 up n20", 20);

    assertThat(set.extent()).isEqualTo(Extent.MORE);
    assertThat(set.proofs()).hasSize(20);
    assertThat(set.found()).isEqualTo(Proofs.COUNTED);
    assertSound(ladder(20), set);
  }

  @Test
  void a_short_ladder_is_climbed_in_every_way() {
    ProofSet set = minimal(ladder(9), "n9 up n9", 1_000);

    assertThat(set.extent()).isEqualTo(Extent.ALL);
    assertThat(set.proofs()).hasSize(512);
  }

  @Test
  void a_thousand_ways_of_one_step_are_all_counted() {
    List<String> facts = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      facts.add("a edge m" + i);
      facts.add("m" + i + " edge z");
    }
    List<Rule> rules = List.of(Small.rule("two", "?x near ?z", "?x edge ?y", "?y edge ?z"));
    Closure closure = Small.closure(rules, facts.toArray(String[]::new));

    ProofSet set = minimal(closure, "a near z", 20);

    assertThat(new Proofs(closure).steps(Small.triple("a near z"))).hasSize(1_000);
    assertThat(set.extent()).isEqualTo(Extent.ALL);
    assertThat(set.found()).isEqualTo(1_000);
    assertSound(closure, set);
  }

  /** The minimal proofs are the paths that pass no place twice: over nine million. */
  @Test
  void in_a_clique_the_shortest_paths_come_first() {
    Closure closure = clique(12);

    ProofSet set = minimal(closure, "n0 reaches n11", 20);

    assertThat(set.extent()).isNotEqualTo(Extent.ALL);
    assertThat(set.proofs()).hasSize(20);
    assertThat(set.proofs().stream().map(proof -> proof.leaves().size()).toList())
        .startsWith(1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3)
        .isSorted();
    assertSound(closure, set);
  }

  /** Paths from corner to corner of a clique of 5: 1 + 3 + 6 + 6. */
  @Test
  void in_a_small_clique_every_path_is_found() {
    ProofSet set = minimal(clique(5), "n0 reaches n4", 100);

    assertThat(set.extent()).isEqualTo(Extent.ALL);
    assertThat(set.found()).isEqualTo(16);
  }

  /** Sameness runs both ways and on; the edges of a ring lead from one thing to another twice. */
  @Test
  void sameness_that_runs_both_ways_has_a_proof_for_each_path() {
    List<Rule> rules =
        List.of(
            Small.rule("stated", "?x same ?y", "?x said ?y"),
            Small.rule("symmetric", "?y same ?x", "?x same ?y"),
            Small.rule("transitive", "?x same ?z", "?x same ?y", "?y same ?z"));
    Closure closure =
        Small.closure(
            rules, "a said b", "b said c", "c said d", "d said e", "e said f", "f said a");

    ProofSet set = minimal(closure, "a same d", 20);

    assertThat(set.extent()).isEqualTo(Extent.ALL);
    assertThat(set.proofs()).hasSize(2);
    assertThat(minimal(closure, "a same a", 20).found()).as("there and back").isEqualTo(2);
    assertSound(closure, set);
  }

  @Test
  void what_a_lower_stratum_must_lack_is_checked_at_its_step() {
    List<Rule> rules =
        List.of(
            Small.rule("doubted", "?x doubted ?x", "?y doubts ?x"),
            Small.rule("held", "?x held ?y", "?y says ?x", "no ?x doubted ?any"),
            Small.rule("known", "?x known ?x", "?x held ?y"));
    Closure closure = Small.closure(rules, "s says p", "t says p", "s says q", "t doubts q");

    ProofSet set = minimal(closure, "p known p", 20);

    assertThat(set.extent()).isEqualTo(Extent.ALL);
    assertThat(set.found()).isEqualTo(2);
    assertThat(minimal(closure, "q known q", 20).found()).isZero();
    assertSound(closure, set);
  }

  /** Each level uses the one below twice, so that the tree has 2^60 leaves and the graph 60. */
  @Test
  void a_proof_that_uses_a_premise_again_and_again_is_found_too() {
    List<Rule> rules =
        List.of(Small.rule("pair", "?y on ?y", "?x under ?y", "?x on ?x", "?x on ?x"));
    List<String> facts = new ArrayList<>(List.of("n0 on n0"));
    for (int i = 0; i < 60; i++) {
      facts.add("n" + i + " under n" + (i + 1));
    }
    Closure closure = Small.closure(rules, facts.toArray(String[]::new));

    Proof proof = new Proofs(closure).one(Small.triple("n60 on n60")).orElseThrow();

    assertThat(proof.leaves()).hasSize(61);
    assertThat(proof.size()).isGreaterThan(1L << 60);
  }

  @Test
  void the_proof_at_once_is_one_of_the_minimal_ones() {
    Closure closure = clique(5);
    Set<Set<Triple>> supports = new HashSet<>();
    minimal(closure, "n0 reaches n4", 100).proofs().forEach(proof -> supports.add(proof.leaves()));

    Proof proof = new Proofs(closure).one(Small.triple("n0 reaches n4")).orElseThrow();

    assertThat(supports).contains(proof.leaves());
    assertThat(new ProofChecker(closure).faults(proof)).isEmpty();
    assertThat(new Proofs(closure).one(Small.triple("n0 likes n4"))).isEmpty();
  }

  @Test
  void a_stream_finds_a_proof_when_it_is_asked_for() {
    Proofs proofs = new Proofs(ladder(40));

    assertThat(proofs.stream(Small.triple("n40 up n40")).limit(3))
        .hasSize(3)
        .doesNotHaveDuplicates();
    assertThat(proofs.stream(Small.triple("n4 up n4"))).hasSize(16);
    assertThat(proofs.stream(Small.triple("n4 up n3"))).isEmpty();
  }

  @Test
  void the_order_does_not_depend_on_the_order_of_the_facts() {
    List<String> facts = new ArrayList<>(rungs(12));
    ProofSet set = minimal(Small.closure(sides(), facts.toArray(String[]::new)), "n12 up n12", 50);
    Collections.reverse(facts);

    assertThat(minimal(Small.closure(sides(), facts.toArray(String[]::new)), "n12 up n12", 50))
        .isEqualTo(set);
  }

  private static Closure ladder(int height) {
    return Small.closure(sides(), rungs(height).toArray(String[]::new));
  }

  private static List<Rule> sides() {
    return List.of(
        Small.rule("left", "?y up ?y", "?x left ?y", "?x up ?x"),
        Small.rule("right", "?y up ?y", "?x right ?y", "?x up ?x"));
  }

  private static List<String> rungs(int height) {
    List<String> rungs = new ArrayList<>(List.of("n0 up n0"));
    for (int i = 0; i < height; i++) {
      rungs.add("n" + i + " left n" + (i + 1));
      rungs.add("n" + i + " right n" + (i + 1));
    }
    return rungs;
  }

  private static Closure clique(int corners) {
    List<String> edges = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      for (int j = 0; j < corners; j++) {
        if (i != j) {
          edges.add("n" + i + " edge n" + j);
        }
      }
    }
    return Small.closure(Small.reachability(), edges.toArray(String[]::new));
  }

  private static ProofSet minimal(Closure closure, String triple, int limit) {
    return new Proofs(closure).minimal(Small.triple(triple), limit);
  }

  private static void assertSound(Closure closure, ProofSet set) {
    ProofChecker checker = new ProofChecker(closure);
    Set<Set<Triple>> supports = new HashSet<>();
    for (Proof proof : set.proofs()) {
      assertThat(checker.faults(proof)).isEmpty();
      assertThat(supports.add(proof.leaves())).as("found twice: " + proof.leaves()).isTrue();
    }
  }
}
