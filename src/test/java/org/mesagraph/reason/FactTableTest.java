package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/** Tables that are copied without copying, and found again by any terms that are given. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FactTableTest {

  private static final int MANY = 5_000;
  private static final int TERMS = 40;

  @Test
  void pages_that_are_shared_are_copied_before_they_are_written() {
    IntPages original = new IntPages();
    original.grow(MANY);
    original.set(17, 1);
    original.set(MANY - 1, 2);
    IntPages copy = new IntPages(original);
    IntPages other = new IntPages(original);

    copy.set(17, 3);
    copy.grow(2 * MANY);
    copy.set(2 * MANY - 1, 4);

    assertThat(original.get(17)).isEqualTo(1);
    assertThat(other.get(17)).isEqualTo(1);
    assertThat(copy.get(17)).isEqualTo(3);
    assertThat(copy.get(MANY - 1)).isEqualTo(2);
    assertThat(copy.get(2 * MANY - 1)).isEqualTo(4);
  }

  @Test
  void a_term_keeps_its_number_and_a_copy_gives_its_own() {
    Dictionary original = new Dictionary();
    for (int i = 1; i <= MANY; i++) {
      assertThat(original.intern(term(i))).isEqualTo(i);
    }
    Dictionary one = new Dictionary(original);
    Dictionary other = new Dictionary(original);

    assertThat(one.intern(term(MANY + 1))).isEqualTo(MANY + 1);
    assertThat(other.intern(term(MANY + 2))).isEqualTo(MANY + 1);
    assertThat(one.term(MANY + 1)).isEqualTo(term(MANY + 1));
    assertThat(other.find(term(MANY + 1))).isZero();
    assertThat(original.find(term(MANY + 1))).isZero();
    assertThat(one.intern(term(3))).isEqualTo(3);
    assertThat(original.size()).isEqualTo(MANY);
  }

  @Test
  void terms_are_told_apart_as_terms_and_not_by_value() {
    Dictionary terms = new Dictionary();
    Node one = NodeFactory.createLiteralByValue(1);
    Node padded = NodeFactory.createLiteralDT("01", one.getLiteralDatatype());

    assertThat(terms.intern(one)).isNotEqualTo(terms.intern(padded));
  }

  @Test
  void facts_are_found_by_any_terms_that_are_given() {
    FactTable table = table();
    for (int pattern = 0; pattern < 8; pattern++) {
      int subject = (pattern & 1) == 0 ? 0 : 7;
      int predicate = (pattern & 2) == 0 ? 0 : 3;
      int object = (pattern & 4) == 0 ? 0 : 11;
      List<Integer> expected = new ArrayList<>();
      for (int fact = 1; fact <= table.last(); fact++) {
        if (table.holds(fact)
            && (subject == 0 || table.subject(fact) == subject)
            && (predicate == 0 || table.predicate(fact) == predicate)
            && (object == 0 || table.object(fact) == object)) {
          expected.add(fact);
        }
      }
      if (pattern != 7) {
        assertThat(all(table, subject, predicate, object)).as("%d", pattern).isEqualTo(expected);
      }
      assertThat(table.expected(subject, predicate, object))
          .isGreaterThanOrEqualTo(expected.size());
    }
  }

  @Test
  void a_copy_changes_without_its_original() {
    FactTable original = table();
    List<Integer> before = all(original, 0, 0, 0);
    FactTable copy = new FactTable(original);

    int removed = before.get(10);
    copy.remove(removed);
    int added = copy.assertNew(TERMS, TERMS, TERMS);

    assertThat(all(original, 0, 0, 0)).isEqualTo(before);
    assertThat(original.find(TERMS, TERMS, TERMS)).isZero();
    assertThat(original.holding()).isEqualTo(before.size());
    assertThat(all(copy, 0, 0, 0)).contains(added).doesNotContain(removed).hasSameSizeAs(before);
  }

  @Test
  void packing_keeps_what_holds_in_its_order() {
    FactTable table = table();
    for (int fact = 1; fact <= table.last(); fact += 3) {
      if (table.holds(fact)) {
        table.remove(fact);
      }
    }
    List<List<Integer>> before = terms(table);

    FactTable packed = table.pack(null);

    assertThat(packed.last()).isEqualTo(before.size()).isLessThan(table.last());
    assertThat(terms(packed)).isEqualTo(before);
    assertThat(packed.asserted()).isEqualTo(table.asserted());
  }

  @Test
  void a_table_that_is_full_refuses_one_more_and_stays_as_it_is() {
    FactTable table = new FactTable(3);
    table.assertNew(1, 2, 3);
    table.assertNew(1, 2, 4);
    table.hold(1, 2, 5);
    FactTable copy = new FactTable(table);

    assertThatThrownBy(() -> copy.assertNew(1, 2, 6))
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("more facts than fit into one table of 3")
        .extracting(e -> ((MesagraphException) e).kind())
        .isEqualTo(Kind.LIMIT);
    assertThat(copy.asserted()).isEqualTo(2);
    assertThat(all(copy, 0, 0, 0)).containsExactly(1, 2, 3);
  }

  @Test
  void reasons_that_do_not_fit_are_refused_before_their_places_overflow() {
    FactTable table = new FactTable(2);
    int first = table.assertNew(1, 2, 3);
    int[] premises = new int[CompiledRule.MOST];
    Arrays.fill(premises, first);

    int second = table.derive(1, 2, 4, 0, premises, 6);

    assertThat(table.premise(table.justification(second), 5)).isEqualTo(first);
    assertThatThrownBy(() -> table.derive(1, 2, 5, 0, premises, 1))
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("more reasons for facts than fit");
    assertThat(table.find(1, 2, 5)).isZero();
  }

  private static FactTable table() {
    FactTable table = new FactTable();
    int number = 1;
    for (int i = 0; i < MANY; i++) {
      number = number * 1_103_515_245 + 12_345;
      int subject = 1 + (number >>> 8) % TERMS;
      int predicate = 1 + (number >>> 16) % 5;
      int object = 1 + (number >>> 20) % TERMS;
      if (table.find(subject, predicate, object) == 0) {
        table.assertNew(subject, predicate, object);
      } else if (i % 5 == 0) {
        table.remove(table.find(subject, predicate, object));
      }
    }
    return table;
  }

  private static List<Integer> all(FactTable table, int subject, int predicate, int object) {
    Cursor cursor = new Cursor(table, subject, predicate, object);
    List<Integer> found = new ArrayList<>();
    for (int fact = cursor.next(); fact != 0; fact = cursor.next()) {
      found.add(fact);
    }
    return found;
  }

  private static List<List<Integer>> terms(FactTable table) {
    return all(table, 0, 0, 0).stream()
        .map(fact -> List.of(table.subject(fact), table.predicate(fact), table.object(fact)))
        .toList();
  }

  private static Node term(int number) {
    return NodeFactory.createURI("https://example.org/" + number);
  }
}
