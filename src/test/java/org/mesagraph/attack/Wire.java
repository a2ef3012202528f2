package org.mesagraph.attack;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests to a target and waits for whole answers, for no longer than it is told to. */
final class Wire {

  /** What an innocent visitor asks. */
  private static final Sent PROBE = Sent.get("/sparql?query=ASK%7B%7D");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Wire() {}

  /**
   * Sends one request.
   *
   * @throws IllegalStateException if the connection is refused: an attack that never arrived shows
   *     nothing
   */
  static Heard send(Target target, Sent sent, Duration most) {
    byte[] body = sent.body().getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target.port() + sent.path()))
            .method(
                sent.method(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (!sent.headers().isEmpty()) {
      request.headers(sent.headers().toArray(String[]::new));
    }
    return send(target, request.build(), most);
  }

  static Heard send(Target target, HttpRequest request, Duration most) {
    long begin = System.nanoTime();
    CompletableFuture<HttpResponse<byte[]>> answer =
        CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
      return new Heard(
          response.statusCode(), response.headers(), response.body(), "", since(begin));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Heard.nothing("none within " + most.toMillis() + " ms", since(begin));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ConnectException) {
        throw new IllegalStateException(target + " refused the connection", e);
      }
      if (e.getCause() instanceof IOException) {
        return Heard.nothing(String.valueOf(e.getCause().getMessage()), since(begin));
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Visits a target once, so that what it does the first time only is done. */
  static void visit(Target target, Duration most) {
    Heard heard = send(target, Sent.get(target.visited()), most);
    if (heard.status() != 200) {
      throw new IllegalStateException(target + " answers no visitor: " + heard);
    }
  }

  /** What a target answers to an innocent visitor. */
  static Heard probe(Target target, Duration most) {
    return send(target, PROBE, most);
  }
}
