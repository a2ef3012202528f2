package org.mesagraph.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Writes answers to whoever asked, however slowly they read. */
final class Sending {

  /** What Jetty's own buffer takes at once. */
  static final int SMALL = 16 * 1024;

  private static final Duration LEAST_TIME = Duration.ofSeconds(30);
  private static final int SLOWEST_BYTES_PER_MILLI = 32;

  private Sending() {}

  /**
   * Sends a body while no thread waits for it. A reader who is slower than 32 kB a second on the
   * whole, and has had half a minute, is cut off.
   *
   * @param end what is to be done when the body is not needed any more
   */
  static void later(
      HttpServletRequest request,
      HttpServletResponse response,
      AsyncContext context,
      byte[] bytes,
      Runnable end)
      throws IOException {
    context.setTimeout(LEAST_TIME.toMillis() + bytes.length / SLOWEST_BYTES_PER_MILLI);
    ServletContextRequest connection = ServletContextRequest.getServletContextRequest(request);
    ServletOutputStream out = response.getOutputStream();
    Piecewise pieces = new Piecewise(bytes, out, context, end, connection);
    context.addListener(pieces);
    out.setWriteListener(pieces);
  }

  /** Sends a body as it is made. */
  static void streamed(
      HttpServletRequest request, HttpServletResponse response, Body.Source source, boolean gzip)
      throws IOException {
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    OutputStream out = response.getOutputStream();
    if (gzip) {
      try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
        source.write(zip);
      }
    } else {
      source.write(out);
    }
  }

  private static final class Piecewise implements WriteListener, AsyncListener {
    private final byte[] bytes;
    private final ServletOutputStream out;
    private final AsyncContext context;
    private final Runnable end;
    private final ServletContextRequest request;
    private final AtomicBoolean ended = new AtomicBoolean();
    private int sent;

    Piecewise(
        byte[] bytes,
        ServletOutputStream out,
        AsyncContext context,
        Runnable end,
        ServletContextRequest request) {
      this.bytes = bytes;
      this.out = out;
      this.context = context;
      this.end = end;
      this.request = request;
    }

    @Override
    public void onWritePossible() throws IOException {
      while (out.isReady()) {
        if (sent == bytes.length) {
          finish();
          return;
        }
        int piece = Math.min(SMALL, bytes.length - sent);
        out.write(bytes, sent, piece);
        sent += piece;
      }
    }

    private void finish() {
      if (!ended.getAndSet(true)) {
        end.run();
        context.complete();
      }
    }

    @Override
    public void onError(Throwable e) {
      finish(); // whoever asked is gone
    }

    /** The time is over: nothing but the end of the connection tells so within a body. */
    @Override
    public void onTimeout(AsyncEvent event) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      finish();
    }

    @Override
    public void onError(AsyncEvent event) {
      finish();
    }

    @Override
    public void onComplete(AsyncEvent event) {
      if (!ended.getAndSet(true)) {
        end.run();
      }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // it is not begun anew
    }
  }
}
