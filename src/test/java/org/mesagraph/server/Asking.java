package org.mesagraph.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.mesagraph.RealProject;

/** Requests to one server on this machine. */
public record Asking(int port) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The server over this project's files, on any free port. */
  static Server start() {
    return Server.start(RealProject.current(), Setup.local());
  }

  public static Server start(Duration queryTime) {
    return Server.start(RealProject.current(), Setup.local().within(queryTime));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** A GET with pairs of header and value. */
  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path + ": " + e, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  public HttpResponse<String> sparql(String query, String... headers) {
    return get("/sparql?query=" + encode(query), headers);
  }

  /** The bindings of a SELECT as SPARQL results JSON. */
  JsonObject select(String query) {
    HttpResponse<String> response = sparql(query, "Accept", "application/sparql-results+json");
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + ": " + response.body());
    }
    return JSON.parse(response.body());
  }

  /** The only value of a SELECT, as text. */
  String value(String query) {
    return select(query)
        .getObj("results")
        .get("bindings")
        .getAsArray()
        .get(0)
        .getAsObject()
        .getObj("value")
        .getString("value");
  }

  boolean ask(String query) {
    HttpResponse<String> response = sparql(query, "Accept", "application/sparql-results+json");
    return JSON.parse(response.body()).getBoolean("boolean");
  }

  static String type(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  static JsonObject problem(HttpResponse<String> response) {
    if (!type(response).equals("application/problem+json")) {
      throw new IllegalStateException("no problem details: " + response.body());
    }
    return JSON.parse(response.body());
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
