package org.mesagraph.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How far a request has come. It is told to observers when the answer is on its way, where the
 * request itself may be gone already.
 */
final class Visit {

  private final String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  private final String route;
  private final String method;
  private final String path;
  private final String client;
  private final long begun = System.nanoTime();
  private long entered = begun;
  private long answered = begun;
  private Optional<String> tail = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();

  private Visit(String route, String method, String path, String client) {
    this.route = route;
    this.method = method;
    this.path = path;
    this.client = client;
  }

  static Visit of(Route<?> route, HttpServletRequest request, Front front) {
    return new Visit(
        route.name(),
        request.getMethod(),
        request.getRequestURI(),
        front.proxies().client(request));
  }

  String id() {
    return id;
  }

  String client() {
    return client;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  void asked(Inquiry inquiry) {
    tail = Optional.of(inquiry.path()).filter(asked -> !asked.isEmpty());
  }

  void entered() {
    entered = System.nanoTime();
    answered = entered;
  }

  void answered() {
    answered = System.nanoTime();
  }

  void refused(Refusal why) {
    refusal = Optional.of(why.title());
  }

  void failed(Throwable e) {
    failure = Optional.of(e);
  }

  Duration waited() {
    return Duration.ofNanos(entered - begun);
  }

  Duration worked() {
    return Duration.ofNanos(answered - entered);
  }

  Exchange exchange(Outgoing outgoing) {
    return new Exchange(
        id,
        route,
        tail,
        method,
        path,
        client,
        outgoing.status(),
        outgoing.bytes(),
        waited(),
        worked(),
        refusal,
        failure);
  }
}
