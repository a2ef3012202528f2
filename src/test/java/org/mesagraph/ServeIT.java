package org.mesagraph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a server: from the launcher to Ctrl-C. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServeIT {

  private static final Pattern ADDRESS = Pattern.compile("pages (http://127\\.0\\.0\\.1:(\\d+))/");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void it_answers_until_it_is_interrupted_and_leaves_the_port_free() throws Exception {
    CommandRun.Running server = serve("--port", "0");
    try {
      server.awaitTalk("ready in");
      Matcher address = ADDRESS.matcher(Files.readString(server.err()));
      assertThat(address.find()).isTrue();
      int port = Integer.parseInt(address.group(2));
      HttpResponse<String> health = get(address.group(1) + "/health");
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body()).contains("\"ready\"");
      assertThat(get(address.group(1) + "/q/evidence-matrix.csv").statusCode()).isEqualTo(200);

      boolean ignored = ignoresInterrupts();
      send(ignored ? "TERM" : "INT", server.process());
      CommandRun run = server.end();
      assertThat(run.exit()).as(run.err()).isEqualTo(ignored ? 143 : 130);
      assertThat(run.err()).endsWith("stopped");
      assertThat(run.out()).isEmpty();
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
        assertThat(free.getLocalPort()).isEqualTo(port);
      }
    } finally {
      server.process().destroyForcibly();
    }
  }

  @Test
  void a_query_that_runs_is_answered_before_it_stops_and_nothing_new_begins() throws Exception {
    CommandRun.Running server = serve("--port", "0", "--stop-within", "30");
    try {
      server.awaitTalk("ready in");
      Matcher address = ADDRESS.matcher(Files.readString(server.err()));
      assertThat(address.find()).isTrue();
      String base = address.group(1);
      CompletableFuture<HttpResponse<String>> slow = runsForSeconds(base);

      send("TERM", server.process());
      Instant last = Instant.now().plus(PATIENCE);
      while (get(base + "/health/ready").statusCode() == 200 && Instant.now().isBefore(last)) {
        Thread.sleep(20);
      }

      // it would be gone if the query were done
      assertThat(get(base + "/health").body()).contains("\"stopping\"");
      assertThat(get(base + "/q/").statusCode()).isEqualTo(503);
      assertThat(slow.get().statusCode()).as(slow.get().body()).isEqualTo(200);
      CommandRun run = server.end();
      assertThat(run.exit()).as(run.err()).isEqualTo(143);
      assertThat(run.err()).endsWith("stopped");
    } finally {
      server.process().destroyForcibly();
    }
  }

  /**
   * A query that is made longer until it takes more than two and a half seconds, then begun once
   * more.
   */
  private static CompletableFuture<HttpResponse<String>> runsForSeconds(String base)
      throws IOException, InterruptedException {
    String query = Files.readString(RealProject.root().resolve("src/test/resources/slow.rq"));
    for (int rows = 400; ; rows = rows * 7 / 5) {
      URI uri =
          URI.create(
              base
                  + "/sparql?query="
                  + URLEncoder.encode(query.replace("100", String.valueOf(rows)), UTF_8));
      long began = System.nanoTime();
      HttpResponse<String> once = get(uri.toString());
      assertThat(once.statusCode()).as(once.body()).isEqualTo(200);
      if (Duration.ofNanos(System.nanoTime() - began).toMillis() >= 2_500) {
        CompletableFuture<HttpResponse<String>> again =
            HttpClient.newHttpClient()
                .sendAsync(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
        Thread.sleep(300); // until it has surely arrived
        return again;
      }
    }
  }

  @Test
  void a_port_that_is_taken_ends_with_4_and_a_clear_message() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      CommandRun run = serve("--port", String.valueOf(taken.getLocalPort())).end();

      assertThat(run.exit()).isEqualTo(4);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo(
              "error: port "
                  + taken.getLocalPort()
                  + " is taken – choose another with --port, or --port 0 for any");
    }
  }

  private CommandRun.Running serve(String... options) throws IOException {
    Path launcher = RealProject.root().resolve("mesagraph");
    Map<String, String> environment =
        Map.of(
            "PATH", System.getenv("PATH"),
            "HOME", folder.toString(),
            "JAVA_HOME", System.getProperty("java.home"));
    List<String> command = new ArrayList<>(List.of(launcher.toString(), "serve"));
    command.addAll(List.of(options));
    return CommandRun.start(folder, environment, "", command);
  }

  private static HttpResponse<String> get(String uri) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static void send(String signal, Process process)
      throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
    try {
      assertThat(kill.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(kill.exitValue()).isZero();
    } finally {
      kill.destroyForcibly();
    }
  }

  /** Whether Ctrl-C is ignored, as a shell script has it for what it starts with “&”. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}
