package org.mesagraph.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A started server as its clients see it.
 *
 * @param root where it listens, without a slash at the end
 * @param always headers of every request, pairs of name and value
 */
record Endpoint(String root, List<String> always) {

  static final String QUERY = "application/sparql-query";
  static final String UPDATE = "application/sparql-update";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  Endpoint {
    always = List.copyOf(always);
  }

  static Endpoint at(int port, String... always) {
    return new Endpoint("http://127.0.0.1:" + port, List.of(always));
  }

  HttpResponse<byte[]> send(Message message) {
    byte[] body = message.body();
    List<String> headers = new ArrayList<>(always);
    headers.addAll(message.headers());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + message.path()))
            .timeout(PATIENCE)
            .method(
                message.method(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(message.method() + " " + message.path(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Posts a text of a media type as it stands. */
  HttpResponse<byte[]> post(String path, String type, String accept, String text) {
    return send(
        new Message(
            "POST",
            path,
            List.of("Content-Type", type, "Accept", accept),
            text.getBytes(StandardCharsets.UTF_8)));
  }

  static boolean succeeded(HttpResponse<?> response) {
    return response.statusCode() / 100 == 2;
  }

  static String text(HttpResponse<byte[]> response) {
    return text(response.body());
  }

  static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
