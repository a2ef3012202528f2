package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.store.QuickFolder;

/** Who may write, what is refused, and what is said of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WritingHttpTest {

  private static final String TRIPLE = "<https://example.org/s> <https://example.org/p> 1 .";
  private static final String INSERT =
      "INSERT DATA { GRAPH <https://example.org/g> { " + TRIPLE + " } }";
  private static final String GRAPH = "/data?graph=https://example.org/g";

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

  private static void assertUnchanged(Runnable request) {
    String log = server.log();
    String all = server.all();
    request.run();
    assertThat(server.log()).isEqualTo(log);
    assertThat(server.all()).isEqualTo(all);
  }

  @TestFactory
  Stream<DynamicTest> nobody_writes_without_the_token() {
    return Stream.of(
            new String[] {"Accept", "*/*"},
            new String[] {"Authorization", "Bearer 0123456789abcdef0123456789abcdee"},
            new String[] {"Authorization", "Bearer "},
            new String[] {"Authorization", "Basic MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="},
            new String[] {"Cookie", "Authorization=" + WrittenServer.TOKEN})
        .flatMap(
            header ->
                Stream.of("POST /update", "PUT " + GRAPH, "POST " + GRAPH, "DELETE " + GRAPH)
                    .map(
                        line ->
                            DynamicTest.dynamicTest(
                                line + " " + header[1], () -> assertNoEntry(line, header))));
  }

  private static void assertNoEntry(String line, String[] header) {
    String method = line.split(" ")[0];
    boolean isUpdate = line.contains("update");
    assertUnchanged(
        () -> {
          HttpResponse<String> response =
              server
                  .asking()
                  .send(
                      method,
                      line.split(" ")[1],
                      isUpdate ? INSERT : TRIPLE,
                      "Content-Type",
                      isUpdate ? WrittenServer.UPDATE : WrittenServer.TURTLE,
                      header[0],
                      header[1]);
          assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
          assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
              .startsWith("Bearer realm=");
        });
  }

  @Test
  void a_token_in_the_address_or_the_form_is_none() {
    String token = WrittenServer.TOKEN.substring(7);
    String form = "access_token=" + token + "&update=" + Asking.encode(INSERT);
    assertThat(
            server
                .asking()
                .send("POST", "/update", form, "Content-Type", WrittenServer.FORM)
                .statusCode())
        .isEqualTo(401);
    assertThat(
            server
                .asking()
                .send(
                    "PUT", GRAPH + "&access_token=" + token, TRIPLE, "Content-Type", "text/turtle")
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void pages_of_other_sites_do_not_write_even_with_the_token() {
    String[] token = {"Authorization", WrittenServer.TOKEN, "Content-Type", WrittenServer.UPDATE};
    for (String origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:1"}) {
      assertUnchanged(
          () -> {
            HttpResponse<String> response =
                server
                    .asking()
                    .send(
                        "POST", "/update", INSERT, "Origin", origin, token[0], token[1], token[2],
                        token[3]);
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
          });
    }
    HttpResponse<String> preflight =
        server
            .asking()
            .send(
                "OPTIONS",
                "/update",
                "",
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "POST");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  /** A request with the token that is refused. */
  private record Bad(String method, String path, String type, String body, int status) {
    @Override
    public String toString() {
      return method + " " + path + " " + type + " " + body;
    }
  }

  @TestFactory
  Stream<DynamicTest> what_is_wrong_is_refused_and_changes_nothing() {
    String update = WrittenServer.UPDATE;
    String form = WrittenServer.FORM;
    String multipart =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ttl\"\r\n"
            + "Content-Type: text/turtle\r\n\r\n"
            + TRIPLE
            + "\r\n--b--\r\n";
    return Stream.of(
            new Bad("GET", "/update?update=" + Asking.encode(INSERT), "", "", 405),
            new Bad("PUT", "/update", update, INSERT, 405),
            new Bad("PATCH", GRAPH, "application/rdf-patch", "TX .", 405),
            new Bad("POST", "/update", "text/plain", INSERT, 415),
            new Bad("POST", "/update", "", INSERT, 415),
            new Bad("POST", "/update", "application/sparql-query", INSERT, 415),
            new Bad("POST", "/update", update + ";charset=utf-16", INSERT, 415),
            new Bad("POST", "/update", form, "update=CLEAR&update=CLEAR", 400),
            new Bad("POST", "/update", form, "query=ASK%7B%7D", 400),
            new Bad(
                "POST",
                "/update?using-graph-uri=urn:ex:g",
                update,
                "WITH <urn:ex:h> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
                400),
            new Bad("POST", "/update", update, "INSERT DATA { <urn:ex:a> <urn:ex:b> ; }", 400),
            new Bad("POST", "/update", update, "SELECT * { ?s ?p ?o }", 400),
            new Bad("POST", "/update", update, "LOAD <file:///etc/passwd>", 403),
            new Bad("POST", "/update", update, "CLEAR ALL", 403),
            new Bad(
                "POST",
                "/update",
                update,
                "INSERT { ?s ?p 1 } WHERE " + "{".repeat(3_000) + "}".repeat(3_000),
                422),
            new Bad("PUT", GRAPH, "application/rdf+thrift", "x", 415),
            new Bad("PUT", GRAPH, "application/rdf+protobuf", "x", 415),
            new Bad("PUT", GRAPH, "application/rdf+json", "{}", 415),
            new Bad("PUT", GRAPH, "text/plain", TRIPLE, 415),
            new Bad("POST", GRAPH, "multipart/form-data; boundary=b", multipart, 415),
            new Bad("PUT", "/data", "text/turtle", TRIPLE, 400),
            new Bad("DELETE", "/data", "", "", 400),
            new Bad("PUT", "/data?default&graph=urn:ex:g", "text/turtle", TRIPLE, 400),
            new Bad("PUT", "/data?graph=rel", "text/turtle", TRIPLE, 400),
            new Bad("PUT", "/data?graph=javascript:alert(1)", "text/turtle", TRIPLE, 400),
            new Bad("PUT", "/data?grpah=urn:ex:g", "text/turtle", TRIPLE, 400),
            new Bad("PUT", GRAPH, "text/turtle", "<urn:ex:a> <urn:ex:b>", 400),
            new Bad("PUT", GRAPH, "text/turtle", "[".repeat(3_000) + "]".repeat(3_000), 422),
            new Bad("PUT", GRAPH, "application/trig", "<urn:ex:g> { " + TRIPLE + " }", 422),
            new Bad(
                "PUT", "/data?graph=https://w3id.org/mesagraph/graph/one", "text/turtle", "", 422),
            new Bad(
                "PUT",
                "/data?graph=https://w3id.org/mesagraph/graph/ontology",
                "text/turtle",
                TRIPLE,
                403),
            new Bad("DELETE", "/data?graph=https://w3id.org/mesagraph/graph/none", "", "", 404),
            new Bad("POST", "/data", "text/turtle", "", 422))
        .map(bad -> DynamicTest.dynamicTest(bad.toString(), () -> assertRefused(bad)));
  }

  private static void assertRefused(Bad bad) {
    assertUnchanged(
        () -> {
          String type = bad.type().isEmpty() ? "*/*" : bad.type();
          HttpResponse<String> response =
              server
                  .asking()
                  .send(
                      bad.method(),
                      bad.path(),
                      bad.body(),
                      "Authorization",
                      WrittenServer.TOKEN,
                      bad.type().isEmpty() ? "Accept" : "Content-Type",
                      type);
          assertThat(response.statusCode()).as(response.body()).isEqualTo(bad.status());
          assertThat(Asking.problem(response).getString("detail")).doesNotContain("Exception");
        });
  }

  @Test
  void a_broken_shape_is_told_with_focus_and_cure() {
    HttpResponse<String> response =
        server.update(
            "INSERT DATA { GRAPH <https://example.org/g> {"
                + " <https://w3id.org/mesagraph/study/b> a <https://w3id.org/mesagraph/ontology/Study> } }");

    assertThat(response.statusCode()).isEqualTo(422);
    JsonObject found = Asking.problem(response).get("report").getAsArray().get(0).getAsObject();
    assertThat(found.getString("id")).isEqualTo("shape/study-label");
    assertThat(found.getString("focus")).isEqualTo("study:b");
    assertThat(found.getString("cure")).isEqualTo("add skos:prefLabel");
  }

  @Test
  void a_contradiction_is_told_with_its_proof() {
    HttpResponse<String> response =
        server.update(
            "INSERT DATA { GRAPH <https://example.org/g> {"
                + " <https://w3id.org/mesagraph/study/a> a"
                + " <https://w3id.org/mesagraph/ontology/Concept> } }");

    assertThat(response.statusCode()).isEqualTo(422);
    JsonObject proof =
        Asking.problem(response).get("report").getAsArray().get(0).getAsObject().getObj("proof");
    assertThat(proof.getObj("rule").getString("name")).isEqualTo("cax-dw");
    assertThat(proof.get("premises").getAsArray()).hasSize(2);
  }

  @Test
  void a_mistake_is_told_with_line_and_column() {
    JsonObject found =
        Asking.problem(server.update("INSERT DATA {\n  <urn:ex:a> <urn:ex:b> ;\n}"))
            .get("report")
            .getAsArray()
            .get(0)
            .getAsObject();
    assertThat(found.getNumber("line").intValue()).isGreaterThan(1);
    assertThat(found.getNumber("column").intValue()).isPositive();
  }

  @Test
  void every_attempt_is_noted_and_the_token_is_not() {
    server.asking().send("POST", "/update", INSERT, "Content-Type", WrittenServer.UPDATE);
    server.update("INSERT DATA {");
    server.update("INSERT DATA { GRAPH <https://example.org/audit> { " + TRIPLE + " } }");

    assertThat(server.audit()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(String.join("\n", server.audit()))
        .doesNotContain(WrittenServer.TOKEN.substring(7))
        .contains("\"refused\" : \"malformed\"");
    JsonObject last = JSON.parse(server.audit().get(server.audit().size() - 1));
    assertThat(last.getString("who")).startsWith("token:");
    assertThat(last.getString("kind")).isEqualTo("update");
    assertThat(last.getNumber("added").intValue()).isEqualTo(1);
    assertThat(last.getNumber("status").intValue()).isEqualTo(200);
  }
}
