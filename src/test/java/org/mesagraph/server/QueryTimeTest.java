package org.mesagraph.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A query that asks for too much gets a refusal, and never a part of its answer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueryTimeTest {

  private static final String MANY =
      IntStream.range(0, 900).mapToObj(String::valueOf).collect(joining(" ", "{ ", " }"));

  private static Server server;
  private static Asking asking;

  @BeforeAll
  static void start() {
    server = Asking.start(Duration.ofMillis(300));
    asking = new Asking(server.port());
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @TestFactory
  Stream<DynamicTest> a_query_that_takes_too_long_is_stopped() {
    return Stream.of(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a",
            "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(CONCAT(STR(?a), STR(?d)) = 'none') }",
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(STR(?a), STR(?d)) = 'none') }",
            "SELECT * { { ?a ?b ?c . ?d ?e ?f } MINUS { ?a ?b ?c . ?d ?e ?f } }",
            "SELECT * { VALUES ?a "
                + MANY
                + " VALUES ?b "
                + MANY
                + " VALUES ?c "
                + MANY
                + " FILTER(?a + ?b + ?c < 0) }",
            "SELECT DISTINCT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(STR(?a), STR(?d)) = 'none') }")
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query.replace(MANY, "{ … }"),
                    () -> {
                      HttpResponse<String> response = asking.sparql(query);
                      assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
                      assertThat(Asking.problem(response).getString("detail")).contains("too long");
                      assertThat(response.headers().firstValue("Retry-After")).isPresent();
                    }));
  }

  @Test
  void a_caller_cannot_raise_the_limit() {
    String query = Asking.encode("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");

    assertThat(asking.get("/sparql?timeout=60&query=" + query).statusCode()).isEqualTo(503);
  }

  @Test
  void the_server_answers_afterwards() {
    asking.sparql("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");

    assertThat(asking.ask("ASK { ?s ?p ?o }")).isTrue();
  }

  @Test
  void an_answer_with_too_many_rows_is_refused_whole() {
    Server patient = Asking.start();
    try {
      HttpResponse<String> response =
          new Asking(patient.port()).sparql("SELECT * { ?a ?b ?c . ?d ?e ?f }");

      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(Asking.problem(response).getString("detail"))
          .isEqualTo("more than 100000 rows – ask for a part of them with LIMIT and OFFSET");
    } finally {
      patient.stop();
    }
  }
}
