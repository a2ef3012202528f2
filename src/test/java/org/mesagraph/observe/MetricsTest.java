package org.mesagraph.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.http.Exchange;

/** The numbers that are told, and who may ask for them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetricsTest {

  private final Metrics metrics =
      new Metrics("evidence-matrix"::equals, () -> Map.of("program", "1.0", "version", "abc"));

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void requests_are_counted_by_route_and_saved_query() {
    metrics.answered(exchange("q", "evidence-matrix", 200, Optional.empty()));
    metrics.answered(exchange("q", "evidence-matrix", 200, Optional.empty()));
    metrics.answered(exchange("why", "", 503, Optional.of("Limit reached")));

    assertThat(metrics.text())
        .contains(
            "mesagraph_request_seconds_count{query=\"evidence-matrix\",route=\"q\"} 2\n",
            "mesagraph_request_seconds_bucket{query=\"evidence-matrix\",route=\"q\",le=\"0.025\"} 2",
            "mesagraph_request_seconds_bucket{query=\"evidence-matrix\",route=\"q\",le=\"0.002\"} 0",
            "mesagraph_responses_total{route=\"q\",status=\"200\"} 2.0\n",
            "mesagraph_refusals_total{kind=\"Limit reached\",status=\"503\"} 1.0\n",
            "mesagraph_sent_bytes_total 51.0\n",
            "mesagraph_served{program=\"1.0\",version=\"abc\"} 1.0\n",
            "jvm_memory_used_bytes{area=\"heap\"",
            "jvm_gc_max_data_size_bytes",
            "jvm_threads_live_threads");
  }

  @Test
  void what_strangers_ask_for_makes_no_new_series() {
    metrics.answered(exchange("q", "something-0", 404, Optional.of("Not Found")));
    long before = metrics.text().lines().count();
    for (int i = 1; i < 500; i++) {
      metrics.answered(exchange("q", "something-" + i, 404, Optional.of("Not Found")));
    }

    assertThat(metrics.text().lines().count()).isEqualTo(before);
    assertThat(metrics.text()).doesNotContain("something");
  }

  @Test
  void a_number_is_read_when_it_is_asked_for() {
    int[] number = {1};
    metrics.show("mesagraph.statements", "Statements", Map.of("kind", "asserted"), () -> number[0]);
    assertThat(metrics.text()).contains("mesagraph_statements{kind=\"asserted\"} 1.0");
    number[0] = 7;
    assertThat(metrics.text()).contains("mesagraph_statements{kind=\"asserted\"} 7.0");
  }

  @Test
  void they_are_told_on_a_listener_of_their_own() throws IOException {
    try (MetricsListener listener = MetricsListener.start("127.0.0.1", 0, metrics::text)) {
      String own = "127.0.0.1:" + listener.port();
      assertThat(ask(listener, "GET /metrics", own))
          .startsWith("HTTP/1.1 200")
          .contains("text/plain; version=0.0.4", "mesagraph_served");
      assertThat(ask(listener, "GET /metrics", "localhost")).startsWith("HTTP/1.1 200");
      assertThat(ask(listener, "GET /", own)).startsWith("HTTP/1.1 404");
      assertThat(ask(listener, "DELETE /metrics", own)).startsWith("HTTP/1.1 405");
    }
  }

  @Test
  void a_page_that_has_its_name_stand_for_this_machine_gets_none() throws IOException {
    try (MetricsListener listener = MetricsListener.start("127.0.0.1", 0, metrics::text)) {
      assertThat(ask(listener, "GET /metrics", "evil.example"))
          .startsWith("HTTP/1.1 421")
          .doesNotContain("mesagraph_served");
    }
  }

  @Test
  void a_port_that_is_taken_is_told() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(
              () -> MetricsListener.start("127.0.0.1", taken.getLocalPort(), metrics::text))
          .isInstanceOf(MesagraphException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("--metrics-port off")
          .extracting(e -> ((MesagraphException) e).kind())
          .isEqualTo(Kind.ENDPOINT);
    }
  }

  private static String ask(MetricsListener listener, String what, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", listener.port())) {
      socket.setSoTimeout(30_000);
      String request = what + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Exchange exchange(
      String route, String tail, int status, Optional<String> refusal) {
    return new Exchange(
        "00ff",
        route,
        Optional.of(tail).filter(text -> !text.isEmpty()),
        "GET",
        "/" + route + "/" + tail,
        "203.0.113.7",
        status,
        17,
        Duration.ZERO,
        Duration.ofMillis(12),
        refusal,
        Optional.empty());
  }
}
