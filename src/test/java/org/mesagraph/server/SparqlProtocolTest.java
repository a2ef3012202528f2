package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
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
import org.mesagraph.store.Snapshot;

/** The endpoint as HTTP sees it: formats, parameters, validators, and what is refused how. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SparqlProtocolTest {

  private static final String ONE = "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 1";
  private static final String MADE =
      "CONSTRUCT WHERE { ?s a <https://w3id.org/mesagraph/ontology/Study> }";

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

  @TestFactory
  Stream<DynamicTest> the_format_is_what_is_liked_best() {
    return Map.of(
            "", "application/sparql-results+json",
            "*/*", "application/sparql-results+json",
            "application/*", "application/sparql-results+json",
            "text/*", "text/csv",
            "text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml",
            "text/csv, application/sparql-results+xml;q=0.5", "text/csv",
            "application/json", "application/json",
            "text/turtle, text/tab-separated-values;q=0.1", "text/tab-separated-values",
            "text/turtle", "406",
            "image/png, text/csv;q=0", "406")
        .entrySet()
        .stream()
        .map(
            wish ->
                DynamicTest.dynamicTest(
                    "“" + wish.getKey() + "”",
                    () -> {
                      HttpResponse<String> response =
                          wish.getKey().isEmpty()
                              ? asking.sparql(ONE)
                              : asking.sparql(ONE, "Accept", wish.getKey());
                      if (wish.getValue().equals("406")) {
                        assertThat(response.statusCode()).isEqualTo(406);
                        assertThat(Asking.problem(response).getString("detail"))
                            .contains("text/csv (format=csv)", "sparql-results+json (format=srj)");
                      } else {
                        assertThat(Asking.type(response)).startsWith(wish.getValue());
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> triples_come_in_every_syntax() {
    Map<String, Lang> syntaxes =
        Map.of(
            "ttl", Lang.TURTLE,
            "nt", Lang.NTRIPLES,
            "jsonld", Lang.JSONLD,
            "rdf", Lang.RDFXML,
            "trig", Lang.TRIG,
            "nq", Lang.NQUADS);
    int size = parse(asking.sparql(MADE).body(), Lang.TURTLE);
    assertThat(size).isGreaterThan(5);
    return syntaxes.entrySet().stream()
        .map(
            syntax ->
                DynamicTest.dynamicTest(
                    syntax.getKey(),
                    () -> {
                      HttpResponse<String> named =
                          asking.get(
                              "/sparql?format="
                                  + syntax.getKey()
                                  + "&query="
                                  + Asking.encode(MADE));
                      HttpResponse<String> accepted =
                          asking.sparql(
                              MADE,
                              "Accept",
                              syntax.getValue().getContentType().getContentTypeStr());
                      assertThat(parse(named.body(), syntax.getValue())).isEqualTo(size);
                      assertThat(accepted.body()).isEqualTo(named.body());
                      assertThat(Asking.type(accepted)).isEqualTo(Asking.type(named));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> yes_and_no_come_in_every_format() {
    return Map.of("srj", "true", "srx", "<boolean>true", "csv", "true", "tsv", "true")
        .entrySet()
        .stream()
        .map(
            format ->
                DynamicTest.dynamicTest(
                    format.getKey(),
                    () ->
                        assertThat(
                                asking
                                    .get(
                                        "/sparql?format="
                                            + format.getKey()
                                            + "&query="
                                            + Asking.encode("ASK { ?s ?p ?o }"))
                                    .body())
                            .contains(format.getValue())));
  }

  @Test
  void without_a_query_programs_are_told_what_there_is_and_people_get_a_page() {
    HttpResponse<String> turtle = asking.get("/sparql", "Accept", "text/turtle");
    HttpResponse<String> page =
        asking.get("/sparql", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    assertThat(turtle.statusCode()).isEqualTo(200);
    assertThat(turtle.body())
        .contains("sd:Service", "http://127.0.0.1:" + server.port() + "/sparql")
        .contains("SPARQL_Results_JSON", "rows of an answer");
    assertThat(Asking.type(asking.get("/sparql"))).startsWith("text/turtle");
    assertThat(Asking.type(page)).startsWith("text/html");
    assertThat(page.body()).contains("<textarea", "rows of an answer: 100000");
    assertThat(asking.get("/sparql", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void graphs_that_the_request_names_take_the_place_of_those_in_the_query() {
    String inferred = Snapshot.INFERRED_GRAPH.getURI();
    String meta = "https://w3id.org/mesagraph/graph/meta";
    String count = "SELECT (COUNT(*) AS ?n) FROM <" + meta + "> { ?s ?p ?o }";
    String all = String.valueOf(org.mesagraph.RealProject.snapshot().inferred().size());

    assertThat(
            asking
                .get(
                    "/sparql?format=csv&default-graph-uri="
                        + Asking.encode(inferred)
                        + "&query="
                        + Asking.encode(count))
                .body())
        .isEqualTo("n\r\n" + all + "\r\n");
  }

  @Test
  void what_cannot_be_asked_is_told() {
    Map<String, Integer> wrong =
        Map.of(
            "/sparql?qeury=x", 400,
            "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", 400,
            "/sparql?query=ASK%7B%7D&timeout=soon", 400,
            "/sparql?query=ASK%7B%7D&format=pdf", 406,
            "/sparql?query=ASK%7B%7D&stylesheet=x", 400,
            "/sparql?query=ASK%7B%7D&callback=alert", 400,
            "/sparql?query=ASK%7B%7D&default-graph-uri=urn:x:none", 400,
            "/sparql?query=%ff", 400);
    wrong.forEach(
        (path, status) -> assertThat(asking.get(path).statusCode()).as(path).isEqualTo(status));
    assertThat(Asking.problem(asking.get("/sparql?qeury=x")).getString("detail"))
        .contains("did you mean query?");
  }

  @Test
  void a_body_is_a_form_or_a_query_in_utf_8() {
    assertThat(post("ASK {}", "application/sparql-query").statusCode()).isEqualTo(200);
    assertThat(post("ASK {}", "application/sparql-query;charset=UTF-8").statusCode())
        .isEqualTo(200);
    assertThat(post("ASK {}", "application/sparql-query;charset=latin1").statusCode())
        .isEqualTo(415);
    assertThat(post("ASK {}", "text/plain").statusCode()).isEqualTo(415);
    assertThat(post("CLEAR ALL", "application/sparql-update").statusCode()).isEqualTo(415);
    assertThat(post("ASK {", "application/sparql-query").statusCode()).isEqualTo(400);
  }

  @Test
  void an_answer_is_kept_only_if_it_would_be_the_same_again() {
    HttpResponse<String> first = asking.sparql(ONE);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(asking.sparql(ONE, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(asking.sparql(ONE + " ", "If-None-Match", tag).statusCode()).isEqualTo(200);
    assertThat(asking.sparql(ONE, "Accept", "text/csv", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
    for (HttpResponse<String> changing :
        List.of(
            asking.sparql("SELECT (NOW() AS ?now) {}"),
            asking.sparql("SELECT * { ?s ?p ?o } ORDER BY RAND() LIMIT 1"),
            post(ONE, "application/sparql-query"))) {
      assertThat(changing.statusCode()).isEqualTo(200);
      assertThat(changing.headers().firstValue("ETag")).isEmpty();
      assertThat(changing.headers().firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void mistakes_are_told_with_their_place_and_their_cure() {
    JsonObject prefix = Asking.problem(asking.sparql("SELECT *\n{ ?s mg:evidences ?o }"));
    assertThat(prefix.get("line").getAsNumber().value().intValue()).isEqualTo(2);
    assertThat(prefix.get("column").getAsNumber().value().intValue()).isEqualTo(6);
    assertThat(prefix.getString("token")).isEqualTo("mg:evidences");
    assertThat(prefix.getString("didYouMean"))
        .isEqualTo("PREFIX mg: <https://w3id.org/mesagraph/ontology/>");

    JsonObject term = Asking.problem(asking.sparql("SELECT * { ?s evidencs ?o }"));
    assertThat(term.getString("didYouMean")).isEqualTo("mg:evidences");
    assertThat(Asking.problem(asking.sparql("SELCT * {}")).getString("didYouMean"))
        .isEqualTo("SELECT");
  }

  @Test
  void relative_names_tell_nothing_of_the_machine() {
    assertThat(asking.value("SELECT (IRI('x') AS ?value) {}"))
        .isEqualTo("https://w3id.org/mesagraph/x");
    assertThat(asking.sparql("SELECT * FROM <x> { ?s ?p ?o }").body()).doesNotContain("file:");
  }

  private static HttpResponse<String> post(String body, String type) {
    return asking.send("POST", "/sparql", body, "Content-Type", type);
  }

  private static int parse(String text, Lang syntax) {
    org.apache.jena.graph.Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, syntax).parse(graph);
    return graph.size();
  }
}
