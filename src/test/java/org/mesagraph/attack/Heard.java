package org.mesagraph.attack;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * What came back for one request.
 *
 * @param status 0 if no answer came: none within the time, or the connection broke
 * @param trouble why no answer came, or nothing
 */
record Heard(int status, HttpHeaders headers, byte[] bytes, String trouble, Duration time) {

  static Heard nothing(String trouble, Duration time) {
    return new Heard(
        0, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0], trouble, time);
  }

  String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  @Override
  public String toString() {
    String start = body().substring(0, Math.min(300, body().length())).strip();
    return (status == 0 ? "no answer (" + trouble + ")" : status + " " + start)
        + " after "
        + time.toMillis()
        + " ms";
  }
}
