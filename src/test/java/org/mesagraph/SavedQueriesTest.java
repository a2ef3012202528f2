package org.mesagraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.base.Prefixes;
import org.mesagraph.query.Answer;
import org.mesagraph.query.AnswerJson;
import org.mesagraph.query.CaseResult;
import org.mesagraph.query.QueryCase;
import org.mesagraph.query.QueryCases;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQuery;
import org.mesagraph.server.Server;
import org.mesagraph.server.Setup;

/** Every test that a saved query carries, in memory and over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SavedQueriesTest {

  private static final Prefixes PREFIXES = RealProject.snapshot().base().prefixes();
  private static final QueryRunner RUNNER =
      new QueryRunner(RealProject.snapshot().dataset(), PREFIXES);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(RealProject.current(), Setup.local());
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @TestFactory
  Stream<DynamicTest> every_case_passes_in_memory() {
    return RealProject.queries().all().stream()
        .flatMap(query -> new QueryCases(RUNNER).run(query).stream().map(r -> inMemory(query, r)));
  }

  @TestFactory
  Stream<DynamicTest> every_case_passes_over_http() {
    return RealProject.queries().all().stream()
        .flatMap(query -> query.header().tests().stream().map(test -> overHttp(query, test)));
  }

  @Test
  void every_saved_query_carries_a_case() {
    assertThat(RealProject.queries().all()).isNotEmpty();
    assertThat(RealProject.queries().all())
        .allSatisfy(query -> assertThat(query.header().tests()).as(query.name()).isNotEmpty());
  }

  private static DynamicTest inMemory(SavedQuery query, CaseResult result) {
    return DynamicTest.dynamicTest(
        query.name() + "/" + result.test() + " (in memory)",
        uri(query),
        () -> assertThat(result.failure()).isEmpty());
  }

  private static DynamicTest overHttp(SavedQuery query, QueryCase test) {
    return DynamicTest.dynamicTest(
        query.name() + "/" + test.name() + " (over HTTP)",
        uri(query),
        () -> {
          HttpResponse<String> response = ask(query, test);
          if (test.expect().isRefusal()) {
            assertRefused(test, response);
          } else {
            assertEqualRows(query, test, response);
          }
        });
  }

  private static void assertRefused(QueryCase test, HttpResponse<String> response) {
    long status = response.statusCode();
    if (test.expect().status().isPresent()) {
      assertThat(status).isEqualTo(test.expect().status().get());
    } else {
      assertThat(status).isIn(400L, 422L);
    }
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonObject problem = JSON.parse(response.body());
    assertThat(problem.get("status").getAsNumber().value().longValue()).isEqualTo(status);
    List<String> suggested =
        problem.get("errors").getAsArray().stream()
            .map(JsonValue::getAsObject)
            .filter(error -> error.hasKey("didYouMean"))
            .map(error -> error.getString("didYouMean"))
            .toList();
    Optional<String> wanted = test.expect().didYouMean();
    if (wanted.isPresent() && wanted.get().equals("false")) {
      assertThat(suggested).isEmpty();
    } else if (wanted.isPresent() && wanted.get().equals("true")) {
      assertThat(suggested).isNotEmpty();
    } else {
      wanted.ifPresent(name -> assertThat(suggested).contains(name));
    }
  }

  /** The cells of an answer in JSON hold ids, labels, numbers and texts; all must be the same. */
  private static void assertEqualRows(
      SavedQuery query, QueryCase test, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    Answer answer = RUNNER.run(query, test.params());
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    AnswerJson.write(answer, PREFIXES, expected);
    JsonObject wanted = JSON.parse(expected.toString(StandardCharsets.UTF_8));
    JsonObject found = JSON.parse(response.body());

    assertThat(found.get("columns")).isEqualTo(wanted.get("columns"));
    assertThat(found.get("rows")).isEqualTo(wanted.get("rows"));
    assertThat(found.get("boolean")).isEqualTo(wanted.get("boolean"));
    if (test.expect().ask().isEmpty()) {
      assertThat(found.get("rows").getAsArray()).hasSize(answer.rows().size());
    }
    assertThat(found.get("meta").getAsObject().getString("query")).isEqualTo(query.name());
  }

  private static HttpResponse<String> ask(SavedQuery query, QueryCase test)
      throws IOException, InterruptedException {
    String parameters =
        test.params().entrySet().stream()
            .flatMap(parameter -> parameter.getValue().stream().map(v -> pair(parameter, v)))
            .collect(Collectors.joining("&"));
    URI uri =
        URI.create(
            "http://127.0.0.1:"
                + server.port()
                + "/q/"
                + query.name()
                + ".json"
                + (parameters.isEmpty() ? "" : "?" + parameters));
    return CLIENT.send(
        HttpRequest.newBuilder(uri).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String pair(Map.Entry<String, List<String>> parameter, String value) {
    return parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static URI uri(SavedQuery query) {
    return RealProject.root().resolve(query.file()).toUri();
  }
}
