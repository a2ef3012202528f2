package org.mesagraph.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends refusals. */
final class Errors {

  private Errors() {}

  /** As problem details in JSON. */
  static void send(HttpServletResponse response, Refusal refusal) throws IOException {
    response.setStatus(refusal.status());
    response.setHeader("Cache-Control", "no-store");
    if (refusal.status() == 503) {
      response.setHeader("Retry-After", "5");
    }
    Responses.write(response, Refusal.TYPE, refusal.json().toString() + "\n");
  }

  /** As a page for browsers. */
  static void sendPage(HttpServletResponse response, Refusal refusal, Pages pages)
      throws IOException {
    response.setStatus(refusal.status());
    response.setHeader("Cache-Control", "no-store");
    pages.send(response, "error.jte", refusal);
  }
}
