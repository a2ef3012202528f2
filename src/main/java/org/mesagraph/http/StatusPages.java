package org.mesagraph.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What is answered where nothing of ours answers: an unknown path, a request that is not HTTP, a
 * bug. A page for browsers, problem details for everyone else; of a failure only its status.
 */
public final class StatusPages extends ErrorHandler {

  private final Function<Refusal, String> page;
  private final String home;

  /**
   * What is answered.
   *
   * @param page shows a refusal to a browser
   * @param home path of the start page
   */
  public StatusPages(Function<Refusal, String> page, String home) {
    this.page = page;
    this.home = home;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Refusal refusal = Refusal.of(status, detail(status, request));
    boolean html = Outgoing.prefersPage(request.getHeaders().get(HttpHeader.ACCEPT));
    String body = html ? page.apply(refusal) : refusal.json() + "\n";
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, html ? "text/html;charset=utf-8" : Refusal.TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Outgoing.SAFETY.forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }

  private String detail(int status, Request request) {
    return switch (status) {
      case 404 -> "nothing is at " + request.getHttpURI().getPath() + " – see " + home;
      case 405 -> request.getMethod() + " is not allowed here";
      case 503 -> "the server is stopping – ask again soon";
      default -> status < 500 ? "the request was refused" : Refusal.UNKNOWN;
    };
  }
}
