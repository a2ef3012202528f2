package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhatIfCommandTest {

  @Test
  void what_falls_is_told_with_the_proofs_before_and_after() {
    Typed typed = Typed.run("whatif", "--without", "study:sleeper-agents");

    assertThat(typed.exit()).isZero();
    assertThat(typed.err()).isEmpty();
    assertThat(typed.out())
        .startsWith("without study:sleeper-agents  Sleeper Agents\n")
        .contains(
            "changed · proposition",
            "“Deceptive alignment persists through safety training.”",
            "before: 2 minimal proofs, first 1 shown",
            "[S4:161]",
            "✗ missing premise: ",
            "2 proofs gone, 6 left")
        .doesNotContain("unaffected · ", "withdrawn itself\n");
  }

  @Test
  void all_lists_what_is_unaffected_and_what_is_about_the_withdrawn() {
    Typed typed = Typed.run("whatif", "--without", "study:sleeper-agents", "--all", "--limit", "0");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out())
        .contains(
            "unaffected · proposition\n",
            "    = proposition:scheming-occurs mg:hasStanding concept:supported\n",
            "lost · study · withdrawn itself\n",
            "    ✗ study:sleeper-agents mg:supports proposition:deceptive-alignment-persists\n")
        .doesNotContain("minimal proof");
  }

  @Test
  void json_carries_the_same() {
    Typed typed = Typed.run("whatif", "--without", "study:sleeper-agents", "--format", "json");
    JsonObject json = JSON.parse(typed.out());
    JsonObject lost = json.get("lost").getAsArray().get(0).getAsObject();

    assertThat(typed.exit()).isZero();
    assertThat(lost.getObj("before").getBoolean("holds")).isTrue();
    assertThat(lost.getObj("after").getBoolean("holds")).isFalse();
    assertThat(lost.getObj("after").get("nearMisses").getAsArray()).hasSize(1);
    assertThat(json.getObj("counts").getObj("lost").get("others").getAsNumber().value().intValue())
        .isEqualTo(json.get("lost").getAsArray().size());
    assertThat(json.get("unaffected").getAsArray()).isEmpty();
  }

  @Test
  void what_cannot_be_withdrawn_is_refused_with_the_nearest_name() {
    Typed unknown = Typed.run("whatif", "--without", "study:sleper-agents");
    Typed bare = Typed.run("whatif", "--without", "sleeper-agents");
    Typed term = Typed.run("whatif", "--without", "mg:supports");

    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err())
        .isEqualTo(
            "error: nothing is stated about study:sleper-agents"
                + " – did you mean study:sleeper-agents?\n");
    assertThat(bare.exit()).isEqualTo(2);
    assertThat(bare.err()).contains("did you mean study:sleeper-agents?");
    assertThat(term.exit()).isEqualTo(2);
    assertThat(term.err()).contains("is a term of the ontology");
    assertThat(Typed.run("whatif").exit()).isEqualTo(2);
    assertThat(Typed.run("whatif", "--without", "study:sleeper-agents", "--limit", "-1").exit())
        .isEqualTo(2);
  }
}
