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

/** What browsers get: pages that hold no foreign code, whatever they are asked. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagesTest {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

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
  void the_start_page_lists_every_query_and_names_the_ways_in() {
    HttpResponse<String> response = asking.get("/");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Asking.type(response)).isEqualTo("text/html;charset=utf-8");
    assertThat(response.body())
        .contains("<!doctype html>", "<html lang=\"en\">", "/sparql", "/why")
        .contains(RealProject.snapshot().base().triples().size() + " statements");
    assertThat(RealProject.queries().all())
        .allSatisfy(
            query -> assertThat(response.body()).contains("href=\"/q/" + query.name() + "\""));
  }

  @Test
  void the_page_of_a_question_of_yes_or_no_tells_the_answer() {
    assertThat(asking.get("/q/evidence-lines-complete.html").body())
        .contains("Answer: <strong>yes</strong>", "href=\"/q/evidence-lines-complete.json\"");
  }

  @Test
  void the_style_sheet_is_served() {
    HttpResponse<String> response = asking.get("/mesagraph.css");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Asking.type(response)).isEqualTo("text/css;charset=utf-8");
  }

  @Test
  void an_answer_is_a_table_with_labels_below_a_filled_form() {
    String page = page("/q/evidence-for-failure-mode.html?mode=deceptive-alignment");

    assertThat(page)
        .contains("name=\"mode\" value=\"deceptive-alignment\"")
        .contains("<th scope=\"col\">", "<code>study:sleeper-agents</code>");
  }

  @Test
  void a_form_without_values_is_no_error() {
    String page = page("/q/evidence-for-failure-mode.html");

    assertThat(page).contains("<form").doesNotContain("role=\"alert\"");
  }

  @TestFactory
  Stream<DynamicTest> hostile_values_stay_text() {
    return Stream.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onfocus='alert(1)",
            "javascript:alert(1)",
            "</title><script>alert(1)</script>",
            "{{7*7}}${7*7}",
            "&lt;script&gt;",
            "é – “ü” 漢字 🙂")
        .map(
            value ->
                DynamicTest.dynamicTest(
                    value,
                    () -> {
                      String path =
                          "/q/evidence-for-failure-mode.html?mode=" + Asking.encode(value);
                      HttpResponse<String> response = asking.get(path);
                      assertThat(response.statusCode()).isIn(400, 422);
                      assertHarmless(response);
                      assertThat(response.body()).contains("role=\"alert\"");
                      HttpResponse<String> name =
                          asking.get("/q/x?format=html&" + Asking.encode(value) + "=1");
                      assertHarmless(name);
                      HttpResponse<String> unknown =
                          asking.get(
                              "/q/" + Asking.encode(value).replace("+", "%20"),
                              "Accept",
                              "text/html");
                      assertThat(unknown.statusCode()).isBetween(400, 499);
                      assertHarmless(unknown);
                      HttpResponse<String> parameter =
                          asking.get("/q/evidence-matrix.html?" + Asking.encode(value) + "=1");
                      assertThat(parameter.statusCode()).isEqualTo(400);
                      assertHarmless(parameter);
                    }));
  }

  @Test
  void errors_keep_letters_of_every_script() {
    HttpResponse<String> page =
        asking.get("/q/evidence-for-failure-mode.html?mode=" + Asking.encode("schön-漢字"));
    HttpResponse<String> json =
        asking.get("/q/evidence-for-failure-mode.json?mode=" + Asking.encode("schön-漢字"));

    assertThat(page.body()).contains("“schön-漢字”");
    assertThat(Asking.problem(json).getString("detail")).contains("“schön-漢字”");
  }

  @Test
  void an_unknown_path_is_a_page_for_browsers_and_problem_details_for_programs() {
    HttpResponse<String> page = asking.get("/no/such-path", "Accept", "text/html,*/*;q=0.8");
    HttpResponse<String> program = asking.get("/no/such-path");

    assertThat(page.statusCode()).isEqualTo(404);
    assertHarmless(page);
    assertThat(page.body()).contains("nothing is at /no/such-path");
    assertThat(program.statusCode()).isEqualTo(404);
    assertThat(Asking.problem(program).getString("title")).isEqualTo("Not Found");
    assertThat(Asking.problem(program).getString("detail"))
        .isEqualTo("nothing is at /no/such-path – see /");
    HttpResponse<String> hostile =
        asking.get("/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "Accept", "text/html");
    assertThat(hostile.statusCode()).isBetween(400, 499);
    assertHarmless(hostile);
  }

  @Test
  void a_method_that_is_not_allowed_is_refused_with_problem_details() {
    HttpResponse<String> response = asking.send("PUT", "/q/evidence-matrix", "x=y");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(Asking.problem(response).getString("detail")).startsWith("PUT is not allowed");
  }

  @Test
  void no_answer_names_the_software_or_shows_a_stack_trace() {
    for (String path : List.of("/", "/nothing", "/q/nothing", "/why", "/sparql?query=x", "/%00")) {
      HttpResponse<String> response = asking.get(path);
      assertThat(response.headers().firstValue("Server")).isEmpty();
      assertThat(response.body())
          .doesNotContain("Exception", "\tat ", "org.mesagraph.", "jetty", "Jetty");
    }
  }

  @Test
  void health_tells_what_is_held() {
    HttpResponse<String> response = asking.get("/health");
    JsonObject health = JSON.parse(response.body());

    assertThat(health.getString("status")).isEqualTo("ready");
    assertThat(health.get("asserted").getAsNumber().value().intValue())
        .isEqualTo(RealProject.snapshot().base().triples().size());
    assertThat(health.get("inferred").getAsNumber().value().intValue())
        .isEqualTo(RealProject.snapshot().closure().inferred().size());
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(asking.send("HEAD", "/health", "").statusCode()).isEqualTo(200);
  }

  private static String page(String path) {
    HttpResponse<String> response = asking.get(path);
    assertHarmless(response);
    return response.body();
  }

  private static void assertHarmless(HttpResponse<String> response) {
    assertThat(Asking.type(response)).isEqualTo("text/html;charset=utf-8");
    assertThat(response.headers().firstValue("Content-Security-Policy")).contains(POLICY);
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.body())
        .doesNotContainIgnoringCase("<script", "<img", "href=\"javascript:")
        .doesNotContainPattern("<[^>]*\\son[a-z]+\\s*=\\s*['\"]?alert");
  }
}
