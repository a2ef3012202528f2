package org.mesagraph.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.UrlEncoded;

/** Reads requests: parameters, body, and the format that is asked for. */
record Reception(Settings settings) {

  private static final String FORM = "application/x-www-form-urlencoded";

  /**
   * Reads a request.
   *
   * @param client address of who asks
   * @throws RefusalException if it cannot be read, or asks for what there is not
   */
  Inquiry read(Route<?> route, HttpServletRequest request, String client) throws IOException {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    decode(Optional.ofNullable(request.getQueryString()).orElse(""), parameters);
    byte[] body = body(route, request);
    if (isForm(request)) {
      decode(strict(body), parameters);
      body = new byte[0];
    }
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    path = path.startsWith("/") ? path.substring(1) : path;
    Optional<String> suffix = suffix(route, path);
    if (suffix.isPresent()) {
      path = path.substring(0, path.length() - suffix.get().length() - 1);
    }
    Optional<String> format = format(route, suffix, parameters, request);
    Inquiry inquiry =
        new Inquiry(
            request.getMethod().equals("HEAD") ? "GET" : request.getMethod(),
            settings.front().origin(request),
            settings.front().base(),
            path,
            suffix,
            format,
            parameters,
            body,
            name -> Optional.ofNullable(request.getHeader(name)),
            client);
    route.parameters().ifPresent(known -> inquiry.checkNames(withFormat(route, known)));
    return inquiry;
  }

  private static List<String> withFormat(Route<?> route, List<String> known) {
    if (route.formats().isEmpty()) {
      return known;
    }
    List<String> more = new ArrayList<>(known);
    more.add("format");
    return more;
  }

  /** A suffix counts only if it names a format: other dots belong to names. */
  private static Optional<String> suffix(Route<?> route, String path) {
    int dot = path.lastIndexOf('.');
    return route
        .formats()
        .flatMap(
            formats ->
                Optional.of(path.substring(dot + 1)).filter(end -> dot >= 0 && formats.has(end)));
  }

  private static Optional<String> format(
      Route<?> route,
      Optional<String> suffix,
      Map<String, List<String>> parameters,
      HttpServletRequest request) {
    if (route.formats().isEmpty() || suffix.isPresent()) {
      return suffix;
    }
    Formats formats = route.formats().get();
    List<String> named = parameters.getOrDefault("format", List.of());
    Optional<String> chosen =
        named.isEmpty()
            ? formats.accepted(Optional.ofNullable(request.getHeader("Accept")))
            : Optional.of(named.get(0)).filter(formats::has);
    return Optional.of(chosen.orElseThrow(() -> Refusal.notAcceptable(formats).asException()));
  }

  private byte[] body(Route<?> route, HttpServletRequest request) throws IOException {
    if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
      return new byte[0];
    }
    String coding = request.getHeader("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw Refusal.of(415, "bodies must not be compressed: send it without Content-Encoding")
          .asException();
    }
    int most = route.onlyAsks() ? settings.longestQuestion() : settings.longestWrite();
    byte[] body = request.getInputStream().readNBytes(most + 1);
    if (body.length > most) {
      throw Refusal.of(413, "the body is longer than " + most + " bytes").asException();
    }
    return body;
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    return !request.getMethod().equals("GET") && type.split(";")[0].strip().equalsIgnoreCase(FORM);
  }

  /** A form is of ASCII alone, whatever it stands for. */
  private static String strict(byte[] form) {
    for (byte each : form) {
      if (each < 0) {
        throw Refusal.of(400, "the form is not percent-encoded").asException();
      }
    }
    return new String(form, StandardCharsets.US_ASCII);
  }

  private static void decode(String text, Map<String, List<String>> parameters) {
    try {
      UrlEncoded.decodeUtf8To(
          text,
          0,
          text.length(),
          (name, value) -> parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    } catch (IllegalArgumentException e) {
      throw Refusal.of(400, "the parameters are not percent-encoded UTF-8").asException();
    }
  }
}
