package org.mesagraph.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JsonValue;

/** Writes whole bodies in UTF-8 with the headers that every answer carries. */
final class Responses {

  static final String JSON = "application/json";
  static final String TEXT = "text/plain";

  private Responses() {}

  static void json(HttpServletResponse response, JsonValue json) throws IOException {
    write(response, JSON, json.toString() + "\n");
  }

  static void text(HttpServletResponse response, String text) throws IOException {
    write(response, TEXT + ";charset=utf-8", text);
  }

  static void write(HttpServletResponse response, String contentType, String body)
      throws IOException {
    write(response, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  static void write(HttpServletResponse response, String contentType, byte[] body)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(contentType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
