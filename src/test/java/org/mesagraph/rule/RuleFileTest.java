package org.mesagraph.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;
import org.mesagraph.base.RuleText;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleFileTest {

  private static final String TEXT =
      """
      # What the file is about.

      @prefix e: <https://example.org/>.

      # A first rule,
      # described in two lines.
      [first:
        (?x e:p ?y)
        # said inside
        notEqual(?x, ?y)
        noValue(?x e:r)
        noValue(?x e:s "it's: fine")
        -> (?x e:q ?y)]
      # The next.
      [second: (?x <https://example.org/p> ?y) -> (?x e:q ?y) (?y e:q ?x)]
      """;

  @Test
  void a_rule_has_its_name_its_line_and_the_comment_above_it() {
    assertThat(parse(TEXT))
        .extracting(rule -> rule.place() + " " + rule.name() + ": " + rule.description())
        .containsExactly(
            "a.rules:7 first: A first rule, described in two lines.",
            "a.rules:15 second: The next.",
            "a.rules:15 second: The next.");
  }

  @Test
  void windows_line_ends_change_nothing() {
    assertThat(parse(TEXT.replace("\n", "\r\n"))).isEqualTo(parse(TEXT));
  }

  @Test
  void conditions_keep_their_order_and_kind() {
    Rule first = parse(TEXT).get(0);

    assertThat(first.body())
        .extracting(atom -> atom.getClass().getSimpleName())
        .containsExactly("Pattern", "Comparison", "Absent", "Absent");
    assertThat(first.body().get(3).terms().get(2))
        .isEqualTo(NodeFactory.createLiteralString("it's: fine"));
    assertThat(first.patterns()).hasSize(1);
  }

  @Test
  void a_rule_with_two_heads_becomes_two_rules() {
    assertThat(parse(TEXT).subList(1, 3))
        .extracting(rule -> rule.head().getSubject().getName())
        .containsExactly("x", "y");
  }

  @Test
  void an_empty_file_has_no_rules() {
    assertThat(parse("")).isEmpty();
    assertThat(parse("# Only a comment.\n")).isEmpty();
  }

  @Test
  void good_rules_are_read_beside_bad_ones() {
    List<Problem> problems = new ArrayList<>();
    List<Rule> rules =
        RuleFile.parse(
            List.of(new RuleText("a.rules", TEXT + "\n[bad: (?x e:p ?y) -> (?x e:q ?y)]\n")),
            problems);

    assertThat(rules).hasSize(3);
    assertThat(problems).extracting(Problem::place).containsExactly(new Place("a.rules", 17));
  }

  private static List<Rule> parse(String text) {
    List<Problem> problems = new ArrayList<>();
    List<Rule> rules = RuleFile.parse(List.of(new RuleText("a.rules", text)), problems);
    assertThat(problems).isEmpty();
    return rules;
  }
}
