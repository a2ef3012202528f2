package org.mesagraph.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonValue;

/**
 * An answer.
 *
 * @param type media type of the body, with its charset if it has one; empty if there is no body
 */
public record Reply(int status, String type, List<Header> headers, Body body) {

  public static final String JSON = "application/json";
  public static final String TEXT = "text/plain";
  public static final String HTML = "text/html";

  public Reply {
    headers = List.copyOf(headers);
  }

  /** A body known to the last byte. */
  public static Reply of(String type, byte[] bytes) {
    return new Reply(200, type, List.of(), new Body.Whole(bytes));
  }

  /** A text in UTF-8; the charset is added to types that may have another. */
  public static Reply of(String type, String text) {
    return of(withCharset(type), text.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply json(JsonValue json) {
    return of(JSON, json + "\n");
  }

  public static Reply text(String text) {
    return of(TEXT, text);
  }

  public static Reply html(String page) {
    return of(HTML, page);
  }

  /** A body that is written as it is made. */
  public static Reply streamed(String type, Body.Source source) {
    return new Reply(200, withCharset(type), List.of(), new Body.Streamed(source));
  }

  /** Tells to look elsewhere for a description of what was asked for (303). */
  public static Reply seeOther(String location) {
    return empty(303).with("Location", location);
  }

  /** No body at all. */
  public static Reply empty(int status) {
    return new Reply(status, "", List.of(), new Body.Whole(new byte[0]));
  }

  /** The same with another status. */
  public Reply withStatus(int other) {
    return new Reply(other, type, headers, body);
  }

  /** The same with one more field. */
  public Reply with(String name, String value) {
    return new Reply(
        status,
        type,
        Stream.concat(headers.stream(), Stream.of(new Header(name, value))).toList(),
        body);
  }

  private static String withCharset(String type) {
    return type.startsWith("text/") && !type.contains("charset") ? type + ";charset=utf-8" : type;
  }
}
