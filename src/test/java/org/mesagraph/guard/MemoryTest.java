package org.mesagraph.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.guard.QueryRefused.Reason;

/** What a query holds is counted, and given back when it holds it no longer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MemoryTest {

  private static final Duration TIME = Duration.ofSeconds(30);
  private static final Bounds.Work LITTLE = new Bounds.Work(TIME, 5_000, 2_000, 50_000, 5_000);
  private static final Guard GUARD = Guard.of(Bounds.usual(TIME).with(LITTLE));
  private static final DatasetGraph DATASET = Small.dataset(1_000);

  @AfterAll
  static void close() {
    GUARD.close();
  }

  @TestFactory
  Stream<DynamicTest> a_query_that_holds_too_much_is_refused() {
    return Map.ofEntries(
            Map.entry("sorting", "SELECT * { ?s ?p ?o . ?s ?q ?r } ORDER BY ?s"),
            Map.entry("telling apart", "SELECT DISTINCT ?s ?p ?o ?q ?r { ?s ?p ?o . ?s ?q ?r }"),
            Map.entry("grouping", "SELECT ?s ?o (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ?o"),
            Map.entry(
                "grouping alone", "SELECT ?s ?o ?r { ?s ?p ?o . ?s ?q ?r } GROUP BY ?s ?o ?r"),
            Map.entry(
                "distinct values", "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o . ?s ?q ?r }"),
            Map.entry("distinct rows", "SELECT (COUNT(DISTINCT *) AS ?n) { ?s ?p ?o . ?s ?q ?r }"),
            Map.entry(
                "joining",
                "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o . ?s ?q ?r } { SELECT ?s { ?s <is> ?b } LIMIT 9 } }"),
            Map.entry(
                "taking away",
                "SELECT (COUNT(*) AS ?n) { ?s <is> ?b MINUS { ?s ?p ?o . ?s ?q ?r } }"),
            Map.entry("answering", "SELECT * { ?s ?p ?o . ?s ?q ?r }"),
            Map.entry("making triples", "CONSTRUCT { ?s ?p ?r } WHERE { ?s ?p ?o . ?s ?q ?r }"),
            Map.entry("describing", "DESCRIBE ?s { ?s ?p ?o }"),
            Map.entry("naming blank nodes", "SELECT (COUNT(BNODE('x')) AS ?n) { ?s ?p ?o }"),
            Map.entry("a path", "SELECT (COUNT(*) AS ?n) { ?s (<knows>|<likes>)* ?o }"),
            Map.entry("a long text", "SELECT (GROUP_CONCAT(?o) AS ?t) { ?s <label> ?o }"),
            Map.entry(
                "a long separator",
                "SELECT (GROUP_CONCAT(''; SEPARATOR='"
                    + "x".repeat(99)
                    + "') AS ?t) { ?s <is> ?o }"),
            Map.entry(
                "many long texts",
                "SELECT (COUNT(REPLACE('" + "a".repeat(500) + "', 'a', 'b')) AS ?n) { ?s ?p ?o }"))
        .entrySet()
        .stream()
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query.getKey(),
                    () -> {
                      QueryRefused refused =
                          catchThrowableOfType(
                              QueryRefused.class,
                              () -> Small.ask(GUARD, DATASET, query.getValue()));
                      assertThat(refused).isNotNull();
                      assertThat(refused.reason()).isEqualTo(Reason.TOO_HUNGRY);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> what_goes_by_is_not_held() {
    return Stream.of(
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?s ?q ?r }",
            "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o . ?s ?q ?r } GROUP BY ?p",
            "SELECT DISTINCT ?p { ?s ?p ?o . ?s ?q ?r }",
            "SELECT * { ?s ?p ?o . ?s ?q ?r } ORDER BY ?s LIMIT 10",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER NOT EXISTS { ?s <is> ?b MINUS { ?s <number> ?x } } }",
            "SELECT (COUNT(*) AS ?n) { ?s <is> ?b OPTIONAL { SELECT DISTINCT ?o { ?s <knows> ?o } LIMIT 5 } }")
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query, () -> assertThat(Small.ask(GUARD, DATASET, query)).isNotNull()));
  }

  @Test
  void where_memory_is_short_the_query_that_holds_the_most_is_stopped() {
    try (Running running = Running.watchingMemory(Bounds.usual(TIME).work());
        Running.Started small = running.start(TIME);
        Running.Started large = running.start(TIME);
        Running.Started idle = running.start(TIME)) {
      small.watch().hold(10);
      large.watch().hold(1_000);

      running.stopLargest();

      small.watch().check();
      idle.watch().check();
      assertThat(catchThrowableOfType(QueryCancelledException.class, large.watch()::check))
          .isNotNull();
      assertThat(large.watch().refusal().orElseThrow().reason()).isEqualTo(Reason.NO_MEMORY);
    }
  }
}
