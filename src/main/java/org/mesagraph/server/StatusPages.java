package org.mesagraph.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What is answered where nothing of ours answers: an unknown path, a method that is not allowed, a
 * bug. A page for browsers, problem details for everyone else; of a failure only its status.
 */
final class StatusPages extends ErrorHandler {

  private final Pages pages;

  StatusPages(Pages pages) {
    this.pages = pages;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Refusal refusal = Refusal.of(status, detail(status, request));
    String accept = String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT));
    boolean page = accept.contains("text/html");
    String body = page ? pages.render("error.jte", refusal) : refusal.json() + "\n";
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, page ? Pages.TYPE : Refusal.TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    Pages.HEADERS.forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }

  private static String detail(int status, Request request) {
    return switch (status) {
      case 404 -> "nothing is at " + request.getHttpURI().getPath() + " – see /";
      case 405 -> request.getMethod() + " is not allowed here: this server only answers questions";
      default -> status < 500 ? "the request was refused" : Refusal.UNKNOWN;
    };
  }
}
