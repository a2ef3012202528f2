package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuestionsOnlyTest {

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

  @ParameterizedTest
  @CsvSource({"TRACE,/health", "TRACE,/q/", "TRACE,/sparql", "MKCOL,/q/", "DELETE,/health"})
  void a_method_that_does_not_ask_is_refused(String method, String path) {
    HttpResponse<String> response = asking.send(method, path, "", "X-Marker", "echoed");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
    assertThat(response.body()).doesNotContain("echoed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/q/evidence-matrix.json", "/sparql?query=ASK%7B%7D"})
  void pages_of_other_sites_may_read_the_answer(String path) {
    HttpResponse<String> response = asking.get(path, "Origin", "https://example.org");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }
}
