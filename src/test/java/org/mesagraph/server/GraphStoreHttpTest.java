package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.store.QuickFolder;

/** The Graph Store Protocol and versions, from outside. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GraphStoreHttpTest {

  private static final String TURTLE = "text/turtle";

  @TempDir(factory = QuickFolder.class)
  private static Path folder;

  private static WrittenServer server;

  @BeforeAll
  static void start() throws IOException {
    server = WrittenServer.in(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String triple(String object) {
    return "<https://example.org/s> <https://example.org/p> " + object + " .";
  }

  private static String graph(String name) {
    return "/data?graph=https://example.org/" + name;
  }

  private static String read(String path) {
    return server.asking().get(path, "Accept", "application/n-triples").body();
  }

  @Test
  void a_graph_is_put_read_posted_to_and_deleted() {
    assertThat(server.asking().get(graph("g")).statusCode()).isEqualTo(404);
    HttpResponse<String> made = server.write("PUT", graph("g"), TURTLE, triple("1"));
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Location"))
        .contains("/data?graph=https%3A%2F%2Fexample.org%2Fg");
    assertThat(read(graph("g"))).contains("\"1\"");

    assertThat(server.write("PUT", graph("g"), TURTLE, triple("2")).statusCode()).isEqualTo(200);
    assertThat(read(graph("g"))).contains("\"2\"").doesNotContain("\"1\"");
    assertThat(server.write("POST", graph("g"), TURTLE, triple("3")).statusCode()).isEqualTo(200);
    assertThat(read(graph("g"))).contains("\"2\"", "\"3\"");

    HttpResponse<String> head = server.asking().send("HEAD", graph("g"), "");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(server.write("DELETE", graph("g"), TURTLE, "").statusCode()).isEqualTo(200);
    assertThat(server.asking().get(graph("g")).statusCode()).isEqualTo(404);
    assertThat(server.write("DELETE", graph("g"), TURTLE, "").statusCode()).isEqualTo(404);
  }

  @Test
  void the_default_graph_is_one_of_its_own_to_write_to() {
    assertThat(server.write("PUT", "/data?default", TURTLE, triple("7")).statusCode())
        .isBetween(200, 201);
    assertThat(read("/data?default").lines()).hasSize(1);
    assertThat(read("/data?graph=https://w3id.org/mesagraph/graph/default").lines()).hasSize(1);
    assertThat(
            server
                .asking()
                .get(
                    "/sparql?default-graph-uri=https://w3id.org/mesagraph/graph/default&query="
                        + Asking.encode("SELECT ?o { ?s ?p ?o }"),
                    "Accept",
                    "text/csv")
                .body()
                .lines())
        .containsExactly("o", "7");
    assertThat(server.write("DELETE", "/data?default", TURTLE, "").statusCode()).isEqualTo(200);
    assertThat(read("/data?default")).isEmpty();
  }

  @Test
  void a_graph_that_is_posted_without_a_name_gets_one() {
    HttpResponse<String> made = server.write("POST", "/data", TURTLE, triple("5"));

    assertThat(made.statusCode()).isEqualTo(201);
    String location = made.headers().firstValue("Location").orElseThrow();
    assertThat(location).contains("posted-");
    assertThat(read(location)).contains("\"5\"");
  }

  @Test
  void bodies_that_name_graphs_are_posted_to_all_of_them() {
    String body =
        "<https://example.org/n1> { "
            + triple("1")
            + " } <https://example.org/n2> { "
            + triple("2")
            + " }";
    assertThat(server.write("POST", "/data", "application/trig", body).statusCode()).isEqualTo(200);
    assertThat(read(graph("n1"))).contains("\"1\"");
    assertThat(read(graph("n2"))).contains("\"2\"");
  }

  @Test
  void a_graph_is_read_in_each_format() {
    server.write("PUT", graph("formats"), TURTLE, triple("'é'"));
    for (String type :
        new String[] {
          TURTLE, "application/n-triples", "application/ld+json", "application/rdf+xml"
        }) {
      HttpResponse<String> response = server.asking().get(graph("formats"), "Accept", type);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(Asking.type(response)).startsWith(type);
      assertThat(response.body()).contains("é");
    }
    assertThat(server.asking().get(graph("formats"), "Accept", "image/png").statusCode())
        .isEqualTo(406);
  }

  @Test
  void a_write_may_be_meant_for_one_version_only() {
    String version = version(server.write("PUT", graph("v"), TURTLE, triple("1")));
    assertThat(conditional("If-Match", "\"" + version + "\"", "2").statusCode()).isEqualTo(200);
    assertThat(conditional("If-Match", "\"" + version + "\"", "3").statusCode()).isEqualTo(412);
    assertThat(conditional("If-None-Match", "*", "4").statusCode()).isEqualTo(412);
    assertThat(read(graph("v"))).contains("\"2\"");
  }

  private static HttpResponse<String> conditional(String name, String value, String object) {
    return server
        .asking()
        .send(
            "PUT",
            graph("v"),
            triple(object),
            "Content-Type",
            TURTLE,
            "Authorization",
            WrittenServer.TOKEN,
            name,
            value);
  }

  private static String version(HttpResponse<String> response) {
    JsonObject json = JSON.parse(response.body());
    assertThat(response.headers().firstValue("Dataset-Version"))
        .contains(json.getString("version"));
    return json.getString("version");
  }

  @Test
  void kept_answers_go_with_the_version() {
    server.write("PUT", graph("etag"), TURTLE, triple("1"));
    String tag = server.asking().get(graph("etag")).headers().firstValue("ETag").orElseThrow();
    assertThat(server.asking().get(graph("etag"), "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    server.write("PUT", graph("etag"), TURTLE, triple("2"));
    assertThat(server.asking().get(graph("etag"), "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @Test
  void what_follows_is_there_with_what_it_follows_from() {
    String study = "<https://w3id.org/mesagraph/study/";
    String mg = "<https://w3id.org/mesagraph/ontology/";
    server.update(
        "INSERT DATA { GRAPH <https://example.org/e> { "
            + study
            + "z> "
            + mg
            + "supports> <https://w3id.org/mesagraph/concept/c> } }");
    assertThat(server.asking().ask("ASK { " + study + "z> " + mg + "hasEvidenceFor> ?c }"))
        .isTrue();
    assertThat(
            server
                .asking()
                .get("/why?s=study:z&p=mg:hasEvidenceFor&o=concept:c&format=text")
                .body())
        .contains("by evidence", "change ");
    server.write("DELETE", graph("e"), TURTLE, "");
    assertThat(server.asking().ask("ASK { " + study + "z> " + mg + "hasEvidenceFor> ?c }"))
        .isFalse();
  }
}
