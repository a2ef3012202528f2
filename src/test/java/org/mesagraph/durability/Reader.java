package org.mesagraph.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.mesagraph.rule.Sample;

/**
 * Somebody who asks one question again and again.
 *
 * @param server where to ask
 */
record Reader(URI server, HttpClient http) {

  private static final Path QUERY =
      Sample.HOME.resolve("src/test/resources/durability/supports.rq");

  static Reader of(URI server) {
    return new Reader(server, HttpClient.newHttpClient());
  }

  /**
   * Which studies support b.
   *
   * @throws IllegalStateException if there is no answer, or what is stated and what follows do not
   *     go together in it
   */
  Set<String> ask() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    server.resolve(
                        "/sparql?query=" + WritingClient.encoded(Files.readString(QUERY))))
                .header("Accept", "text/csv")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    Set<String> stated = new TreeSet<>();
    Set<String> follows = new TreeSet<>();
    for (String row : answer.body().lines().skip(1).toList()) {
      int comma = row.indexOf(',');
      (comma > 0 ? stated : follows).add(local(comma > 0 ? row.substring(0, comma) : row));
    }
    if (!stated.equals(follows)) {
      throw new IllegalStateException(stated + " are stated, and of " + follows + " it follows");
    }
    return stated;
  }

  private static String local(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1);
  }
}
