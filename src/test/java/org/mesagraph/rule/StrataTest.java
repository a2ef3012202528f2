package org.mesagraph.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Problem;
import org.mesagraph.base.RuleText;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StrataTest {

  @Test
  void a_rule_stands_above_what_it_negates_and_not_below_what_it_uses() {
    assertThat(
            strata(
                "[d: (?x e:c ?y) -> (?x e:d ?y)]",
                "[c: (?x e:p ?y) noValue(?x e:b ?y) -> (?x e:c ?y)]",
                "[b: (?x e:a ?y) -> (?x e:b ?y)]",
                "[a: (?x e:b ?y) -> (?x e:a ?y)]",
                "[e: (?x e:p ?y) noValue(?x e:d ?y) -> (?x e:e ?y)]"))
        .containsExactly(List.of("b", "a"), List.of("d", "c"), List.of("e"));
  }

  @Test
  void types_are_told_apart_by_class() {
    assertThat(
            strata(
                "[open: (?x e:p ?y) noValue(?x rdf:type e:Closed) -> (?x rdf:type e:Open)]",
                "[other: (?x rdf:type e:Open) -> (?x rdf:type e:Other)]",
                "[closed: (?x e:q ?y) -> (?x rdf:type e:Closed)]"))
        .containsExactly(List.of("closed"), List.of("open", "other"));
  }

  @Test
  void a_variable_for_a_class_may_be_any_class() {
    assertThat(
            strata(
                "[typed: (?x e:p ?y) noValue(?x rdf:type ?any) -> (?x e:untyped ?y)]",
                "[type: (?x e:q ?y) -> (?x rdf:type e:A)]",
                "[none: (?x e:p ?y) noValue(?x e:untyped ?y) -> (?x e:silent ?x)]"))
        .containsExactly(List.of("type"), List.of("typed"), List.of("none"));
  }

  @Test
  void a_variable_for_a_predicate_may_be_the_predicate_of_the_rule_itself() {
    assertThat(
            catchThrowableOfType(
                    MesagraphException.class,
                    () -> strata("[one: (?x e:p ?y) noValue(?y ?any ?x) -> (?x e:q ?y)]"))
                .problems())
        .hasSize(1);
  }

  @Test
  void rules_without_negation_are_one_stratum_and_no_rules_are_none() {
    assertThat(strata("[a: (?x e:a ?y) -> (?y e:a ?x)]", "[b: (?x e:a ?y) -> (?x e:b ?y)]"))
        .containsExactly(List.of("a", "b"));
    assertThat(strata()).isEmpty();
  }

  @Test
  void with_equality_what_negates_or_tells_things_apart_stands_above_what_equates() {
    String same = "[same: (?x e:k ?v) (?y e:k ?v) -> (?x owl:sameAs ?y)]";
    String[] others = {
      "[absent: (?x e:p ?y) noValue(?x e:q) -> (?x e:r ?y)]",
      "[differ: (?x e:p ?y) notEqual(?x, ?y) -> (?x e:s ?y)]",
      "[value: (?x e:p ?y) notEqual(?y, 3) -> (?x e:t ?y)]",
      "[equal: (?x e:p ?y) equal(?x, ?y) -> (?x e:u ?y)]",
      "[uses: (?x e:s ?y) -> (?y e:s ?x)]"
    };

    assertThat(strata(others))
        .containsExactly(List.of("absent", "differ", "value", "equal", "uses"));
    assertThat(strata(Stream.concat(Stream.of(same), Stream.of(others)).toArray(String[]::new)))
        .containsExactly(
            List.of("same", "value", "equal", "equal"), List.of("absent", "differ", "uses"));
  }

  @Test
  void facts_that_equate_have_a_stratum_below_what_negates() {
    List<Rule> rules = rules("[absent: (?x e:p ?y) noValue(?x e:q) -> (?x e:r ?y)]");
    Node thing = NodeFactory.createURI("https://example.org/a");
    Triple same = Triple.create(thing, OWL2.sameAs.asNode(), thing);

    Program program = Program.of(rules, List.of(same));
    assertThat(program.equality()).isTrue();
    assertThat(program.strata()).hasSize(2);
    assertThat(program.strata().get(0)).isEmpty();
    Triple other = Triple.create(thing, OWL2.differentFrom.asNode(), thing);
    assertThat(Program.of(rules, List.of(other)).equality()).isFalse();
    assertThat(Program.of(rules).strata()).hasSize(1);
  }

  @Test
  void a_rule_that_equates_makes_a_program_with_equality() {
    assertThat(Program.of(rules("[a: (?x e:a ?y) -> (?y e:a ?x)]")).equality()).isFalse();
    Program program = Program.of(rules("[a: (?x e:a ?y) -> (?y owl:sameAs ?x)]"));
    assertThat(program.equality()).isTrue();
    assertThat(new Program(program.strata())).isEqualTo(program);
  }

  @Test
  void a_long_cycle_through_one_negation_names_its_rules_and_no_others() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      texts.add("[r" + i + ": (?x e:p" + i + " ?y) -> (?x e:p" + (i + 1) + " ?y)]");
    }
    texts.add("[above: (?x e:p3 ?y) noValue(?x e:p4 ?y) -> (?x e:above ?y)]");
    texts.add("[below: (?x e:z ?y) -> (?x e:p0 ?y)]");
    texts.add("[back: (?x e:z ?y) noValue(?x e:p30 ?y) -> (?x e:p20 ?y)]");

    MesagraphException failure =
        catchThrowableOfType(MesagraphException.class, () -> strata(texts.toArray(String[]::new)));

    assertThat(failure.problems())
        .extracting(Problem::what)
        .containsExactly(
            "rule back negates what depends on its own conclusion, in the cycle back, r20, r21,"
                + " r22, r23, r24, r25, r26, r27, r28, r29");
  }

  private static List<List<String>> strata(String... texts) {
    return Program.of(rules(texts)).strata().stream()
        .map(stratum -> stratum.stream().map(Rule::name).toList())
        .toList();
  }

  private static List<Rule> rules(String... texts) {
    StringBuilder text =
        new StringBuilder(
            "@prefix e: <https://example.org/>.\n"
                + "@prefix owl: <http://www.w3.org/2002/07/owl#>.\n"
                + "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>.\n");
    for (String rule : texts) {
      text.append("# A rule.\n").append(rule).append('\n');
    }
    List<Problem> problems = new ArrayList<>();
    List<Rule> rules = RuleFile.parse(List.of(new RuleText("a.rules", text.toString())), problems);
    assertThat(problems).isEmpty();
    return rules;
  }
}
