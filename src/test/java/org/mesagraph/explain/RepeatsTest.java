package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.RealProject;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.reason.Closure;
import org.mesagraph.rule.Rule;

/** Proofs that use one part again and again, written out. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RepeatsTest {

  private static final KnowledgeBase BASE = RealProject.snapshot().base();

  /** The tree has 2^60 leaves, and the graph 61. */
  @Test
  void a_part_that_is_used_again_is_written_once_and_then_told_by_its_number() {
    Closure closure = doubling(60);
    Explanation explanation = new Explainer(closure).explain(Small.triple("n60 on n60"), 1);

    List<String> lines =
        new ExplanationText(BASE, new Passages(closure)).write(explanation).lines().toList();

    assertThat(lines).hasSizeLessThan(400);
    assertThat(lines).filteredOn(line -> line.contains("under")).hasSize(60);
    assertThat(lines).filteredOn(line -> line.endsWith("#1")).hasSize(2);
    assertThat(lines).filteredOn(line -> line.endsWith("as above, #59")).hasSize(1);
    assertThat(lines.indexOf(line(lines, "#59")))
        .isLessThan(lines.indexOf(line(lines, "as above, #59")));
  }

  @Test
  void json_refers_to_a_part_by_its_number() {
    Closure closure = doubling(60);
    Explanation explanation = new Explainer(closure).explain(Small.triple("n60 on n60"), 1);

    String written = new ExplanationJson(BASE, new Passages(closure)).write(explanation).toString();
    JsonObject proof = JSON.parse(written).get("proofs").getAsArray().get(0).getAsObject();
    JsonObject first = proof.get("premises").getAsArray().get(1).getAsObject();
    JsonObject again = proof.get("premises").getAsArray().get(2).getAsObject();

    assertThat(written.split("\"asAbove\"")).as("59 parts, each twice").hasSize(60);
    assertThat(proof.hasKey("number")).isFalse();
    assertThat(first.get("number").getAsNumber().value().intValue()).isEqualTo(1);
    assertThat(first.hasKey("premises")).isTrue();
    assertThat(again.get("asAbove").getAsNumber().value().intValue()).isEqualTo(1);
    assertThat(again.get("triple")).isEqualTo(first.get("triple"));
    assertThat(again.keys()).containsExactlyInAnyOrder("triple", "asAbove");
  }

  @Test
  void an_ordinary_proof_is_written_out() {
    Closure closure = doubling(7);
    Explanation explanation = new Explainer(closure).explain(Small.triple("n7 on n7"), 1);
    assertThat(explanation.proofs().proofs().get(0).size()).isLessThan(Repeats.MOST_STEPS);

    String text = new ExplanationText(BASE, new Passages(closure)).write(explanation);

    assertThat(text).doesNotContain("#", "as above");
    assertThat(text.lines().filter(line -> line.contains("n0"))).hasSizeGreaterThan(128);
  }

  private static String line(List<String> lines, String end) {
    return lines.stream().filter(line -> line.endsWith(end)).findFirst().orElseThrow();
  }

  private static Closure doubling(int levels) {
    List<Rule> rules =
        List.of(Small.rule("pair", "?y on ?y", "?x under ?y", "?x on ?x", "?x on ?x"));
    List<String> facts = new ArrayList<>(List.of("n0 on n0"));
    for (int i = 0; i < levels; i++) {
      facts.add("n" + i + " under n" + (i + 1));
    }
    return Small.closure(rules, facts.toArray(String[]::new));
  }
}
