package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.RealProject;
import org.mesagraph.observe.AccessLog;
import org.mesagraph.observe.Clients;

/** What those who run a server are told. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperationTest {

  @TempDir private Path folder;

  @Test
  void its_health_tells_what_it_serves() {
    Server server = Asking.start();
    try {
      Asking asking = new Asking(server.port());
      HttpResponse<String> health = asking.get("/health");
      assertThat(health.headers().firstValue("Cache-Control")).contains("no-store");
      JsonObject told = JSON.parse(health.body());
      assertThat(told.getString("status")).isEqualTo("ready");
      assertThat(told.getString("program")).isEqualTo("development");
      assertThat(told.getString("version")).isNotEmpty();
      assertThat(told.getNumber("asserted").intValue())
          .isEqualTo(RealProject.snapshot().base().triples().size());
      assertThat(told.getNumber("queries").intValue())
          .isEqualTo(RealProject.queries().all().size());
      assertThat(asking.get("/health/ready").body()).isEqualTo(health.body());
      assertThat(asking.get("/health/live").body()).contains("\"live\"").doesNotContain("asserted");
      assertThat(asking.get("/health/else").statusCode()).isEqualTo(404);
    } finally {
      server.stop();
    }
  }

  @Test
  void requests_are_logged_and_counted_but_not_what_they_ask() throws IOException {
    Path file = folder.resolve("access.log");
    Operation watched =
        new Operation(
            "1.2.3",
            Optional.of(AccessLog.inFile(file, Clients.NETWORK, Clock.systemUTC())),
            Optional.of(new Operation.Address("127.0.0.1", 0)),
            Operation.USUAL_PATIENCE);
    Server server = Server.start(RealProject.current(), Setup.local().operated(watched));
    String metrics;
    try {
      Asking asking = new Asking(server.port());
      asking.get("/q/evidence-matrix.csv");
      asking.get("/q/evidence-by-study?mode=secret-mode");
      asking.get("/why?s=secret-subject", "Authorization", "Bearer secret-token");
      assertThat(asking.get("/metrics").statusCode()).isEqualTo(404);
      metrics = new Asking(server.metricsPort().orElseThrow()).get("/metrics").body();
    } finally {
      server.stop();
    }

    assertThat(metrics)
        .contains(
            "mesagraph_request_seconds_count{query=\"evidence-matrix\",route=\"q\"} 1\n",
            "mesagraph_responses_total{route=\"why\",status=\"400\"} 1.0\n",
            "mesagraph_refusals_total{kind=\"Parameters refused\",",
            "mesagraph_lane_working{lane=\"queries\"} 0.0\n",
            "mesagraph_statements{kind=\"inferred\"} "
                + (double) RealProject.snapshot().inferred().size()
                + "\n",
            "mesagraph_served{",
            "program=\"1.2.3\"")
        .containsPattern("mesagraph_reasoning_seconds [0-9]")
        .doesNotContain("secret");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3).noneMatch(line -> line.contains("secret"));
    JsonObject first = JSON.parse(lines.get(0));
    assertThat(first.getString("path")).isEqualTo("/q/evidence-matrix.csv");
    assertThat(first.getString("client")).isEqualTo("127.0.0.0/24");
    assertThat(JSON.parse(lines.get(2)).getString("refusal")).isEqualTo("Bad request");
  }
}
