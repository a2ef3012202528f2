package org.mesagraph.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.guard.QueryRefused.Reason;

/** Queries that may be asked get the answer that they have without a guard. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuardTest {

  private static final Guard GUARD = Small.guard(Duration.ofSeconds(20));
  private static final DatasetGraph DATASET = Small.dataset(100);

  @AfterAll
  static void close() {
    GUARD.close();
  }

  private static QueryAnswer ask(String text) {
    return Small.ask(GUARD, DATASET, text);
  }

  private static String value(String expression) {
    QueryAnswer.Rows rows = (QueryAnswer.Rows) ask("SELECT (" + expression + " AS ?value) {}");
    Node value = rows.rows().get(0).get("value");
    return value == null ? "unbound" : value.toString();
  }

  @Test
  void rows_truth_and_triples_are_found() {
    QueryAnswer rows = ask("SELECT ?s ?n { ?s <number> ?n FILTER(?n < 10) } ORDER BY DESC(?n)");
    assertThat(rows).isInstanceOf(QueryAnswer.Rows.class);
    assertThat(((QueryAnswer.Rows) rows).rows()).hasSize(5);
    assertThat(((QueryAnswer.Rows) rows).rows().get(0).get("s")).isEqualTo(Small.node("thing8"));
    assertThat(ask("ASK { ?s <number> 4 }")).isEqualTo(new QueryAnswer.Truth(true));
    assertThat(ask("ASK { ?s <number> 5 }")).isEqualTo(new QueryAnswer.Truth(false));
    QueryAnswer made = ask("CONSTRUCT { ?o <isKnownBy> ?s } WHERE { ?s <knows> ?o }");
    assertThat(((QueryAnswer.Triples) made).triples()).hasSize(50);
  }

  @Test
  void describe_gives_what_is_said_about_things_and_their_blank_nodes() {
    QueryAnswer.Triples one = (QueryAnswer.Triples) ask("DESCRIBE <thing2>");
    QueryAnswer.Triples some =
        (QueryAnswer.Triples)
            ask("DESCRIBE ?s <thing0> { ?s <number> ?n FILTER(?n < 6 && ?n > 0) }");

    assertThat(one.triples())
        .hasSize(5)
        .allMatch(triple -> triple.getSubject().equals(Small.node("thing2")));
    assertThat(some.triples())
        .extracting(Triple::getSubject)
        .contains(Small.node("thing0"), Small.node("thing4"));
    assertThat(some.triples()).hasSize(15);
  }

  @Test
  void named_graphs_are_seen_and_chosen() {
    assertThat(ask("ASK { GRAPH <g> { ?s <number> 5 } }")).isEqualTo(new QueryAnswer.Truth(true));
    assertThat(ask("ASK FROM <g> { ?s <number> 5 }")).isEqualTo(new QueryAnswer.Truth(true));
    assertThat(ask("ASK FROM NAMED <g> { ?s <number> 5 }")).isEqualTo(new QueryAnswer.Truth(false));
    GuardedQuery query = GUARD.query("ASK { ?s <number> 5 }", Small.BASE, Small.KNOWN);
    NamedGraphs graphs = new NamedGraphs(List.of(Small.BASE + "g"), List.of());
    assertThat(GUARD.answer(DATASET, query, graphs, Duration.ofSeconds(9)))
        .isEqualTo(new QueryAnswer.Truth(true));
  }

  @Test
  void a_graph_that_is_not_there_is_refused() {
    for (String graph : List.of("file:///etc/passwd", "http://127.0.0.1:1/x", "gg")) {
      assertThatThrownBy(() -> ask("ASK FROM <" + graph + "> { ?s ?p ?o }"))
          .isInstanceOf(QueryRefused.class)
          .hasMessageContaining("no graph <")
          .hasMessageContaining("none is fetched");
    }
    assertThatThrownBy(() -> ask("ASK FROM NAMED <gg> { ?s ?p ?o }"))
        .hasMessageEndingWith("did you mean https://example.org/g?");
  }

  @Test
  void functions_work_as_without_a_guard() {
    assertThat(value("CONCAT('a', 'b', STR(7))")).isEqualTo("\"ab7\"");
    assertThat(value("REPLACE('banana', 'a(n)', '<$1>')")).isEqualTo("\"b<n><n>a\"");
    assertThat(value("REPLACE('Abc'@en, 'B', 'x', 'i')")).isEqualTo("\"Axc\"@en");
    assertThat(value("REGEX('Deceptive alignment', '^decep.*\\\\bal', 'i')")).contains("true");
    assertThat(value("REGEX('a.c', 'a.c', 'q') && ! REGEX('abc', 'a.c', 'q')")).contains("true");
    assertThat(value("REGEX('ab c', 'b \\\\s [ c]', 'x')")).contains("true");
    assertThat(value("REGEX('abc', CONCAT('(', ''))")).isEqualTo("unbound");
    assertThat(value("<http://www.w3.org/2001/XMLSchema#integer>('7') + 1")).contains("8");
    assertThat(value("<http://www.w3.org/2005/xpath-functions#upper-case>('a')")).contains("A");
    assertThat(value("IF(BOUND(?x), 1, COALESCE(?y, SUBSTR('hello', 2, 3)))")).contains("ell");
    assertThat(value("IRI('thing')")).isEqualTo("https://example.org/thing");
    assertThat(value("STRBEFORE('a-b', '-')")).contains("a");
    assertThat(value("6 * 7 / 2")).contains("21");
  }

  @Test
  void a_pattern_is_measured_by_what_its_counts_make_of_it() {
    assertThat(value("REGEX(STRUUID(), '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', 'i')"))
        .contains("true");
    assertThat(value("REGEX('aa', '^[a}{9]{1,999}(b{500})?$')")).contains("true");
    for (String pattern : List.of("(a{50}){41}", "((a{9}){20}b{9}){12}", "(a{1,}|[(]{700}){3}")) {
      assertThatThrownBy(() -> value("REGEX('a', '" + pattern + "')"))
          .isInstanceOf(QueryRefused.class)
          .hasMessageContaining("stands for more than 2000");
    }
  }

  @Test
  void every_condition_of_having_counts() {
    QueryAnswer.Rows rows =
        (QueryAnswer.Rows)
            ask("SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 1) (COUNT(*) > 1000)");

    assertThat(rows.rows()).isEmpty();
  }

  @Test
  void groups_and_exists_work_as_without_a_guard() {
    QueryAnswer.Rows rows =
        (QueryAnswer.Rows)
            ask(
                "SELECT ?b (COUNT(*) AS ?n) (GROUP_CONCAT(STR(?i); SEPARATOR=',') AS ?all)"
                    + " (COUNT(DISTINCT ?l) AS ?d) { ?s <is> ?b ; <number> ?i ; <label> ?l"
                    + " FILTER(?i < 5) FILTER EXISTS { ?s <knows> ?x }"
                    + " FILTER NOT EXISTS { ?s <knows> <nobody> } } GROUP BY ?b HAVING(COUNT(*) > 2)");

    assertThat(rows.rows()).hasSize(1);
    assertThat(rows.rows().get(0).get("n").toString()).contains("3");
    assertThat(rows.rows().get(0).get("d").toString()).contains("3");
    assertThat(rows.rows().get(0).get("all").getLiteralLexicalForm().split(","))
        .containsExactlyInAnyOrder("0", "2", "4");
  }

  @Test
  void rows_come_in_their_order() {
    QueryAnswer.Rows rows =
        (QueryAnswer.Rows)
            ask("SELECT ?n ?none { ?s <number> ?n } ORDER BY DESC(?n > 90) ?none (0 - ?n) ?s");

    assertThat(rows.rows())
        .extracting(row -> row.get("n").getLiteralLexicalForm())
        .startsWith("98", "96", "94", "92", "90", "88")
        .endsWith("2", "0");
  }

  @Test
  void what_changes_with_every_call_is_known() {
    assertThat(GUARD.query("SELECT * { ?s ?p ?o }", Small.BASE, Small.KNOWN).isRepeatable())
        .isTrue();
    for (String volatileQuery :
        List.of(
            "SELECT (NOW() AS ?x) {}",
            "SELECT * { ?s ?p ?o } ORDER BY RAND()",
            "SELECT (COUNT(UUID()) AS ?n) { ?s ?p ?o }",
            "ASK { FILTER EXISTS { ?s ?p ?o FILTER(STRUUID() = ?o) } }",
            "SELECT (BNODE() AS ?b) {}",
            "CONSTRUCT { [] <p> ?s } WHERE { ?s ?p ?o }")) {
      assertThat(GUARD.query(volatileQuery, Small.BASE, Small.KNOWN).isRepeatable())
          .as(volatileQuery)
          .isFalse();
    }
  }

  @Test
  void an_answer_that_is_too_large_is_refused_whole() {
    Bounds few = Bounds.usual(Duration.ofSeconds(20)).with(new Bounds.Answers(10, 20, 2_000));
    try (Guard guard = Guard.of(few)) {
      assertThatThrownBy(() -> Small.ask(guard, DATASET, "SELECT ?s { ?s <is> ?o }"))
          .isInstanceOfSatisfying(
              QueryRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_MUCH))
          .hasMessageContaining("more than 10 rows");
      assertThatThrownBy(() -> Small.ask(guard, DATASET, "CONSTRUCT WHERE { ?s ?p ?o }"))
          .hasMessageContaining("more than 20 triples");
      assertThatThrownBy(
              () ->
                  Small.ask(
                      guard,
                      DATASET,
                      "SELECT (REPLACE('"
                          + "a".repeat(300)
                          + "', 'a', 'aa') AS ?x)"
                          + " { ?s <is> ?o } LIMIT 5"))
          .hasMessageContaining("more than 2000 bytes");
      assertThat(
              ((QueryAnswer.Rows) Small.ask(guard, DATASET, "SELECT ?s { ?s <is> ?o } LIMIT 10"))
                  .rows())
          .hasSize(10);
    }
  }
}
