package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.describe.Odd;

/** Hostile labels stay text, odd IRIs stay reachable, and what is gone tells what came after it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OddThingsHttpTest {

  private static Server server;
  private static Asking asking;

  @BeforeAll
  static void start() {
    server = Server.start(Odd.current(), Setup.local());
    asking = new Asking(server.port());
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @TestFactory
  Stream<DynamicTest> labels_and_values_are_shown_as_text() {
    return Stream.of("attribute", "entity", "image", "link", "lines", "script", "values")
        .map(slug -> "/study/" + slug + ".html")
        .map(path -> DynamicTest.dynamicTest(path, () -> assertHarmless(asking.get(path))));
  }

  @Test
  void a_list_and_a_refusal_show_them_as_text_too() {
    assertHarmless(asking.get("/study/", "Accept", "text/html"));
    HttpResponse<String> unknown = asking.get("/study/scrip", "Accept", "text/html");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).doesNotContain("<script").contains("&lt;script");
  }

  @Test
  void no_header_is_split_by_a_label() {
    for (String format : Documents.FORMATS.names()) {
      HttpResponse<String> response = asking.get("/study/lines." + format);
      assertThat(response.statusCode()).as(format).isEqualTo(200);
      assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void markdown_holds_no_markup_of_labels() {
    assertThat(asking.get("/study/link.md").body())
        .startsWith("# \\[click\\](javascript:alert(1)) \\`x\\` \\*y\\*\n")
        .doesNotContain("](<javascript:");
    assertThat(asking.get("/study/script.md").body()).contains("\\<script\\>");
  }

  @Test
  void what_xml_cannot_hold_is_refused_and_not_changed() {
    assertThat(asking.get("/study/entity.rdf").statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(asking.get("/study/entity.nt").body()).contains("\u0007");
  }

  @TestFactory
  Stream<DynamicTest> odd_slugs_lead_to_their_descriptions() {
    return Stream.of(
            "/study/gpt-4.5",
            "/study/notes.md",
            "/study/part/one",
            "/study/%C3%A9tude",
            "/study/caf%C3%A9-encoded")
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () -> {
                      HttpResponse<String> response = asking.get(path, "Accept", "text/turtle");
                      assertThat(response.statusCode()).isEqualTo(303);
                      String location = response.headers().firstValue("Location").orElseThrow();
                      assertThat(location).endsWith(".ttl");
                      HttpResponse<String> document = asking.get(location);
                      assertThat(document.statusCode()).isEqualTo(200);
                      assertThat(document.body()).contains("foaf/0.1/primaryTopic");
                    }));
  }

  @Test
  void a_term_that_is_no_longer_used_tells_what_to_use() {
    for (String path : List.of("/ontology/isOn", "/ontology/isOn.ttl", "/ontology/isOn.html")) {
      HttpResponse<String> response = asking.get(path, "Accept", "text/turtle");
      assertThat(response.statusCode()).as(path).isEqualTo(410);
      assertThat(response.headers().firstValue("Link").orElse(""))
          .isEqualTo("</ontology/isAbout>; rel=\"http://purl.org/dc/terms/isReplacedBy\"");
    }
    JsonObject problem = Asking.problem(asking.get("/ontology/isOn", "Accept", "text/turtle"));
    assertThat(problem.getString("isReplacedBy"))
        .isEqualTo("https://w3id.org/mesagraph/ontology/isAbout");
    assertThat(asking.get("/ontology/isGone").statusCode()).isEqualTo(410);
  }

  private static void assertHarmless(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .doesNotContain("<script", "<img", "<svg", "href=\"javascript:", "href=\"data:text")
        .doesNotContainPattern("<[^>]*onmouseover");
    assertThat(page.body().split("</main>", -1)).hasSize(2);
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
  }
}
