package org.mesagraph.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Asks a server one thing after another, as clients with addresses of their own. */
record Asker(HttpClient http, String base, List<String> paths, AtomicLong turn) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static Asker of(String base, List<String> paths) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    return new Asker(http, base, paths, new AtomicLong());
  }

  /**
   * Asks what is next, and reads the answer to its end.
   *
   * @param client the last part of the client's address
   * @return the status; 0 if there was no answer
   */
  int next(int client) throws InterruptedException {
    String path = paths.get((int) (turn.getAndIncrement() % paths.size()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("X-Forwarded-For", "203.0." + client / 256 + "." + client % 256)
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }
}
