package org.mesagraph.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.http.Exchange;

/** The lines that are written about requests. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessLogTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00.123456Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void a_request_is_one_line_of_json() throws IOException {
    JsonObject line = line(Clients.NETWORK, exchange("203.0.113.77", "/q/evidence-matrix.csv"));

    assertThat(line.keys())
        .containsExactlyInAnyOrder(
            "time", "id", "client", "method", "path", "route", "status", "bytes", "wait_ms",
            "work_ms", "refusal");
    assertThat(line.getString("time")).isEqualTo("2026-11-21T12:00:00.123Z");
    assertThat(line.getString("client")).isEqualTo("203.0.113.0/24");
    assertThat(line.getString("path")).isEqualTo("/q/evidence-matrix.csv");
    assertThat(line.get("status").toString()).isEqualTo("503");
    assertThat(line.get("work_ms").toString()).isEqualTo("12.3");
    assertThat(line.getString("refusal")).isEqualTo("Limit reached");
  }

  @Test
  void it_tells_as_much_of_a_client_as_is_wanted() throws IOException {
    assertThat(line(Clients.FULL, exchange("2001:db8:1:2::7", "/")).getString("client"))
        .isEqualTo("2001:db8:1:2::7");
    assertThat(line(Clients.NETWORK, exchange("2001:db8:1:2::7", "/")).getString("client"))
        .isEqualTo("2001:db8:1:0:0:0:0:0/48");
    assertThat(line(Clients.NONE, exchange("203.0.113.77", "/")).hasKey("client")).isFalse();
    assertThat(line(Clients.NETWORK, exchange("no.address.example", "/")).hasKey("client"))
        .isFalse();
  }

  @Test
  void what_a_stranger_writes_stays_within_its_line() throws IOException {
    JsonObject line =
        line(Clients.FULL, exchange("203.0.113.7", "/a\"\r\n{\"status\":200}\u2028é"));

    assertThat(line.getString("path")).isEqualTo("/a\"\r\n{\"status\":200}\u2028é");
    assertThat(line(Clients.FULL, exchange("203.0.113.7", "/" + "x".repeat(5_000))))
        .satisfies(long_ -> assertThat(long_.getString("path")).hasSize(501));
  }

  @Test
  void what_waits_to_be_written_is_written_at_the_end() throws IOException {
    Path file = folder.resolve("logs/access.log");
    AccessLog log = AccessLog.inFile(file, Clients.NETWORK, NOON);
    for (int i = 0; i < 1_000; i++) {
      log.answered(exchange("203.0.113.7", "/" + i));
    }
    log.close();

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1_000);
    assertThat(JSON.parse(lines.get(999)).getString("path")).isEqualTo("/999");
  }

  @Test
  void a_file_that_cannot_be_written_is_told() {
    assertThatThrownBy(() -> AccessLog.inFile(folder, Clients.NETWORK, NOON))
        .isInstanceOf(MesagraphException.class)
        .hasMessage("cannot write the access log " + folder + ": it is no file that can be written")
        .extracting(e -> ((MesagraphException) e).kind())
        .isEqualTo(Kind.INPUT);
  }

  private JsonObject line(Clients clients, Exchange exchange) throws IOException {
    Path file = Files.createTempDirectory(folder, "log").resolve("access.log");
    AccessLog log = AccessLog.inFile(file, clients, NOON);
    log.answered(exchange);
    log.close();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1);
    return JSON.parse(lines.get(0));
  }

  private static Exchange exchange(String client, String path) {
    return new Exchange(
        "00ff",
        "q",
        Optional.of("evidence-matrix"),
        "GET",
        path,
        client,
        503,
        17,
        Duration.ofNanos(40_000),
        Duration.ofNanos(12_345_678),
        Optional.of("Limit reached"),
        Optional.empty());
  }
}
