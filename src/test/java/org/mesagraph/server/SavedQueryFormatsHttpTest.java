package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
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

/** Saved queries over HTTP: every format, pages, releases, and what a client may keep. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SavedQueryFormatsHttpTest {

  private static final String QUERY = "/q/evidence-for-failure-mode";
  private static final String MODE = "?mode=deceptive-alignment";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String EXAMPLES =
      "https://w3id.org/mesagraph/sparql/.well-known/sparql-examples";

  private static Server server;
  private static Asking asking;

  @BeforeAll
  static void start() {
    Releases releases =
        name ->
            switch (name) {
              case "kept" -> new Releases.Kept(RealProject.current().now().runner());
              case "dropped" -> new Releases.Gone();
              default -> new Releases.Never();
            };
    server = Server.start(Current.of(RealProject.current().now().with(releases)), Setup.local());
    asking = new Asking(server.port());
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @TestFactory
  Stream<DynamicTest> each_format_comes_by_suffix_by_parameter_and_by_accept() {
    return QueryFormats.ALL.names().stream()
        .map(
            format ->
                DynamicTest.dynamicTest(
                    format,
                    () -> {
                      String type = QueryFormats.ALL.type(format);
                      HttpResponse<String> one = asking.get(QUERY + "." + format + MODE);
                      assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
                      assertThat(Asking.type(one)).startsWith(type);
                      assertThat(one.body()).isNotBlank();
                      assertThat(asking.get(QUERY + MODE + "&format=" + format).body())
                          .isEqualTo(one.body());
                      assertThat(asking.get(QUERY + MODE, "Accept", type).body())
                          .isEqualTo(one.body());
                    }));
  }

  @Test
  void the_text_of_a_query_is_its_file() {
    assertThat(asking.get(QUERY + ".rq").body())
        .isEqualTo(RealProject.queries().named("evidence-for-failure-mode").text())
        .startsWith("#+ summary:");
  }

  @Test
  void descriptions_are_sparql_examples_and_so_is_the_catalogue() {
    Graph one = parsed(asking.get(QUERY + ".ttl").body(), Lang.TURTLE);
    Graph all = parsed(asking.get("/q/.ttl").body(), Lang.TURTLE);

    assertThat(parsed(asking.get(QUERY + ".jsonld").body(), Lang.JSONLD).isIsomorphicWith(one))
        .isTrue();
    assertThat(all.find().filterDrop(one::contains).toList()).isNotEmpty();
    assertThat(one.find().filterDrop(all::contains).toList()).isEmpty();
    assertThat(parsed(asking.get("/q/?format=ttl").body(), Lang.TURTLE).isIsomorphicWith(all))
        .isTrue();
    assertThat(asking.get("/q/", "Accept", "text/csv, text/turtle;q=0.5").body())
        .isEqualTo(asking.get("/q/.ttl").body());
    assertThat(asking.get("/q/", "Accept", "text/csv").statusCode()).isEqualTo(406);
    assertThat(asking.get("/sparql/.well-known/sparql-examples").body())
        .isEqualTo(asking.get("/q/.ttl").body());
  }

  @Test
  void the_examples_are_a_graph_of_the_endpoint_that_counts_nowhere() {
    String count = "SELECT (COUNT(*) AS ?value) ";
    String examples = asking.value(count + "WHERE { GRAPH <" + EXAMPLES + "> { ?s a ?type } }");

    assertThat(Integer.parseInt(examples)).isGreaterThan(RealProject.queries().all().size());
    assertThat(asking.value(count + "WHERE { ?s a <http://www.w3.org/ns/shacl#SPARQLExecutable> }"))
        .isEqualTo("0");
  }

  @Test
  void pages_lead_from_first_to_last_and_hold_each_row_once() {
    List<String> whole = asking.get(QUERY + ".jsonl" + MODE).body().lines().toList();
    List<String> pieces = new ArrayList<>();
    Optional<String> next = Optional.of(QUERY + ".jsonl" + MODE + "&limit=10");
    while (next.isPresent()) {
      HttpResponse<String> page = asking.get(next.get());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(link(page, "first"))
          .contains(QUERY + ".jsonl?mode=concept:deceptive-alignment&page=1&limit=10");
      assertThat(link(page, "prev").isPresent()).isEqualTo(!pieces.isEmpty());
      pieces.addAll(page.body().lines().toList());
      next = link(page, "next");
    }

    assertThat(whole).hasSizeGreaterThan(20);
    assertThat(pieces).isEqualTo(whole);
    JsonObject second =
        JSON.parse(asking.get(QUERY + MODE + "&page=2&limit=10").body()).getObj("meta");
    assertThat(second.getObj("page").getNumber("number").intValue()).isEqualTo(2);
    assertThat(second.getObj("page").getNumber("offset").intValue()).isEqualTo(10);
    assertThat(asking.get(QUERY + MODE + "&page=9999").body()).contains("\"rowCount\" : 0");
    assertThat(asking.get(QUERY + ".html" + MODE + "&page=2&limit=10").body())
        .contains("rel=\"next\"", "rel=\"prev\"");
  }

  @Test
  void links_tell_the_one_address_the_schema_and_the_licence() {
    HttpResponse<String> response =
        asking.get(QUERY + ".csv?mode=https://w3id.org/mesagraph/concept/deceptive-alignment");

    assertThat(link(response, "canonical")).contains(QUERY + "?mode=concept:deceptive-alignment");
    assertThat(asking.get(link(response, "canonical").orElseThrow()).statusCode()).isEqualTo(200);
    HttpResponse<String> schema = asking.get(link(response, "describedby").orElseThrow());
    assertThat(Asking.type(schema)).isEqualTo("application/schema+json");
    assertThat(JSON.parse(schema.body()).getObj("properties").hasKey("rows")).isTrue();
    assertThat(link(response, "license")).contains("https://creativecommons.org/licenses/by/4.0/");
  }

  @Test
  void a_form_asks_the_same_and_may_be_long() {
    HttpResponse<String> posted =
        asking.send("POST", QUERY + ".csv", "mode=deceptive-alignment", "Content-Type", FORM);

    assertThat(posted.body()).isEqualTo(asking.get(QUERY + ".csv" + MODE).body());
    assertThat(
            asking
                .send("POST", QUERY, "mode=" + "x".repeat(300_000), "Content-Type", FORM)
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void an_answer_that_is_known_is_not_sent_again() {
    HttpResponse<String> first = asking.get(QUERY + ".csv" + MODE);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(tag).startsWith("\"");
    assertThat(asking.get(QUERY + ".csv" + MODE, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(asking.get(QUERY + ".json" + MODE, "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicTest> what_is_wrong_is_told_with_its_parameter() {
    return Map.of(
            "?mode=deceptve-alignment", "422 mode deceptive-alignment",
            "?mood=deceptive-alignment", "400 mood mode",
            "?mode=deceptive-alignment&page=0", "400 page -",
            "?mode=deceptive-alignment&limit=x", "400 limit -",
            "?mode=deceptive-alignment&limit=1&limit=2", "400 limit -",
            "?mode=deceptive-alignment&mode=proxy-alignment", "400 mode -",
            "?mode=study:sleeper-agents", "422 mode -")
        .entrySet()
        .stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      HttpResponse<String> response = asking.get(QUERY + entry.getKey());
                      JsonObject error =
                          Asking.problem(response).get("errors").getAsArray().get(0).getAsObject();
                      String told =
                          entry.getValue().endsWith("-") ? "-" : error.getString("didYouMean");
                      assertThat(
                              response.statusCode() + " " + error.getString("param") + " " + told)
                          .isEqualTo(entry.getValue());
                      assertThat(error.getString("detail")).isNotBlank();
                    }));
  }

  @Test
  void an_unknown_query_or_format_is_told_what_there_is() {
    HttpResponse<String> query = asking.get("/q/evidence-for-failure-mod");

    assertThat(query.statusCode()).isEqualTo(404);
    assertThat(Asking.problem(query).getString("didYouMean"))
        .isEqualTo("evidence-for-failure-mode");
    assertThat(asking.get("/q/nonesuch/schema.json").statusCode()).isEqualTo(404);
    assertThat(asking.get(QUERY + ".pdf" + MODE).statusCode()).isEqualTo(406);
    assertThat(Asking.problem(asking.get(QUERY + ".pdf" + MODE)).getString("detail"))
        .contains("text/csv");
    assertThat(asking.get(QUERY + ".rq?mood=x").statusCode()).isEqualTo(400);
  }

  @Test
  void a_release_that_is_kept_answers_one_that_is_gone_is_gone_and_others_never_were() {
    HttpResponse<String> kept = asking.get("/v/kept" + QUERY + ".csv" + MODE);
    HttpResponse<String> now = asking.get("/v/test" + QUERY + ".json" + MODE);

    assertThat(kept.body()).isEqualTo(asking.get(QUERY + ".csv" + MODE).body());
    assertThat(link(kept, "canonical"))
        .contains("/v/kept" + QUERY + "?mode=concept:deceptive-alignment");
    assertThat(JSON.parse(now.body()).getObj("meta").getString("dataset")).isEqualTo("test");
    assertThat(asking.get("/v/dropped" + QUERY + MODE).statusCode()).isEqualTo(410);
    assertThat(asking.get("/v/never" + QUERY + MODE).statusCode()).isEqualTo(404);
    assertThat(asking.get("/v/kept/q/nonesuch").statusCode()).isEqualTo(404);
    assertThat(asking.get("/v/kept").statusCode()).isEqualTo(404);
  }

  private static Graph parsed(String text, Lang lang) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, lang).parse(graph);
    return graph;
  }

  private static Optional<String> link(HttpResponse<String> response, String relation) {
    return response.headers().allValues("Link").stream()
        .filter(link -> link.contains("rel=\"" + relation + "\""))
        .map(link -> link.substring(1, link.indexOf('>')))
        .findFirst();
  }
}
