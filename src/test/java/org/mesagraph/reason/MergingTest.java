package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.Place;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Comparator;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** Changes of what is the same that random ones seldom come upon. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MergingTest {

  private static final double NEVER_AFRESH = 1_000;

  /** A value may not be said of a value, so that the conclusion about it holds nowhere. */
  @Test
  void what_no_graph_holds_leads_to_no_clique() {
    List<Rule> rules =
        List.of(
            rule("?y near ?z", pattern("?y at ?x"), pattern("?z ?any ?x"), greater("?z", "?x")),
            rule("?v near ?x", pattern("?x costs ?v")),
            rule("?x same ?y", pattern("?x near ?y")));
    Closure closure = close(rules, "a same b", "a costs 5", "c at 3", "5 at 3");

    Revision revision = closure.revise(triples(), triples("a costs 5"));

    assertThat(revision.closure().contains(triple("b same a"))).isTrue();
    assertThat(revision.lost()).isEqualTo(triples("b costs 5"));
  }

  @Test
  void what_denies_that_a_thing_is_said_to_be_itself_follows_that_it_is_said() {
    List<Rule> rules =
        List.of(
            rule("?x unsaid ?y", pattern("?x is ?y"), new Atom.Absent(triple("?x same ?x"))),
            rule("?x same ?y", pattern("?x near ?y")));
    Closure closure = close(rules, "a is c", "b is c", "a same a");
    assertThat(closure.inferred()).isEqualTo(triples("b unsaid c"));

    Revision less = closure.revise(triples(), triples("a same a"));
    Revision more = closure.revise(triples("b same b"), triples());

    assertThat(less.gained()).isEqualTo(triples("a unsaid c"));
    assertThat(more.lost()).isEqualTo(triples("b unsaid c"));
    assertThat(more.closure().revise(triples(), triples("b same b")).gained())
        .isEqualTo(triples("b unsaid c"));
  }

  @Test
  void that_a_thing_with_two_names_is_itself_makes_a_difference_once_it_is_said() {
    List<Rule> rules =
        List.of(
            rule("?x said ?y", pattern("?x is ?y"), pattern("?x same ?x")),
            rule("?x unsaid ?y", pattern("?x is ?y"), new Atom.Absent(triple("?x same ?x"))),
            rule("?x same ?y", pattern("?x near ?y")));
    Closure closure = close(rules, "a is c", "a same b");
    assertThat(closure.contains(triple("b unsaid c"))).isTrue();

    Revision more = closure.revise(triples("a same a"), triples());
    Revision less = more.closure().revise(triples(), triples("a same a"));

    assertThat(more.gained()).isEqualTo(triples("a said c", "b said c"));
    assertThat(more.lost()).isEqualTo(triples("a unsaid c", "b unsaid c"));
    assertThat(less.closure().inferred()).isEqualTo(closure.inferred());
  }

  private static Closure close(List<Rule> rules, String... facts) {
    return new MaterializingReasoner(NEVER_AFRESH).close(Program.of(rules), triples(facts));
  }

  private static Rule rule(String head, Atom... body) {
    return new Rule("r", "Made up.", Place.of("test"), List.of(body), triple(head));
  }

  private static Atom pattern(String text) {
    return new Atom.Pattern(triple(text));
  }

  private static Atom greater(String left, String right) {
    return new Atom.Comparison(Comparator.GREATER_THAN, node(left), node(right));
  }

  private static List<Triple> triples(String... texts) {
    return new ArrayList<>(Arrays.stream(texts).map(MergingTest::triple).toList());
  }

  private static Triple triple(String text) {
    String[] words = text.split(" ");
    return Triple.create(node(words[0]), node(words[1]), node(words[2]));
  }

  private static Node node(String word) {
    if (word.startsWith("?")) {
      return NodeFactory.createVariable(word.substring(1));
    }
    if (word.matches("[0-9]+")) {
      return NodeFactory.createLiteralByValue(Integer.parseInt(word));
    }
    return word.equals("same") ? OWL.sameAs.asNode() : NodeFactory.createURI("urn:x:" + word);
  }
}
