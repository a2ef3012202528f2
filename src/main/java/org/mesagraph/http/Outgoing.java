package org.mesagraph.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a response, and its body in the coding that is accepted. */
final class Outgoing {

  /** What every response carries. */
  static final Map<String, String> SAFETY =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy",
              "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                  + "base-uri 'none'; frame-ancestors 'none'");

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Settings settings;
  private final Unread unread;
  private Optional<EntityTag> tag = Optional.empty();
  private Optional<AsyncContext> later = Optional.empty();
  private boolean onItsWay;
  private int status;
  private long bytes;

  Outgoing(
      HttpServletRequest request, HttpServletResponse response, Settings settings, Unread unread) {
    this.request = request;
    this.response = response;
    this.settings = settings;
    this.unread = unread;
  }

  /** Lets the thread of this request go; the answer comes later. */
  AsyncContext later() {
    AsyncContext context = later.orElseGet(() -> request.startAsync(request, response));
    context.setTimeout(0); // who waits is told so in time, and who reads has a time of their own
    later = Optional.of(context);
    return context;
  }

  /** Ends a response that was to come later, unless its body is on its way and will do so. */
  void end() {
    if (!onItsWay) {
      later.ifPresent(AsyncContext::complete);
    }
  }

  /** The status that was sent. */
  int status() {
    return status;
  }

  boolean acceptsGzip() {
    return Compression.isAccepted(Optional.ofNullable(request.getHeader("Accept-Encoding")));
  }

  /** Notes the validator of the answer, if there will be one. */
  void mark(EntityTag known) {
    tag = Optional.of(known);
  }

  /** How long the body is as sent; -1 if it was written as it was made. */
  long bytes() {
    return bytes;
  }

  void whole(Route<?> route, Reply reply, byte[] body, Visit visit) throws IOException {
    status(reply.status());
    fields(route, reply.type(), reply.headers());
    caching(reply);
    timing(visit);
    byte[] sent = body;
    if (acceptsGzip() && Compression.pays(reply.type(), body.length)) {
      sent = Compression.gzip(body);
      response.setHeader("Content-Encoding", Compression.GZIP);
    }
    bytes = sent.length;
    if (reply.status() == 204 || reply.status() == 304) {
      return;
    }
    send(sent, visit);
  }

  void streamed(Route<?> route, Reply reply, Body.Source source) {
    status(reply.status());
    fields(route, reply.type(), reply.headers());
    caching(reply);
    boolean gzip = acceptsGzip() && Compression.pays(reply.type(), Integer.MAX_VALUE);
    if (gzip) {
      response.setHeader("Content-Encoding", Compression.GZIP);
    }
    bytes = -1;
    try {
      Sending.streamed(request, response, source, gzip);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // whoever asked is gone
    }
  }

  void refusal(Route<?> route, Refusal refusal, Function<Refusal, String> page, Visit visit)
      throws IOException {
    if (response.isCommitted()) {
      return; // a body that is written as it is made was cut off: the connection tells
    }
    response.reset();
    tag = Optional.empty();
    boolean html = wantsPage();
    status(refusal.status());
    fields(route, html ? "text/html;charset=utf-8" : Refusal.TYPE, refusal.headers());
    response.setHeader("Cache-Control", "no-store");
    timing(visit);
    String text = html ? page.apply(refusal) : refusal.json() + "\n";
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    bytes = body.length;
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  private void status(int sent) {
    status = sent;
    response.setStatus(sent);
  }

  /** Sends a body, a long one bit by bit while no thread waits for it. */
  private void send(byte[] body, Visit visit) throws IOException {
    response.setContentLength(body.length);
    if (request.getMethod().equals("HEAD") || body.length == 0) {
      return;
    }
    if (body.length <= Sending.SMALL || !request.isAsyncSupported()) {
      response.getOutputStream().write(body);
      return;
    }
    String client = visit.client();
    unread.add(client, body.length);
    Sending.later(request, response, later(), body, () -> unread.remove(client, body.length));
    onItsWay = true;
  }

  private boolean wantsPage() {
    String query = "&" + Optional.ofNullable(request.getQueryString()).orElse("") + "&";
    return request.getRequestURI().endsWith(".html")
        || query.contains("&format=html&")
        || prefersPage(request.getHeader("Accept"));
  }

  /** Browsers name HTML; programs do not. */
  static boolean prefersPage(String accept) {
    return accept != null && accept.contains("text/html");
  }

  void options(Route<?> route, List<String> allowed) {
    status(HttpServletResponse.SC_NO_CONTENT);
    fields(route, "", List.of());
    response.setHeader("Allow", String.join(", ", allowed));
    if (route.onlyAsks()) {
      response.setHeader("Access-Control-Allow-Methods", String.join(", ", allowed));
      response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match");
      response.setHeader("Access-Control-Max-Age", "86400");
    }
  }

  private void fields(Route<?> route, String type, List<Header> headers) {
    SAFETY.forEach(response::setHeader);
    response.setHeader("Vary", "Accept, Accept-Encoding");
    if (route.onlyAsks()) {
      // nothing here depends on who asks
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader(
          "Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After, Server-Timing");
    }
    if (!type.isEmpty()) {
      response.setContentType(type);
    }
    headers.forEach(this::add);
  }

  /** Adds a field; only a second one of its name is added, since Fuseki warns of all others. */
  private void add(Header header) {
    if (response.containsHeader(header.name())) {
      response.addHeader(header.name(), header.value());
    } else {
      response.setHeader(header.name(), header.value());
    }
  }

  /** A reply that says itself how it may be kept, such as one of chance, is left as it is. */
  private void caching(Reply reply) {
    if (reply.headers().stream().anyMatch(field -> field.name().equals("Cache-Control"))) {
      return;
    }
    int code = reply.status();
    if (tag.isPresent() && (code == 200 || code == 303 || code == 304)) {
      response.setHeader("ETag", tag.get().value());
      response.setHeader("Cache-Control", settings.cacheControl());
    } else {
      response.setHeader("Cache-Control", "no-store");
    }
  }

  private void timing(Visit visit) {
    response.setHeader(
        "Server-Timing",
        "wait;dur=" + millis(visit.waited()) + ", work;dur=" + millis(visit.worked()));
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e6);
  }
}
