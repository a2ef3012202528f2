package org.mesagraph.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Somebody who has the token, and sends as much as is taken again and again. */
record Hog(URI server) implements Callable<Integer> {

  private static final int LINES = 60_000;

  @Override
  public Integer call() throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    int sent = 0;
    try {
      while (true) {
        http.send(request(server, "hog"), HttpResponse.BodyHandlers.discarding());
        sent++;
      }
    } catch (IOException e) {
      return sent;
    }
  }

  /** A graph that is replaced by many triples, of which the last is nonsense. */
  static HttpRequest request(URI server, String what) {
    Write write = new Write(9, 1, Write.Kind.SMALL);
    String line = write.lines().lines().findFirst().orElseThrow();
    String body =
        IntStream.range(0, LINES)
            .mapToObj(i -> line.replace("-n0", "-" + what + i))
            .collect(Collectors.joining("\n"));
    return HttpRequest.newBuilder(
            server.resolve("/data?graph=" + WritingClient.encoded(WritingClient.GRAPH)))
        .header("Authorization", "Bearer " + ServerProcess.TOKEN)
        .header("Content-Type", "application/n-triples")
        .PUT(BodyPublishers.ofString(body + "\nnonsense\n"))
        .build();
  }
}
