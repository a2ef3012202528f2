package org.mesagraph.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * {@code GET /metrics} at an address of its own, so that it is not for everybody, and answers while
 * the server itself is too busy to.
 */
public final class MetricsListener implements AutoCloseable {

  /** As Prometheus names its text format. */
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final int THREADS = 2;
  private static final String PATH = "/metrics";

  private final HttpServer server;
  private final ExecutorService threads;

  private MetricsListener(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @param metrics what is answered
   * @throws MesagraphException of kind ENDPOINT if the address cannot be listened on
   */
  public static MetricsListener start(String host, int port, Supplier<String> metrics) {
    try {
      InetAddress address = InetAddress.getByName(host);
      HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS, MetricsListener::thread);
      server.setExecutor(threads);
      server.createContext("/", exchange -> answer(exchange, metrics, address));
      server.start();
      return new MetricsListener(server, threads);
    } catch (IOException e) {
      throw new MesagraphException(
          Kind.ENDPOINT,
          "metrics cannot listen on "
              + (host + ":" + port + " (" + e.getMessage() + ")")
              + " – choose another with --metrics-port, or --metrics-port off",
          e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "metrics");
    thread.setDaemon(true);
    return thread;
  }

  private static void answer(HttpExchange exchange, Supplier<String> metrics, InetAddress address)
      throws IOException {
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      send(exchange, 404, "nothing is here but " + PATH + "\n");
    } else if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      send(exchange, 405, "only GET is allowed here\n");
    } else if (address.isLoopbackAddress() && !isLocal(exchange)) {
      // a page of another site may have its name stand for this machine, but must still say it
      send(exchange, 421, "ask by the address of this machine\n");
    } else {
      send(exchange, 200, metrics.get());
    }
  }

  private static boolean isLocal(HttpExchange exchange) {
    String host =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("localhost");
    String name = host.replaceFirst(":[0-9]+$", "");
    return name.equals("localhost")
        || name.equals("[::1]")
        || name.matches("127(\\.[0-9]{1,3}){3}");
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", TYPE);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The port that is listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
