package org.mesagraph.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server of nothing but a door, whose state is a word. */
final class Doors implements States<String> {

  private static final int THREADS = 50;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final AtomicReference<String> word = new AtomicReference<>("one");
  private final Server jetty;
  private final ServerConnector connector;

  private Doors(int threads) {
    this.jetty = new Server(new QueuedThreadPool(threads));
    this.connector = new ServerConnector(jetty, 1, 1);
  }

  static Doors open(Lanes lanes, List<Observer> observers, List<Route<String>> routes)
      throws Exception {
    return open(THREADS, Front.plain(), lanes, observers, routes);
  }

  static Doors open(int threads, Lanes lanes, List<Observer> observers, List<Route<String>> routes)
      throws Exception {
    return open(threads, Front.plain(), lanes, observers, routes);
  }

  static Doors open(Front front, List<Route<String>> routes) throws Exception {
    return open(THREADS, front, Lanes.of(1), List.of(), routes);
  }

  private static Doors open(
      int threads, Front front, Lanes lanes, List<Observer> observers, List<Route<String>> routes)
      throws Exception {
    Doors doors = new Doors(threads);
    Settings settings = new Settings(front, "public, max-age=300", 1_000, 2_000);
    Door<String> door =
        new Door<>(doors, settings, lanes, refusal -> "page: " + refusal.detail(), observers);
    ServletContextHandler context = new ServletContextHandler();
    for (Route<String> route : routes) {
      context.addServlet(new ServletHolder(new RouteServlet<>(door, route)), route.path());
    }
    doors.connector.setHost("127.0.0.1");
    doors.jetty.addConnector(doors.connector);
    doors.jetty.setHandler(context);
    doors.jetty.start();
    return doors;
  }

  @Override
  public <T> T reading(Function<String, T> work) {
    return work.apply(word.get());
  }

  void say(String other) {
    word.set(other);
  }

  int port() {
    return connector.getLocalPort();
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, new byte[0], headers);
  }

  HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  void close() throws Exception {
    jetty.stop();
  }
}
