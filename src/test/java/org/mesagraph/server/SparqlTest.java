package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.RealProject;
import org.mesagraph.store.Snapshot;

/** SPARQL queries over HTTP: the ways to send one, the formats, and what can be seen. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SparqlTest {

  private static final String STUDIES =
      "SELECT ?study WHERE { ?study a <https://w3id.org/mesagraph/ontology/Study> } ORDER BY ?study";
  private static final String EVIDENCES =
      "<https://w3id.org/mesagraph/study/sleeper-agents>"
          + " <https://w3id.org/mesagraph/ontology/evidences>"
          + " <https://w3id.org/mesagraph/concept/pseudo-alignment>";

  private static Server server;
  private static Asking asking;

  @BeforeAll
  static void start() {
    server = Asking.start();
    asking = new Asking(server.port());
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void a_query_may_come_by_get_as_a_form_or_as_itself() {
    String body = asking.sparql(STUDIES).body();

    assertThat(body).contains("study/sleeper-agents");
    assertThat(
            asking
                .send(
                    "POST",
                    "/sparql",
                    "query=" + Asking.encode(STUDIES),
                    "Content-Type",
                    "application/x-www-form-urlencoded")
                .body())
        .isEqualTo(body);
    assertThat(
            asking
                .send("POST", "/sparql", STUDIES, "Content-Type", "application/sparql-query")
                .body())
        .isEqualTo(body);
  }

  @TestFactory
  Stream<DynamicTest> results_come_in_the_format_asked_for() {
    return Map.of(
            "application/sparql-results+json", "{ \"head\"",
            "application/sparql-results+xml", "<?xml",
            "text/csv", "study\r\nhttps://w3id.org/mesagraph/study/",
            "text/tab-separated-values", "?study\n<https://w3id.org/mesagraph/study/")
        .entrySet()
        .stream()
        .map(
            format ->
                DynamicTest.dynamicTest(
                    format.getKey(),
                    () -> {
                      HttpResponse<String> response =
                          asking.sparql(STUDIES, "Accept", format.getKey());
                      assertThat(response.statusCode()).isEqualTo(200);
                      assertThat(Asking.type(response)).startsWith(format.getKey());
                      assertThat(response.body()).startsWith(format.getValue());
                    }));
  }

  @Test
  void ask_answers_yes_or_no() {
    assertThat(asking.ask("ASK { " + EVIDENCES + " }")).isTrue();
    assertThat(asking.ask("ASK { <urn:x:nothing> ?p ?o }")).isFalse();
  }

  @Test
  void construct_answers_with_triples() {
    HttpResponse<String> response =
        asking.sparql(
            "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . FILTER(?s ="
                + " <https://w3id.org/mesagraph/study/sleeper-agents>) }",
            "Accept",
            "text/turtle");

    assertThat(Asking.type(response)).startsWith("text/turtle");
    assertThat(parse(response.body(), Lang.TURTLE).contains(evidences())).isTrue();
  }

  @Test
  void the_default_graph_holds_what_is_stated_and_what_follows() {
    Snapshot snapshot = RealProject.snapshot();
    Set<Triple> stated = snapshot.base().triples();
    List<Triple> follows = snapshot.closure().inferred();
    Graph served =
        parse(
            asking
                .sparql("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "Accept", "text/turtle")
                .body(),
            Lang.TURTLE);
    Set<Triple> named = new HashSet<>();
    Stream.concat(stated.stream(), follows.stream())
        .filter(triple -> !triple.getSubject().isBlank() && !triple.getObject().isBlank())
        .forEach(named::add);

    assertThat(served.size()).isEqualTo(stated.size() + follows.size());
    assertThat(named).allMatch(served::contains);
  }

  @Test
  void nothing_is_counted_twice_in_the_union_of_the_graphs() {
    Snapshot snapshot = RealProject.snapshot();
    int all = snapshot.base().triples().size() + snapshot.closure().inferred().size();

    assertThat(asking.value("SELECT (COUNT(*) AS ?value) { ?s ?p ?o }"))
        .isEqualTo(String.valueOf(all));
    assertThat(asking.value("SELECT (COUNT(*) AS ?value) { ?s ?p ?o . ?s ?p ?o }"))
        .isEqualTo(String.valueOf(all));
    assertThat(
            asking.value(
                "SELECT (COUNT(*) AS ?value) { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }"))
        .isEqualTo(String.valueOf(all));
    int repeated =
        snapshot.base().statements().size()
            - (int)
                snapshot.base().statements().stream()
                    .map(statement -> List.of(statement.graph(), statement.triple()))
                    .distinct()
                    .count();
    assertThat(
            asking.value(
                "SELECT (COUNT(*) AS ?value) { GRAPH ?g { ?s ?p ?o }"
                    + " FILTER (!STRENDS(STR(?g), 'sparql-examples')) }"))
        .isEqualTo(
            String.valueOf(
                snapshot.base().statements().size()
                    - repeated
                    + snapshot.closure().inferred().size()));
  }

  @Test
  void what_follows_has_a_graph_of_its_own() {
    String inferred = "<" + Snapshot.INFERRED_GRAPH.getURI() + ">";

    assertThat(asking.ask("ASK { GRAPH " + inferred + " { " + EVIDENCES + " } }")).isTrue();
    assertThat(asking.ask("ASK { GRAPH ?g { " + EVIDENCES + " } FILTER(?g != " + inferred + ") }"))
        .isFalse();
    assertThat(asking.value("SELECT (COUNT(*) AS ?value) FROM " + inferred + " WHERE { ?s ?p ?o }"))
        .isEqualTo(String.valueOf(RealProject.snapshot().closure().inferred().size()));
    assertThat(asking.ask("ASK { GRAPH " + inferred + " { ?s ?p ?o } . ?s ?p ?o }")).isTrue();
  }

  @Test
  void a_wrong_query_is_refused_with_problem_details_in_utf_8() {
    HttpResponse<String> response = asking.sparql("SELECT “étude” {");

    assertThat(response.statusCode()).isEqualTo(400);
    JsonObject problem = Asking.problem(response);
    assertThat(problem.getString("detail")).contains("not a SPARQL 1.1 query", "line 1, column 8");
    assertThat(problem.get("line").getAsNumber().value().intValue()).isEqualTo(1);
    assertThat(problem.get("column").getAsNumber().value().intValue()).isEqualTo(8);
    assertThat(problem.getString("token")).isEqualTo("“");

    HttpResponse<String> unknownPrefix = asking.sparql("SELECT * { ?é schön:ist ?x }");
    assertThat(unknownPrefix.statusCode()).isEqualTo(400);
    assertThat(Asking.problem(unknownPrefix).getString("detail")).contains("schön:ist");
  }

  @Test
  void a_query_that_is_empty_is_a_bad_request() {
    assertThat(asking.get("/sparql?query=").statusCode()).isEqualTo(400);
    assertThat(Asking.problem(asking.get("/sparql?query=")).getString("detail"))
        .contains("/sparql?query=…");
    assertThat(
            asking.send("POST", "/sparql", "", "Content-Type", "application/x-www-form-urlencoded"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(400);
  }

  @TestFactory
  Stream<DynamicTest> only_the_standard_language_is_understood() {
    return Stream.of(
            "SELECT * { LET (?x := 1) }",
            "SELECT * { ?s <urn:x:p>{1000000} ?o }",
            "JSON { \"s\": ?s } WHERE { ?s ?p ?o }",
            "SELECT * { ?s ?p ?o LATERAL { ?a ?b ?c } }")
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query,
                    () -> {
                      HttpResponse<String> response = asking.sparql(query);
                      assertThat(response.statusCode()).isEqualTo(400);
                      assertThat(Asking.problem(response).getString("detail"))
                          .contains("SPARQL 1.1");
                    }));
  }

  private static Triple evidences() {
    return parse(EVIDENCES + " .", Lang.NTRIPLES).find().next();
  }

  private static Graph parse(String text, Lang format) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, format).parse(graph);
    return graph;
  }
}
