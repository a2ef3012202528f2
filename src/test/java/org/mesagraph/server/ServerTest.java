package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.RealProject;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/** Where the server listens, and how it ends. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServerTest {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int SECONDS = 30;

  @Test
  void a_port_that_is_taken_is_told() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> start(LOOPBACK, port))
          .isInstanceOf(MesagraphException.class)
          .hasMessage(
              "port " + port + " is taken – choose another with --port, or --port 0 for any")
          .extracting(e -> ((MesagraphException) e).kind())
          .isEqualTo(Kind.ENDPOINT);
    }
  }

  @Test
  void an_address_that_is_not_of_this_machine_is_told() {
    assertThatThrownBy(() -> start("192.0.2.1", 0))
        .isInstanceOf(MesagraphException.class)
        .hasMessageStartingWith("cannot listen on 192.0.2.1:0: ")
        .extracting(e -> ((MesagraphException) e).kind())
        .isEqualTo(Kind.ENDPOINT);
  }

  @Test
  void a_host_that_there_is_not_is_told() {
    assertThatThrownBy(() -> start("no such host", 0))
        .isInstanceOf(MesagraphException.class)
        .hasMessageStartingWith("cannot listen on no such host:0: ")
        .extracting(e -> ((MesagraphException) e).kind())
        .isEqualTo(Kind.ENDPOINT);
  }

  @Test
  void only_the_given_address_is_listened_on() throws IOException {
    InetAddress other = InetAddress.getByName("127.0.0.2");
    try (ServerSocket probe = new ServerSocket(0, 1, other)) {
      assertThat(probe.isBound()).isTrue();
    } catch (IOException e) {
      Assumptions.abort("127.0.0.2 is not an address of this machine");
    }
    Server server = start("127.0.0.2", 0);
    try {
      assertThat(isOpen("127.0.0.2", server.port())).isTrue();
      assertThat(isOpen(LOOPBACK, server.port())).isFalse();
    } finally {
      server.stop();
    }
  }

  @Test
  void a_request_that_runs_is_finished_before_the_server_stops() throws Exception {
    Server server = start(LOOPBACK, 0);
    CompletableFuture<Void> stopped = null;
    try (Socket socket = new Socket(LOOPBACK, server.port())) {
      socket.setSoTimeout(SECONDS * 1000);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String query = "ASK { ?s ?p ?o }";
      send(
          socket,
          "POST /sparql HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
              + "Content-Type: application/sparql-query\r\nContent-Length: "
              + query.length()
              + "\r\n\r\n");
      // the server says so once the request has reached what answers it
      assertThat(in.readLine()).startsWith("HTTP/1.1 100");
      assertThat(in.readLine()).isEmpty();

      stopped = CompletableFuture.runAsync(server::stop);
      awaitRefusals(server.port());
      assertThat(stopped).isNotDone();
      send(socket, query);

      assertThat(in.readLine()).startsWith("HTTP/1.1 200");
      StringBuilder rest = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rest.append(line);
      }
      assertThat(rest).contains("\"boolean\" : true");
      stopped.get(SECONDS, TimeUnit.SECONDS);
    } finally {
      if (stopped == null) {
        server.stop();
      }
    }
  }

  @Test
  void a_request_that_runs_too_long_is_cut_off() throws Exception {
    Operation hasty =
        new Operation("1.0", Optional.empty(), Optional.empty(), Duration.ofMillis(200));
    Server server = Server.start(RealProject.current(), Setup.local().operated(hasty));
    try (Socket socket = new Socket(LOOPBACK, server.port())) {
      socket.setSoTimeout(SECONDS * 1000);
      send(
          socket,
          "POST /sparql HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
              + "Content-Type: application/sparql-query\r\nContent-Length: 20\r\n\r\n");
      assertThat(socket.getInputStream().read()).isEqualTo('H');

      CompletableFuture.runAsync(server::stop).get(SECONDS, TimeUnit.SECONDS);

      assertThat(isOpen(LOOPBACK, server.port())).isFalse();
    }
  }

  @Test
  void the_port_is_free_after_the_stop() throws IOException {
    Server first = start(LOOPBACK, 0);
    int port = first.port();
    first.stop();

    assertThat(isOpen(LOOPBACK, port)).isFalse();
    Server second = start(LOOPBACK, port);
    try {
      assertThat(second.port()).isEqualTo(port);
      assertThat(new Asking(port).get("/health").statusCode()).isEqualTo(200);
    } finally {
      second.stop();
    }
  }

  private static Server start(String host, int port) {
    return Server.start(RealProject.current(), Setup.local().at(host, port));
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** Waits until a stopping server lets nobody in, and says so to whoever asks. */
  private static void awaitRefusals(int port) throws InterruptedException {
    Asking asking = new Asking(port);
    Instant last = Instant.now().plusSeconds(SECONDS);
    while (asking.get("/health/ready").statusCode() == 200) {
      if (Instant.now().isAfter(last)) {
        throw new IllegalStateException("port " + port + " stays ready");
      }
      Thread.sleep(20);
    }
    assertThat(asking.get("/health").body()).contains("\"stopping\"");
    assertThat(asking.get("/health/live").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = asking.get("/q/");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(Asking.problem(refused).getString("detail"))
        .isEqualTo("the server is stopping – ask again soon");
  }

  private static boolean isOpen(String host, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), SECONDS * 1000);
      return true;
    } catch (ConnectException e) {
      return false;
    }
  }
}
