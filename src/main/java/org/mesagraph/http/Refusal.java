package org.mesagraph.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.eclipse.jetty.http.HttpStatus;
import org.mesagraph.base.MesagraphException;

/**
 * Why a request gets no answer, as problem details.
 *
 * @param headers fields of the response, such as Retry-After
 * @param members what programs may want to read besides, by the name of the extension member
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Refusal(
    int status, String title, String detail, List<Header> headers, Map<String, JsonValue> members) {

  public static final String TYPE = "application/problem+json";

  static final String UNKNOWN = "the server could not answer; see its log";

  public Refusal {
    headers = List.copyOf(headers);
    members = new TreeMap<>(members);
  }

  /** A refusal whose title is the name of its status. */
  public static Refusal of(int status, String detail) {
    return of(status, HttpStatus.getMessage(status), detail);
  }

  public static Refusal of(int status, String title, String detail) {
    return new Refusal(status, title, detail, List.of(), Map.of());
  }

  /** What a failure means to the one who asked. */
  public static Refusal of(MesagraphException e) {
    return switch (e.kind()) {
      case USAGE -> of(400, "Bad request", e.getMessage());
      case LIMIT -> of(503, "Limit reached", e.getMessage()).retryAfter(5);
      default -> of(500, "Internal error", UNKNOWN);
    };
  }

  /** None of the formats that there are is accepted. */
  public static Refusal notAcceptable(Formats formats) {
    return of(406, "Not acceptable", formats.offer());
  }

  /** The same with a field of the response. */
  public Refusal with(String name, String value) {
    return new Refusal(
        status,
        title,
        detail,
        Stream.concat(headers.stream(), Stream.of(new Header(name, value))).toList(),
        members);
  }

  /** The same with the time after which asking again makes sense. */
  public Refusal retryAfter(int seconds) {
    return with("Retry-After", String.valueOf(seconds));
  }

  /** The same with an extension member. */
  public Refusal member(String name, JsonValue value) {
    Map<String, JsonValue> more = new TreeMap<>(members);
    more.put(name, value);
    return new Refusal(status, title, detail, headers, more);
  }

  /** The same with an extension member that is a text. */
  public Refusal member(String name, String value) {
    return member(name, new JsonString(value));
  }

  /** To be thrown where no answer can be returned. */
  public RefusalException asException() {
    return new RefusalException(this);
  }

  /** The problem details. */
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.put("type", "about:blank");
    json.put("title", title);
    json.put("status", status);
    json.put("detail", detail);
    members.forEach(json::put);
    return json;
  }
}
