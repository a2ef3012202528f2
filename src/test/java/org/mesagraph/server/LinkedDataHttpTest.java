package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Things lead to their descriptions, in whatever format is liked best. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LinkedDataHttpTest {

  private static final String STUDY = "/study/sleeper-agents";
  private static final String IRI = "https://w3id.org/mesagraph/study/sleeper-agents";

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
  Stream<DynamicTest> a_thing_leads_to_the_format_that_is_liked_best() {
    return Stream.of(
            Map.entry("text/turtle", "ttl"),
            Map.entry("text/html", "html"),
            Map.entry("application/ld+json", "jsonld"),
            Map.entry("application/n-triples", "nt"),
            Map.entry("application/rdf+xml", "rdf"),
            Map.entry("text/markdown", "md"),
            Map.entry("application/trig", "trig"),
            Map.entry("application/n-quads", "nq"),
            Map.entry("*/*", "ttl"),
            Map.entry("application/*", "jsonld"),
            Map.entry("text/html;q=0.5, text/turtle;q=0.4", "html"),
            Map.entry("text/html;q=0.4, text/turtle;q=0.5", "ttl"),
            Map.entry("text/turtle;q=0, application/rdf+xml", "rdf"),
            Map.entry("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
            Map.entry("TEXT/TURTLE", "ttl"))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      HttpResponse<String> response = asking.get(STUDY, "Accept", each.getKey());
                      assertThat(response.statusCode()).isEqualTo(303);
                      assertThat(header(response, "Location"))
                          .isEqualTo(STUDY + "." + each.getValue());
                      assertThat(header(response, "Vary")).contains("Accept");
                      HttpResponse<String> document = asking.get(header(response, "Location"));
                      assertThat(document.statusCode()).isEqualTo(200);
                      assertThat(Asking.type(document).split(";")[0])
                          .isEqualTo(Documents.FORMATS.type(each.getValue()));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> a_hostile_accept_is_answered_all_the_same() {
    return Stream.of(
            ",,,;;;",
            "text/turtle;q=nonsense",
            "text/turtle;q=-1",
            "text/turtle;q=99999999999999999999",
            "text",
            "*",
            "/",
            "a/b,".repeat(1000),
            "text/turtle;" + "x=y;".repeat(1000),
            "text/html;q=\"unclosed",
            "../../etc/passwd")
        .map(
            accept ->
                DynamicTest.dynamicTest(
                    accept.length() > 40 ? accept.substring(0, 40) + "…" : accept,
                    () ->
                        assertThat(asking.get(STUDY, "Accept", accept).statusCode())
                            .isIn(303, 400, 406)));
  }

  @Test
  void what_there_is_not_is_told_with_what_there_is() {
    HttpResponse<String> response = asking.get(STUDY, "Accept", "image/png");

    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(Asking.problem(response).getString("detail")).contains("text/turtle", "text/html");
  }

  @Test
  void a_document_links_to_all_that_belongs_to_it() {
    HttpResponse<String> page = asking.get(STUDY + ".html");
    List<String> links = page.headers().allValues("Link");

    assertThat(links)
        .contains(
            "<" + IRI + ">; rel=\"cite-as\"",
            "<" + IRI + ">; rel=\"canonical\"",
            "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"",
            "<https://w3id.org/mesagraph/ontology/Study>; rel=\"type\"",
            "<" + STUDY + ".ttl>; rel=\"describedby\"; type=\"text/turtle\"",
            "<" + STUDY + ".nq>; rel=\"alternate\"; type=\"application/n-quads\"",
            "</dataset>; rel=\"describedby\"");
  }

  @Test
  void a_document_need_not_be_sent_twice() {
    HttpResponse<String> first = asking.get(STUDY + ".ttl");
    String tag = header(first, "ETag");

    assertThat(tag).startsWith("\"");
    HttpResponse<String> again = asking.get(STUDY + ".ttl", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(asking.get(STUDY + ".nt"), "ETag")).isNotEqualTo(tag);
    assertThat(asking.get(STUDY + ".ttl").body()).isEqualTo(first.body());
  }

  @Test
  void a_page_marks_what_follows_and_leads_to_its_proof() {
    String page = asking.get(STUDY + ".html").body();

    assertThat(page)
        .contains("<h1>Sleeper Agents</h1>", "href=\"/concept/deceptive-alignment\"")
        .contains(
            "◌", "href=\"/why?s=study%3Asleeper-agents&amp;p=mg%3Aevidences&amp;o=concept%3A");
    String why = page.replaceFirst("(?s).*?href=\"(/why[^\"]*)\".*", "$1").replace("&amp;", "&");
    assertThat(asking.get(why, "Accept", "application/json").statusCode()).isEqualTo(200);
  }

  @Test
  void markdown_marks_what_follows_too() {
    assertThat(asking.get(STUDY + ".md").body())
        .startsWith("# Sleeper Agents\n")
        .contains("◌ [", "● [", "([why](<https://w3id.org/mesagraph/why?s=");
  }

  @Test
  void the_ontology_and_the_dataset_answer_as_things_do() {
    for (String path : List.of("/ontology", "/ontology/")) {
      assertThat(header(asking.get(path, "Accept", "text/turtle"), "Location"))
          .isEqualTo("/ontology.ttl");
    }
    for (String path : List.of("/dataset", "/.well-known/void")) {
      assertThat(header(asking.get(path, "Accept", "application/ld+json"), "Location"))
          .isEqualTo("/dataset.jsonld");
    }
    assertThat(header(asking.get("/", "Accept", "text/turtle"), "Location"))
        .isEqualTo("/dataset.ttl");
    assertThat(asking.get("/", "Accept", "text/html,*/*;q=0.8").statusCode()).isEqualTo(200);
    assertThat(asking.get("/").statusCode()).isEqualTo(200);
    assertThat(asking.get("/ontology.ttl").body()).contains("mg:Study");
    assertThat(asking.get("/dataset.ttl").body()).contains("void:Linkset", "dcat:Distribution");
    assertThat(asking.get("/dataset.html").statusCode()).isEqualTo(200);
  }

  @Test
  void a_kind_lists_its_things() {
    assertThat(Asking.type(asking.get("/study/.nt"))).isEqualTo("application/n-triples");
    for (String path : List.of("/study/", "/study")) {
      assertThat(asking.get(path, "Accept", "text/html").body())
          .contains("<a href=\"/study/sleeper-agents\">Sleeper Agents</a>");
      assertThat(asking.get(path, "Accept", "text/turtle").body())
          .contains("void:entities", "study:sleeper-agents");
    }
    assertThat(asking.get("/study/", "Accept", "text/markdown").body())
        .contains("- [Sleeper Agents](<" + IRI + ">)");
  }

  @Test
  void what_nobody_told_of_is_answered_with_what_may_be_meant() {
    HttpResponse<String> response = asking.get("/study/sleeper-agent", "Accept", "text/turtle");

    assertThat(response.statusCode()).isEqualTo(404);
    JsonObject problem = Asking.problem(response);
    assertThat(problem.getString("detail")).contains("did you mean “Sleeper Agents”");
    JsonObject first = problem.get("didYouMean").getAsArray().get(0).getAsObject();
    assertThat(first.getString("iri")).isEqualTo(IRI);
    assertThat(asking.get("/study/sleeper-agent", "Accept", "text/html").body())
        .contains("Sleeper Agents");
  }

  @TestFactory
  Stream<DynamicTest> only_the_iri_itself_is_the_thing() {
    return Stream.of(
            Map.entry("/study/sleeper%2Dagents", 303),
            Map.entry("/study/Sleeper-Agents", 404),
            Map.entry("/study/sleeper-agents/", 404),
            Map.entry("/study//sleeper-agents", 404),
            Map.entry("/study/sleeper-agents.xyz", 404),
            Map.entry("/study/sleeper-agents.ttl.ttl", 404),
            Map.entry("/study/%00", 404),
            Map.entry("/study/a%0D%0ASet-Cookie:%20x=y", 404),
            Map.entry("/study/%3Cscript%3E", 404),
            Map.entry("/Study/sleeper-agents", 404))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      HttpResponse<String> response = asking.get(each.getKey());
                      assertThat(response.statusCode())
                          .isIn(each.getValue(), each.getValue() == 404 ? 400 : each.getValue());
                      assertThat(header(response, "Set-Cookie")).isEmpty();
                    }));
  }

  @Test
  void parameters_that_nobody_knows_are_refused() {
    assertThat(asking.get(STUDY + "?fromat=ttl").statusCode()).isEqualTo(400);
    assertThat(header(asking.get(STUDY + "?format=nt"), "Location")).isEqualTo(STUDY + ".nt");
  }

  @Test
  void a_dump_comes_as_a_file_and_compressed_is_the_same() throws Exception {
    HttpResponse<byte[]> plain = bytes("/dump.nq");
    HttpResponse<byte[]> compressed = bytes("/dump.nq.gz");

    assertThat(plain.headers().firstValue("Content-Disposition").orElse(""))
        .isEqualTo("attachment; filename=\"mesagraph.nq\"");
    assertThat(compressed.headers().firstValue("Content-Type").orElse(""))
        .isEqualTo("application/gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(new String(plain.body(), StandardCharsets.UTF_8).lines().sorted().distinct().count())
        .isEqualTo(new String(plain.body(), StandardCharsets.UTF_8).lines().count())
        .isGreaterThan(20_000);
    assertThat(bytes("/dump.nq").body()).isEqualTo(plain.body());
  }

  @Test
  void the_context_has_every_prefix() {
    assertThat(asking.get("/context.jsonld").body())
        .contains("\"mg\": \"https://w3id.org/mesagraph/ontology/\"");
  }

  private static HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(asking.uri(path)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
