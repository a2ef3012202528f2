package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.RealProject;

/** Saved queries over HTTP: the catalogue, the choice of a format, and refusals. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SavedQueriesHttpTest {

  private static final String QUERY = "/q/evidence-for-failure-mode";
  private static final String MODE = "?mode=deceptive-alignment";
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

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
  void the_catalogue_names_every_query_with_its_parameters() {
    for (String path : List.of("/q/", "/q", "/q/?format=json")) {
      HttpResponse<String> response = asking.get(path);
      assertThat(Asking.type(response)).isEqualTo("application/json");
      List<JsonObject> listed =
          JSON.parse(response.body()).get("queries").getAsArray().stream()
              .map(value -> value.getAsObject())
              .toList();
      assertThat(listed)
          .extracting(query -> query.getString("name"))
          .containsExactlyElementsOf(
              RealProject.queries().all().stream().map(query -> query.name()).toList());
      assertThat(listed)
          .filteredOn(query -> query.getString("href").equals(QUERY))
          .singleElement()
          .satisfies(
              query ->
                  assertThat(query.get("params").getAsArray().toString())
                      .contains("mode", "direction"));
    }
  }

  @Test
  void the_catalogue_is_a_page_for_browsers() {
    HttpResponse<String> response = asking.get("/q/", "Accept", BROWSER);

    assertThat(Asking.type(response)).isEqualTo("text/html;charset=utf-8");
    assertThat(response.body()).contains("<a href=\"/q/evidence-for-failure-mode\">");
  }

  @TestFactory
  Stream<DynamicTest> accept_chooses_by_quality() {
    return Stream.of(
            List.of("application/json", "application/json"),
            List.of("text/csv", "text/csv;charset=utf-8"),
            List.of("application/sparql-results+json", "application/sparql-results+json"),
            List.of("text/html", "text/html;charset=utf-8"),
            List.of("text/csv;q=0.3, application/json;q=0.7", "application/json"),
            List.of("text/csv;q=0.9, application/json;q=0.7", "text/csv;charset=utf-8"),
            List.of("application/pdf, text/csv;q=0.1", "text/csv;charset=utf-8"),
            List.of("text/*", "text/html;charset=utf-8"),
            List.of("*/*", "application/json"),
            List.of("application/pdf, */*;q=0.1", "application/json"),
            List.of(BROWSER, "text/html;charset=utf-8"))
        .map(
            pair ->
                DynamicTest.dynamicTest(
                    pair.get(0),
                    () -> {
                      HttpResponse<String> response =
                          asking.get(QUERY + MODE, "Accept", pair.get(0));
                      assertThat(response.statusCode()).isEqualTo(200);
                      assertThat(Asking.type(response)).isEqualTo(pair.get(1));
                      assertThat(response.headers().firstValue("Vary"))
                          .contains("Accept, Accept-Encoding");
                    }));
  }

  @Test
  void suffix_beats_format_beats_accept_beats_json() {
    assertThat(Asking.type(asking.get(QUERY + MODE))).isEqualTo("application/json");
    assertThat(Asking.type(asking.get(QUERY + MODE, "Accept", "text/csv"))).startsWith("text/csv");
    assertThat(Asking.type(asking.get(QUERY + MODE + "&format=html", "Accept", "text/csv")))
        .startsWith("text/html");
    assertThat(
            Asking.type(asking.get(QUERY + ".srj" + MODE + "&format=html", "Accept", "text/csv")))
        .isEqualTo("application/sparql-results+json");
  }

  @Test
  void json_has_numbers_labels_and_what_was_asked() {
    JsonObject json = JSON.parse(asking.get(QUERY + ".json" + MODE).body());

    assertThat(json.getObj("meta").getObj("params").getString("mode"))
        .isEqualTo("https://w3id.org/mesagraph/concept/deceptive-alignment");
    assertThat(json.get("rows").getAsArray())
        .anySatisfy(
            row -> {
              JsonObject cells = row.getAsObject();
              assertThat(cells.getObj("study").getString("curie"))
                  .isEqualTo("study:sleeper-agents");
              assertThat(cells.getObj("study").getString("label")).isNotBlank();
              assertThat(cells.get("line").getAsNumber().value().intValue()).isEqualTo(78);
              assertThat(cells.getString("source")).isEqualTo("S4");
            });
  }

  @Test
  void csv_is_that_of_the_w3c() {
    String csv = asking.get("/q/caveats-of-study.csv?study=sleeper-agents").body();

    assertThat(csv.lines().findFirst().orElseThrow()).matches("[A-Za-z]+(,[A-Za-z]+)*");
    assertThat(csv).contains("\r\n").endsWith("\r\n");
    assertThat(csv.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(csv).contains("https://w3id.org/mesagraph/").doesNotContain("<https:", "\"@en");
  }

  @Test
  void results_json_is_that_of_the_w3c() {
    JsonObject json = JSON.parse(asking.get(QUERY + ".srj" + MODE).body());

    assertThat(json.getObj("head").get("vars").getAsArray().get(0).getAsString().value())
        .isEqualTo("study");
    assertThat(
            json.getObj("results")
                .get("bindings")
                .getAsArray()
                .get(0)
                .getAsObject()
                .getObj("study")
                .getString("type"))
        .isEqualTo("uri");
  }

  @Test
  void an_unknown_query_is_not_found_and_the_nearest_is_named() {
    for (String path : List.of("/q/evidence-for-failure-mod", "/q/evidence-for-failure-mod.csv")) {
      HttpResponse<String> response = asking.get(path);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(Asking.problem(response).getString("detail"))
          .isEqualTo(
              "no saved query “evidence-for-failure-mod”"
                  + " – did you mean evidence-for-failure-mode?");
    }
    HttpResponse<String> page = asking.get("/q/evidence-for-failure-mod", "Accept", BROWSER);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(Asking.type(page)).startsWith("text/html");
    assertThat(page.body()).contains("did you mean evidence-for-failure-mode?");
  }

  @Test
  void a_format_that_there_is_not_is_not_acceptable_and_the_others_are_listed() {
    for (HttpResponse<String> response :
        List.of(
            asking.get(QUERY + MODE, "Accept", "application/pdf"),
            asking.get(QUERY + ".pdf" + MODE),
            asking.get(QUERY + MODE + "&format=pdf"))) {
      assertThat(response.statusCode()).isEqualTo(406);
      assertThat(Asking.problem(response).getString("detail"))
          .contains("application/json", "text/csv", "format=srj", "text/html");
    }
    assertThat(asking.get("/q/no-such.pdf").statusCode()).isEqualTo(404);
  }

  @Test
  void parameters_that_are_wrong_are_named() {
    HttpResponse<String> missing = asking.get(QUERY);
    assertThat(missing.statusCode()).isEqualTo(400);
    assertThat(error(missing, 0).getString("param")).isEqualTo("mode");

    HttpResponse<String> unknown = asking.get(QUERY + MODE + "&directon=supports");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(error(unknown, 0).getString("param")).isEqualTo("directon");
    assertThat(error(unknown, 0).getString("didYouMean")).isEqualTo("direction");

    HttpResponse<String> notOfClass = asking.get(QUERY + "?mode=study:sleeper-agents");
    assertThat(notOfClass.statusCode()).isEqualTo(422);

    HttpResponse<String> twice = asking.get(QUERY + MODE + "&mode=proxy-alignment");
    assertThat(twice.statusCode()).isEqualTo(400);

    HttpResponse<String> number = asking.get("/q/claims-of-source?source=s4&from=eighty");
    assertThat(number.statusCode()).isEqualTo(400);
    assertThat(error(number, 0).getString("param")).isEqualTo("from");
  }

  @Test
  void an_argument_cannot_change_the_query() {
    HttpResponse<String> response =
        asking.get(QUERY + "?mode=" + Asking.encode("deceptive-alignment> . ?x ?y ?z . <"));

    assertThat(response.statusCode()).isIn(400, 422);
    assertThat(asking.get(QUERY + "?mode=" + Asking.encode("<urn:x> } #")).statusCode())
        .isIn(400, 422);
  }

  @Test
  void head_tells_what_get_would() {
    for (String path : List.of(QUERY + MODE, QUERY + ".csv" + MODE, "/q/", "/q/none", "/")) {
      HttpResponse<String> get = asking.get(path);
      HttpResponse<String> head = asking.send("HEAD", path, "");
      assertThat(head.statusCode()).isEqualTo(get.statusCode());
      assertThat(Asking.type(head)).isEqualTo(Asking.type(get));
      assertThat(head.headers().firstValue("Content-Length"))
          .isEqualTo(get.headers().firstValue("Content-Length"));
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void answers_may_be_read_by_pages_of_other_sites() {
    HttpResponse<String> response = asking.get(QUERY + MODE, "Origin", "https://elsewhere.example");

    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  private static JsonObject error(HttpResponse<String> response, int index) {
    return Asking.problem(response).get("errors").getAsArray().get(index).getAsObject();
  }
}
