package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.NearMiss;
import org.mesagraph.rule.Rule;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhyNotTest {

  private static final List<Rule> RULES =
      List.of(
          Small.rule("upheld", "?l upheldBy ?c", "?l saidBy ?c", "no ?any discounts ?c"),
          Small.rule("stands", "?s stands ?p", "?l for ?p", "?l of ?s", "?l upheldBy ?c"));

  @Test
  void what_is_in_the_way_of_a_premise_comes_before_what_nobody_stated() {
    Closure closure =
        Small.closure(
            RULES, "l for p", "l of s", "l saidBy c", "v discounts c", "k of s", "k saidBy d");

    Explanation explanation = new Explainer(closure).explain(Small.triple("s stands p"), 1);

    NearMiss first = explanation.nearMisses().get(0);
    assertThat(first.missing()).hasSize(1);
    assertThat(first.missing().get(0).getPredicate().getURI()).isEqualTo("urn:x:upheldBy");
    assertThat(explanation.below().get(first.missing().get(0)))
        .singleElement()
        .satisfies(
            below -> {
              assertThat(below.missing()).isEmpty();
              assertThat(below.blocking()).containsExactly(Small.triple("v discounts c"));
            });
    assertThat(explanation.nearMisses())
        .anySatisfy(miss -> assertThat(miss.missing()).contains(Small.triple("k for p")));
  }

  @Test
  void a_missing_premise_that_would_follow_names_the_statement_that_is_wanting() {
    List<Rule> rules =
        List.of(
            Small.rule("ripe", "?x ripe ?y", "?x red ?y", "?x soft ?y"),
            Small.rule("good", "?x good ?y", "?x ripe ?y", "?x sweet ?y"));
    Closure closure = Small.closure(rules, "a red a", "a sweet a");

    Explanation explanation = new Explainer(closure).explain(Small.triple("a good a"), 1);

    assertThat(explanation.below().get(Small.triple("a ripe a")))
        .singleElement()
        .satisfies(below -> assertThat(below.missing()).containsExactly(Small.triple("a soft a")));
  }
}
