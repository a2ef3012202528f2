package org.mesagraph.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ComparatorTest {

  /** Those of rules files. */
  private static final List<Comparator> COMPARATORS =
      Stream.of(Comparator.values()).filter(c -> c != Comparator.DIFFERENT_VALUES).toList();

  private static final Node ONE = literal("1", XSDDatatype.XSDinteger);
  private static final Node TWO = literal("2.0", XSDDatatype.XSDdouble);
  private static final Node EARLY = literal("2019-01-01T00:00:00Z", XSDDatatype.XSDdateTime);
  private static final Node LATE = literal("2019-01-02T00:00:00Z", XSDDatatype.XSDdateTime);
  private static final Node A = NodeFactory.createURI("https://example.org/a");
  private static final Node B = NodeFactory.createURI("https://example.org/b");

  @Test
  void of_two_values_in_order_every_comparison_knows() {
    assertOrdered(ONE, TWO);
    assertOrdered(literal("0.9", XSDDatatype.XSDdecimal), ONE);
    assertOrdered(EARLY, LATE);
    assertOrdered(
        literal("2019-01-01", XSDDatatype.XSDdate), literal("2019-01-02", XSDDatatype.XSDdate));
  }

  @Test
  void numbers_are_equal_whatever_their_type_and_spelling() {
    List<Node> ones =
        List.of(
            ONE,
            literal("01", XSDDatatype.XSDinteger),
            literal("1.0", XSDDatatype.XSDdecimal),
            literal("1.0e0", XSDDatatype.XSDdouble),
            literal("1", XSDDatatype.XSDfloat));
    for (Node left : ones) {
      for (Node right : ones) {
        assertEqual(left, right);
      }
    }
  }

  @Test
  void the_same_time_in_two_zones_is_equal() {
    assertEqual(EARLY, literal("2019-01-01T01:00:00+01:00", XSDDatatype.XSDdateTime));
  }

  @Test
  void what_has_no_order_is_equal_or_not_and_nothing_else() {
    assertUnordered(A, B);
    assertUnordered(A, ONE);
    assertUnordered(NodeFactory.createLiteralString("a"), NodeFactory.createLiteralString("b"));
    assertUnordered(NodeFactory.createLiteralString("1"), ONE);
    assertUnordered(ONE, EARLY);
    assertThat(Comparator.EQUAL.holds(A, A)).isTrue();
    assertThat(Comparator.NOT_EQUAL.holds(A, A)).isFalse();
    assertThat(Comparator.AT_MOST.holds(A, A)).isFalse();
  }

  @Test
  void a_time_without_a_zone_has_no_order_to_one_with_a_zone_on_that_day() {
    assertUnordered(EARLY, literal("2019-01-01T00:00:00", XSDDatatype.XSDdateTime));
  }

  @Test
  void a_date_is_no_time_and_a_year_is_no_date() {
    assertUnordered(
        literal("2019-01-01", XSDDatatype.XSDdate), literal("2019", XSDDatatype.XSDgYear));
    assertUnordered(
        literal("2019-01-01", XSDDatatype.XSDdate),
        literal("2019-01-01T00:00:00", XSDDatatype.XSDdateTime));
  }

  @Test
  void a_value_that_is_none_of_its_type_has_no_order() {
    assertUnordered(literal("x", XSDDatatype.XSDinteger), ONE);
    assertUnordered(
        literal("2019-02-30", XSDDatatype.XSDdate), literal("2019-01-01", XSDDatatype.XSDdate));
  }

  @Test
  void every_comparison_of_rules_files_is_found_by_its_name() {
    for (Comparator comparator : COMPARATORS) {
      assertThat(Comparator.named(comparator.builtin())).contains(comparator);
    }
    assertThat(Comparator.named("sum")).isEmpty();
  }

  @Test
  void values_differ_if_both_are_literals_and_not_equal() {
    Node text = NodeFactory.createLiteralString("1");
    assertThat(Comparator.DIFFERENT_VALUES.holds(ONE, text)).isTrue();
    assertThat(Comparator.DIFFERENT_VALUES.holds(EARLY, ONE)).isTrue();
    assertThat(Comparator.DIFFERENT_VALUES.holds(ONE, literal("2", XSDDatatype.XSDint))).isTrue();
    assertThat(Comparator.DIFFERENT_VALUES.holds(ONE, literal("1.0", XSDDatatype.XSDdecimal)))
        .isFalse();
    assertThat(Comparator.DIFFERENT_VALUES.holds(A, B)).isFalse();
    assertThat(Comparator.DIFFERENT_VALUES.holds(A, ONE)).isFalse();
    assertThat(Comparator.DIFFERENT_VALUES.holds(ONE, A)).isFalse();
  }

  private static void assertOrdered(Node less, Node more) {
    assertThat(holding(less, more))
        .containsExactly(Comparator.NOT_EQUAL, Comparator.LESS_THAN, Comparator.AT_MOST);
    assertThat(holding(more, less))
        .containsExactly(Comparator.NOT_EQUAL, Comparator.GREATER_THAN, Comparator.AT_LEAST);
  }

  private static void assertEqual(Node one, Node other) {
    assertThat(holding(one, other))
        .containsExactly(Comparator.EQUAL, Comparator.AT_MOST, Comparator.AT_LEAST);
  }

  private static void assertUnordered(Node one, Node other) {
    assertThat(holding(one, other)).containsExactly(Comparator.NOT_EQUAL);
    assertThat(holding(other, one)).containsExactly(Comparator.NOT_EQUAL);
  }

  private static List<Comparator> holding(Node left, Node right) {
    return COMPARATORS.stream().filter(c -> c.holds(left, right)).toList();
  }

  private static Node literal(String text, XSDDatatype datatype) {
    return NodeFactory.createLiteralDT(text, datatype);
  }
}
