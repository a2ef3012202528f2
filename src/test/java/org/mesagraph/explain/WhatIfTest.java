package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.explain.Consequence.Effect;
import org.mesagraph.reason.Progress;

/** What becomes of conclusions in two small projects. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhatIfTest {

  private static WhatIfSample studies;
  private static WhatIfSample absence;

  @BeforeAll
  static void load(@TempDir Path root) {
    studies = WhatIfSample.load("studies", root.resolve("studies"));
    absence = WhatIfSample.load("absence", root.resolve("absence"));
  }

  @Test
  void without_a_study_standings_change_or_rest_on_less() {
    Aftermath aftermath = studies.without("study:a");

    assertThat(studies.told(aftermath, Effect.CHANGED))
        .contains(
            "proposition:persists mg:hasStanding concept:supported → concept:unevidenced",
            "proposition:harmful mg:hasStanding concept:contested → concept:disputed");
    assertThat(studies.told(aftermath, Effect.LOST))
        .contains(
            "proposition:occurs mg:restsOnSeveral concept:studies",
            "proposition:occurs mg:dependsOnAuthor person:x",
            "organization:one mg:hasEvidenceFor proposition:persists",
            "proposition:harmful mg:isContestedThrough concept:studies");
    assertThat(studies.told(aftermath, Effect.GAINED))
        .contains("proposition:occurs mg:restsOnSingleStudy study:b");
    assertThat(studies.told(aftermath, Effect.WEAKENED))
        .contains("proposition:occurs mg:hasStanding concept:supported")
        .doesNotContain("organization:two mg:hasEvidenceFor proposition:occurs");
    assertThat(studies.told(aftermath, Effect.UNAFFECTED))
        .contains("organization:two mg:hasEvidenceFor proposition:occurs");
  }

  @Test
  void what_is_concluded_about_the_withdrawn_itself_is_kept_apart() {
    Aftermath aftermath = studies.without("study:a");

    assertThat(aftermath.of(Effect.LOST, true))
        .extracting(Consequence::triple)
        .contains(
            studies.triple("study:a mg:supports proposition:occurs"),
            studies.triple("proposition:persists mg:restsOnSingleStudy study:a"),
            studies.triple("finding:a mg:isUpheldBy claim:s1-a"));
    assertThat(studies.told(aftermath, Effect.LOST)).noneMatch(told -> told.contains("study:a"));
  }

  @Test
  void a_weakened_conclusion_has_the_proofs_that_go_and_those_that_stay() {
    Consequence standing =
        find(
            studies.without("study:a"),
            Effect.WEAKENED,
            studies.triple("proposition:occurs mg:hasStanding concept:supported"));

    assertThat(standing.gone().found()).isEqualTo(2);
    assertThat(standing.gone().proofs())
        .allMatch(
            proof -> proof.leaves().contains(studies.triple("finding:a mg:isFromStudy study:a")));
    assertThat(standing.left().proofs())
        .singleElement()
        .matches(
            proof -> proof.leaves().contains(studies.triple("finding:b mg:isFromStudy study:b")));
  }

  @Test
  void a_claim_takes_its_own_proof_and_no_other() {
    Aftermath aftermath = studies.without("claim:s2-a");
    Consequence standing =
        find(aftermath, Effect.WEAKENED, studies.triple("study:a mg:supports proposition:occurs"));

    assertThat(standing.gone().found()).isEqualTo(1);
    assertThat(standing.left().found()).isEqualTo(1);
    assertThat(studies.told(aftermath, Effect.CHANGED)).isEmpty();
    assertThat(studies.told(aftermath, Effect.LOST))
        .containsExactly(
            "line:a-occurs mg:isToldIn source:s2",
            "line:a-occurs mg:restsOnSeveral concept:documents",
            "proposition:occurs mg:isToldIn source:s2",
            "proposition:occurs mg:restsOnSeveral concept:documents");
    assertThat(studies.told(aftermath, Effect.GAINED))
        .containsExactly("proposition:occurs mg:restsOnSingleDocument source:s1");
  }

  @Test
  void a_proof_goes_too_if_what_it_denies_comes_to_hold() {
    Aftermath aftermath = absence.without("person:keeper");

    assertThat(absence.told(aftermath, Effect.GAINED))
        .containsExactly("venue:door mg:isOpenTo venue:house");
    assertThat(absence.told(aftermath, Effect.LOST))
        .containsExactly(
            "person:friend mg:isIn venue:house", "person:friend mg:isWarmIn venue:house");
    assertThat(absence.told(aftermath, Effect.WEAKENED))
        .containsExactly(
            "person:guest mg:isIn venue:house", "person:guest mg:isWarmIn venue:house");
    assertThat(absence.told(aftermath, Effect.UNAFFECTED))
        .containsExactly("person:cat mg:isWarmIn venue:house");
  }

  @Test
  void what_was_stated_and_follows_as_well_is_weakened() {
    Triple isIn = absence.triple("person:cat mg:isIn venue:house");
    Withdrawal withdrawal = new Withdrawal(List.of(), Set.of(), Set.of(), List.of(isIn));

    Aftermath aftermath =
        new WhatIf(absence.base(), absence.program(), absence.closure())
            .of(withdrawal, Progress.UNWATCHED);

    Consequence consequence = find(aftermath, Effect.WEAKENED, isIn);
    assertThat(consequence.gone().proofs()).singleElement().matches(Proof::isLeaf);
    assertThat(consequence.left().found()).isEqualTo(1);
    assertThat(absence.told(aftermath, Effect.GAINED)).isEmpty();
    assertThat(absence.told(aftermath, Effect.LOST)).isEmpty();
  }

  @Test
  void each_conclusion_has_one_consequence_and_the_right_one() {
    for (String thing :
        List.of("study:a", "study:b", "work:a", "work:b", "source:s1", "source:s2", "person:x")) {
      Aftermath aftermath = studies.without(thing);
      List<Triple> told =
          aftermath.consequences().stream()
              .filter(consequence -> consequence.effect() != Effect.GAINED)
              .map(Consequence::triple)
              .toList();

      assertThat(told).as(thing).doesNotHaveDuplicates();
      assertThat(told).as(thing).containsAll(studies.closure().inferred());
      for (Consequence consequence : aftermath.consequences()) {
        boolean held = studies.closure().contains(consequence.triple());
        boolean holds = aftermath.after().contains(consequence.triple());
        switch (consequence.effect()) {
          case LOST, CHANGED -> assertThat(held && !holds).isTrue();
          case GAINED -> assertThat(!held && holds).isTrue();
          default -> assertThat(held && holds).isTrue();
        }
      }
    }
  }

  /** Compares with a scan of all proofs, which takes no shortcut through what is reached. */
  @Test
  void weakened_are_just_those_with_a_minimal_proof_that_no_longer_stands() {
    for (String thing : List.of("study:a", "work:b", "claim:s1-a", "source:s2", "line:b-occurs")) {
      Aftermath aftermath = studies.without(thing);
      Set<Triple> weakened = new HashSet<>();
      for (Triple triple : studies.closure().inferred()) {
        ProofChecker checker = new ProofChecker(aftermath.after());
        if (aftermath.after().contains(triple)
            && new Proofs(studies.closure())
                .minimal(triple, 1_000).proofs().stream()
                    .anyMatch(proof -> !checker.faults(proof).isEmpty())) {
          weakened.add(triple);
        }
      }

      assertThat(triples(aftermath, Effect.WEAKENED)).as(thing).isEqualTo(weakened);
    }
  }

  @Test
  void beyond_a_number_proofs_are_not_compared_and_that_is_said() {
    Aftermath aftermath =
        new WhatIf(studies.base(), studies.program(), studies.closure(), 1)
            .without(List.of(studies.node("study:a")), Progress.UNWATCHED);

    assertThat(triples(aftermath, Effect.NOT_COMPARED))
        .isNotEmpty()
        .allMatch(triple -> aftermath.after().contains(triple));
    assertThat(triples(aftermath, Effect.UNAFFECTED))
        .doesNotContainAnyElementsOf(triples(studies.without("study:a"), Effect.WEAKENED));
  }

  private static Consequence find(Aftermath aftermath, Effect effect, Triple triple) {
    return aftermath.consequences().stream()
        .filter(consequence -> consequence.effect() == effect)
        .filter(consequence -> consequence.triple().equals(triple))
        .findFirst()
        .orElseThrow();
  }

  private static Set<Triple> triples(Aftermath aftermath, Effect effect) {
    return aftermath.consequences().stream()
        .filter(consequence -> consequence.effect() == effect)
        .map(Consequence::triple)
        .collect(Collectors.toSet());
  }
}
