package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.RealProject;
import org.mesagraph.store.Snapshot;

/**
 * Explanations of statements of this project, as text and as JSON. Lines of sources are pinned, as
 * they are what is claimed; lines of this project's own files are not.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealProofsTest {

  private static final Snapshot SNAPSHOT = RealProject.snapshot();
  private static final ExplanationService SERVICE =
      ExplanationService.of(SNAPSHOT.base(), SNAPSHOT.closure());
  private static final Path GOLDEN = RealProject.root().resolve("src/test/resources/explain");

  /** A folder holds the question, and the answer in both forms. */
  @TestFactory
  Stream<DynamicTest> an_explanation_is_as_written() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      List<Path> sorted = folders.filter(Files::isDirectory).sorted().toList();
      assertThat(sorted).hasSizeGreaterThanOrEqualTo(3);
      return sorted.stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(
                      folder.getFileName().toString(),
                      folder.toUri(),
                      () -> {
                        Explanation explanation = explain(read(folder, "question.txt"));
                        assertThat(withoutLines(SERVICE.asText(explanation)))
                            .isEqualTo(read(folder, "answer.txt"));
                        assertThat(withoutLines(SERVICE.asJson(explanation).toString()).strip())
                            .isEqualTo(read(folder, "answer.json").strip());
                      }));
    }
  }

  @Test
  void that_sleeper_agents_supports_persistence_rests_on_lines_of_two_sources() {
    String text = text("study:sleeper-agents mg:supports proposition:deceptive-alignment-persists");

    assertThat(text).contains("9 minimal proofs", "[S4:78]", "[S2:52]").doesNotContain("S2:46");
  }

  @Test
  void that_it_evidences_the_parent_adds_the_step_up_the_hierarchy() {
    String text = text("study:sleeper-agents mg:evidences concept:pseudo-alignment");

    assertThat(text)
        .contains(
            "by roll-up-kind",
            "● concept:deceptive-alignment skos:broader concept:pseudo-alignment  [S2:46]",
            "[S4:78]");
  }

  @Test
  void that_it_supports_arising_untrained_does_not_follow() {
    Explanation explanation =
        explain(
            "study:sleeper-agents mg:supports proposition:deceptive-alignment-arises-untrained");
    String text = SERVICE.asText(explanation);

    assertThat(explanation.holds()).isFalse();
    assertThat(text)
        .contains(
            "does not follow",
            "◌ study:sleeper-agents mg:isSilentOn"
                + " proposition:deceptive-alignment-arises-untrained",
            "✗ missing premise: line:sleeper-agents-persists mg:hasTarget"
                + " proposition:deceptive-alignment-arises-untrained");
  }

  /** Both claims that assert the line were found misattributed. */
  @Test
  void what_a_check_discounts_is_not_upheld_and_the_discounts_are_named() {
    String text =
        text(
            "study:emergent-misalignment mg:supportsAfterVerification"
                + " proposition:emergent-misalignment-reducible");

    assertThat(text.substring(text.indexOf("it would follow by supports-after-verification")))
        .containsSubsequence(
            "✗ missing premise: line:emergent-misalignment-reducible mg:isUpheldBy (any);"
                + " missing premise: finding:emergent-misalignment-realigned mg:isUpheldBy (any)",
            "which would follow by line-upheld",
            "in the way: verification:s4-l105-realignment mg:discounts claim:s4-l105-realignment",
            "which would follow by line-upheld",
            "in the way: verification:s4-l162-effectiveness mg:discounts",
            "✗ missing premise: line:emergent-misalignment-occurs mg:hasTarget");
  }

  @Test
  void of_everything_that_follows_the_proof_at_once_and_the_first_three_are_sound() {
    ProofChecker checker = new ProofChecker(SNAPSHOT.closure());
    Proofs proofs = new Proofs(SNAPSHOT.closure());
    assertThat(SNAPSHOT.closure().inferred()).hasSizeGreaterThan(2_000);
    for (Triple triple : SNAPSHOT.closure().inferred()) {
      ProofSet set = proofs.minimal(triple, Integer.MAX_VALUE);
      assertThat(set.proofs()).as(triple.toString()).isNotEmpty().hasSize(set.found());
      assertThat(set.complete()).as(triple.toString()).isTrue();
      List<Set<Triple>> supports = set.proofs().stream().map(Proof::leaves).toList();
      Proof once = proofs.one(triple).orElseThrow();
      assertThat(supports).as("the proof at once is minimal").contains(once.leaves());
      List<Proof> checked = new ArrayList<>(set.proofs().subList(0, Math.min(3, set.found())));
      checked.add(once);
      for (Proof proof : checked) {
        assertThat(proof.conclusion()).isEqualTo(triple);
        assertThat(checker.faults(proof)).isEmpty();
        assertThat(supports).filteredOn(proof.leaves()::containsAll).hasSize(1);
        assertThat(proof.leaves())
            .allSatisfy(leaf -> assertThat(SNAPSHOT.base().statementsOf(leaf)).isNotEmpty());
      }
    }
  }

  @Test
  void the_json_says_what_the_text_says() {
    Explanation explanation = explain("study:sleeper-agents mg:evidences concept:pseudo-alignment");
    JsonObject json = JSON.parse(SERVICE.asJson(explanation).toString());
    JsonObject proof = json.get("proofs").getAsArray().get(0).getAsObject();
    JsonObject broader = proof.get("premises").getAsArray().get(1).getAsObject();

    assertThat(json.getBoolean("holds")).isTrue();
    assertThat(proof.getObj("rule").getString("name")).isEqualTo("roll-up-kind");
    assertThat(broader.getString("origin")).isEqualTo("asserted");
    JsonObject passage = broader.get("passages").getAsArray().get(0).getAsObject();
    assertThat(passage.getString("source")).isEqualTo("S2");
    assertThat(passage.get("firstLine").getAsNumber().value().intValue()).isEqualTo(46);
  }

  private static String text(String question) {
    return SERVICE.asText(explain(question));
  }

  private static Explanation explain(String question) {
    String[] terms = question.strip().split(" ");
    assertThat(terms).as(Arrays.toString(terms)).hasSize(3);
    return SERVICE.explain(SERVICE.triple(terms[0], terms[1], terms[2]), 20);
  }

  private static String withoutLines(String text) {
    return text.replaceAll("((?:data|ontology)/[a-z0-9/-]+\\.(?:trig|ttl|rules)):\\d+", "$1")
        .replaceAll("(\"file\" : \"[^\"]+\" ,\\s+\"line\" : )\\d+", "$10");
  }

  private static String read(Path folder, String file) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
