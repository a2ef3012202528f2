package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
  void two_premises_that_something_is_in_the_way_of_are_nearer_than_one_that_nobody_stated() {
    List<Rule> rules =
        List.of(
            Small.rule("upheld", "?l upheldBy ?c", "?l saidBy ?c", "no ?any discounts ?c"),
            Small.rule("held", "?l heldBy ?c", "?l seenBy ?c", "no ?any doubts ?c"),
            Small.rule("stands", "?p stands ?l", "?l for ?p", "?l upheldBy ?c", "?l heldBy ?d"),
            Small.rule("likely", "?p stands ?l", "?l for ?p", "?l likely ?p"));
    Closure closure =
        Small.closure(rules, "l for p", "l saidBy c", "v discounts c", "l seenBy d", "w doubts d");

    Explanation explanation = new Explainer(closure).explain(Small.triple("p stands l"), 1);

    assertThat(explanation.nearMisses())
        .extracting(miss -> miss.rule().name())
        .containsExactly("stands", "likely");
    assertThat(explanation.below().values())
        .allSatisfy(misses -> assertThat(misses.get(0).missing()).isEmpty())
        .extracting(misses -> misses.get(0).blocking().get(0))
        .containsExactly(Small.triple("v discounts c"), Small.triple("w doubts d"));
  }

  @Test
  void a_missing_premise_is_followed_down_to_the_statement_that_is_wanting() {
    List<Rule> rules =
        List.of(
            Small.rule("one", "?x one ?y", "?x two ?y", "?x red ?y"),
            Small.rule("two", "?x two ?y", "?x three ?y", "?x red ?y"),
            Small.rule("three", "?x three ?y", "?x four ?y", "?x red ?y"),
            Small.rule("round", "?x four ?y", "?x one ?y", "?x red ?y"),
            Small.rule("four", "?x four ?y", "?x stated ?y", "?x red ?y"));
    Closure closure = Small.closure(rules, "a red a");

    Explanation explanation = new Explainer(closure).explain(Small.triple("a one a"), 1);

    assertThat(explanation.below().keySet())
        .containsExactly(
            Small.triple("a two a"), Small.triple("a three a"), Small.triple("a four a"));
    assertThat(explanation.below().get(Small.triple("a four a")))
        .as("nothing rests on what is asked about")
        .singleElement()
        .satisfies(
            below -> assertThat(below.missing()).containsExactly(Small.triple("a stated a")));
  }

  /** A hundred things may each be near to a hundred others. */
  @Test
  void the_search_ends_early_where_there_is_too_much_to_look_at() {
    List<Rule> rules =
        List.of(
            Small.rule("next", "?x near ?z", "?x near ?y", "?y edge ?z"),
            Small.rule("said", "?x near ?z", "?x by ?y", "?y says ?z"));
    List<String> facts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 60; j++) {
        facts.add("n" + i + " edge n" + j);
      }
    }
    Closure closure = Small.closure(rules, facts.toArray(String[]::new));

    Explanation explanation = new Explainer(closure).explain(Small.triple("n0 near n1"), 1);

    assertThat(explanation.nearMisses()).hasSize(59);
    assertThat(explanation.below().values().stream().mapToInt(List::size).sum()).isLessThan(10_000);
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
