package org.mesagraph.durability;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.mesagraph.durability.Ledger.Fate;
import org.mesagraph.http.Settings;
import org.mesagraph.rule.Sample;

/** Somebody who writes one thing after another, until the server is gone. */
final class WritingClient implements Callable<Integer> {

  static final String GRAPH = "https://w3id.org/mesagraph/graph/two";

  private static final Path TEMPLATES = Sample.HOME.resolve("src/test/resources/durability");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration IMPATIENCE = Duration.ofMillis(20);
  private static final int TOO_MANY_BYTES = Settings.usual().longestWrite() + 1;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final Ledger ledger;
  private final long seed;
  private final int writer;
  private int number;

  /** Goes on after a number of writes. */
  WritingClient(URI server, Ledger ledger, long seed, int writer, int number) {
    this.server = server;
    this.ledger = ledger;
    this.seed = seed;
    this.writer = writer;
    this.number = number;
  }

  /** Writes until nobody answers; the number of the last write. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    boolean answered = true;
    while (answered) {
      number++;
      Write write = Write.of(seed, writer, number);
      try {
        make(write);
      } catch (IOException e) {
        answered = false;
      }
    }
    return number;
  }

  /** Makes one write, and notes what came of it. */
  void make(Write write) throws IOException, InterruptedException {
    ledger.send(write);
    ledger.note(write, send(write));
  }

  /** Has a large graph refused at its end; whether it was. */
  boolean refused(int what) throws IOException, InterruptedException {
    return http.send(
                Hog.request(server, "refused-" + what + "-"),
                HttpResponse.BodyHandlers.discarding())
            .statusCode()
        == CLIENT_ERROR;
  }

  private Fate send(Write write) throws IOException, InterruptedException {
    return switch (write.kind()) {
      case SMALL -> write.number() % 2 == 0 ? add(write) : update(insert(write), PATIENCE);
      case LARGE -> add(write);
      case COUNTER -> update(count(write), PATIENCE);
      case IMPATIENT -> impatient(write);
      case MALFORMED -> replace(write.lines() + "nonsense");
      case OVERSIZED -> replace(write.lines() + "#".repeat(TOO_MANY_BYTES));
      case CUT_OFF -> cutOff(write);
    };
  }

  private Fate impatient(Write write) throws IOException, InterruptedException {
    try {
      return update(insert(write), IMPATIENCE);
    } catch (HttpTimeoutException e) {
      return Fate.UNKNOWN;
    }
  }

  private Fate add(Write write) throws IOException, InterruptedException {
    return send(
        request("/data?graph=" + encoded(GRAPH))
            .header("Content-Type", "application/n-triples")
            .POST(BodyPublishers.ofString(write.lines())));
  }

  private Fate replace(String body) throws IOException, InterruptedException {
    return send(
        request("/data?graph=" + encoded(GRAPH))
            .header("Content-Type", "application/n-triples")
            .PUT(BodyPublishers.ofString(body)));
  }

  private Fate update(String text, Duration patience) throws IOException, InterruptedException {
    return send(
        request("/update")
            .timeout(patience)
            .header("Content-Type", "application/sparql-update")
            .POST(BodyPublishers.ofString(text)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + ServerProcess.TOKEN);
  }

  private Fate send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() < CLIENT_ERROR) {
      return Fate.MADE;
    }
    return answer.statusCode() < SERVER_ERROR ? Fate.REFUSED : Fate.UNKNOWN;
  }

  /** Promises more than it sends, and goes away. */
  private Fate cutOff(Write write) throws IOException {
    byte[] body = write.lines().getBytes(StandardCharsets.UTF_8);
    String head =
        String.join(
            "\r\n",
            "POST /data?graph=" + encoded(GRAPH) + " HTTP/1.1",
            "Host: " + server.getAuthority(),
            "Authorization: Bearer " + ServerProcess.TOKEN,
            "Content-Type: application/n-triples",
            "Content-Length: " + (body.length + 1),
            "",
            "");
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
    }
    return Fate.REFUSED;
  }

  private static String insert(Write write) throws IOException {
    return template("insert.ru").replace("TRIPLES", write.lines());
  }

  private static String count(Write write) throws IOException {
    return template("count.ru")
        .replace("WRITER", "w" + write.writer())
        .replace("NUMBER", String.valueOf(write.number()));
  }

  private static String template(String name) throws IOException {
    return Files.readString(TEMPLATES.resolve(name));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
