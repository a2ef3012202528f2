package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExplainCommandTest {

  private static final String PERSISTS = "proposition:deceptive-alignment-persists";
  private static final String UNTRAINED = "proposition:deceptive-alignment-arises-untrained";

  @Test
  void what_holds_is_proved_down_to_lines_of_sources() {
    Typed typed = Typed.run("explain", "study:sleeper-agents", "mg:supports", PERSISTS);

    assertThat(typed.exit()).isZero();
    assertThat(typed.err()).isEmpty();
    assertThat(typed.out()).contains("9 minimal proofs", "[S4:78]", "[S2:52]", "proof 3");
  }

  @Test
  void fewer_proofs_may_be_asked_for() {
    Typed typed =
        Typed.run("explain", "study:sleeper-agents", "mg:supports", PERSISTS, "--limit", "1");

    assertThat(typed.out()).contains("9 minimal proofs, first 1 shown").doesNotContain("proof 2");
  }

  @Test
  void what_does_not_follow_ends_with_1_and_says_what_is_missing() {
    Typed typed = Typed.run("explain", "study:sleeper-agents", "mg:supports", UNTRAINED);

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.err()).isEmpty();
    assertThat(typed.out()).contains("does not follow", "missing premise", "mg:isSilentOn");
  }

  @Test
  void that_something_contradicts_itself_does_not_follow_where_nothing_does() {
    Typed typed = Typed.run("explain", "study:sleeper-agents", "a", "owl:Nothing");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.err()).isEmpty();
    assertThat(typed.out())
        .startsWith("study:sleeper-agents rdf:type owl:Nothing\ndoes not follow\n");
  }

  @Test
  void json_carries_the_same() {
    Typed typed = Typed.run("explain", "study:sleeper-agents", "mg:supports", UNTRAINED, "--json");
    JsonObject json = JSON.parse(typed.out());

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(json.getBoolean("holds")).isFalse();
    assertThat(
            Typed.run(
                    "explain", "study:sleeper-agents", "mg:supports", UNTRAINED, "--format", "json")
                .out())
        .isEqualTo(typed.out());
  }

  @Test
  void a_stated_literal_is_its_own_proof() {
    Typed typed = Typed.run("explain", "source:s4", "skos:notation", "\"S4\"");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).contains("1 minimal proof\n", "● source:s4 skos:notation \"S4\"");
  }

  @Test
  void every_step_is_told_when_asked_for() {
    String study = "study:sleeper-agents";
    Typed typed = Typed.run("explain", study, "mg:supports", PERSISTS, "--limit=1", "--all-steps");
    JsonObject json =
        JSON.parse(
            Typed.run("explain", study, "mg:supports", PERSISTS, "--all-steps", "--json").out());

    assertThat(typed.out())
        .contains("first 1 shown", "all 9 steps to it\n◌ by evidence-supports: ", "│  ● line:");
    assertThat(json.get("steps").getAsArray()).hasSize(9);
    assertThat(json.get("steps").getAsArray().get(0).getAsObject().keys())
        .contains("triple", "origin", "rule", "premises", "absences");
    assertThat(Typed.run("explain", study, "mg:supports", PERSISTS).out())
        .doesNotContain("steps to it");
  }
}
