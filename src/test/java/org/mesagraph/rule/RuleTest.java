package org.mesagraph.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.Place;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleTest {

  private static final Node X = NodeFactory.createVariable("x");
  private static final Node Y = NodeFactory.createVariable("y");
  private static final Node P = NodeFactory.createURI("https://example.org/p");
  private static final Node TEXT = NodeFactory.createLiteralString("text");
  private static final Node BLANK = NodeFactory.createBlankNode();
  private static final Atom PATTERN = new Atom.Pattern(Triple.create(X, P, P));

  @Test
  void a_rule_keeps_a_copy_of_its_body() {
    List<Atom> body = new ArrayList<>(List.of(PATTERN));
    Rule rule = rule(body, Triple.create(X, P, X));
    body.clear();

    assertThat(rule.body()).containsExactly(PATTERN);
    assertThat(rule.patterns()).containsExactly(Triple.create(X, P, P));
  }

  @Test
  void refuses_a_body_without_a_pattern() {
    assertRefused(List.of(), Triple.create(P, P, P), "rule r has no pattern in its body");
    assertRefused(
        List.of(new Atom.Absent(Triple.create(P, P, P))),
        Triple.create(P, P, P),
        "rule r has no pattern in its body");
  }

  @Test
  void refuses_a_head_about_what_only_a_negated_condition_mentions() {
    assertRefused(
        List.of(PATTERN, new Atom.Absent(Triple.create(X, P, Y))),
        Triple.create(X, P, Y),
        "rule r concludes about ?y, which its body does not bind");
  }

  @Test
  void refuses_to_compare_what_no_pattern_binds() {
    assertRefused(
        List.of(PATTERN, new Atom.Comparison(Comparator.EQUAL, X, Y)),
        Triple.create(X, P, X),
        "rule r compares a variable that no pattern of its body binds");
  }

  @Test
  void refuses_predicates_that_are_no_iris() {
    String message = "rule r has a predicate that is no IRI";
    for (Node predicate : List.of(TEXT, BLANK)) {
      Triple triple = Triple.create(X, predicate, X);
      assertRefused(List.of(PATTERN), triple, message);
      assertRefused(List.of(new Atom.Pattern(triple)), Triple.create(X, P, X), message);
      assertRefused(List.of(PATTERN, new Atom.Absent(triple)), Triple.create(X, P, X), message);
    }
  }

  @Test
  void a_head_may_have_a_variable_as_predicate() {
    Atom any = new Atom.Pattern(Triple.create(X, Y, P));

    assertThat(rule(List.of(any), Triple.create(P, Y, X)).head().getPredicate()).isEqualTo(Y);
    assertRefused(
        List.of(PATTERN),
        Triple.create(X, Y, X),
        "rule r concludes about ?y, which its body does not bind");
  }

  @Test
  void refuses_literals_as_subjects() {
    String message = "rule r has a literal as subject";
    Triple triple = Triple.create(TEXT, P, P);
    assertRefused(List.of(PATTERN), triple, message);
    assertRefused(List.of(PATTERN, new Atom.Pattern(triple)), Triple.create(X, P, X), message);
    assertRefused(List.of(PATTERN, new Atom.Absent(triple)), Triple.create(X, P, X), message);
  }

  private static void assertRefused(List<Atom> body, Triple head, String message) {
    assertThatThrownBy(() -> rule(body, head))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static Rule rule(List<Atom> body, Triple head) {
    return new Rule("r", "A rule.", Place.of("a.rules"), body, head);
  }
}
