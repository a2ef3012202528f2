package org.mesagraph.server;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets running requests finish when the server is to stop. Meanwhile the port stays open: who asks
 * for something new is told to come back, and who asks after the server's health is answered.
 */
final class Closing extends GracefulHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
  private static final String RETRY_SECONDS = "5";

  private final String health;

  /**
   * Not closed yet.
   *
   * @param base path before all others
   */
  Closing(String base) {
    this.health = base + Health.PATH;
  }

  /** Lets no request in any more, waits for those that are inside, and then cuts them off. */
  void close(Duration patience) {
    try {
      shutdown().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return;
    } catch (TimeoutException e) {
      LOG.warn("{} requests are cut off", getCurrentRequestCount());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    getServer().setStopTimeout(0);
  }

  @Override
  protected void handleShutdownRejection(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    String path = Request.getPathInContext(request);
    if (path.equals(health) || path.startsWith(health + "/")) {
      answer(request, response, callback);
      return;
    }
    response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
    Response.writeError(request, response, callback, 503, "stopping");
  }

  private void answer(Request request, Response response, Callback callback) {
    try {
      if (!getHandler().handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }
}
