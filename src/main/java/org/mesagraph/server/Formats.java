package org.mesagraph.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;

/** The formats that a resource has, by short name, and the choice among them. */
final class Formats {

  private final Map<String, String> types;

  private Formats(Map<String, String> types) {
    this.types = types;
  }

  /** Pairs of short name and media type; the first is the usual one. */
  static Formats of(String... pairs) {
    Map<String, String> types = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      types.put(pairs[i], pairs[i + 1]);
    }
    return new Formats(types);
  }

  /** The media type of a short name. */
  String type(String format) {
    return types.get(format);
  }

  boolean has(String format) {
    return types.containsKey(format);
  }

  /**
   * The short name that a request asks for: the parameter {@code format}, else what its Accept
   * header likes best, else the usual one. Empty if it accepts none.
   */
  Optional<String> choose(HttpServletRequest request) {
    String parameter = request.getParameter("format");
    if (parameter != null) {
      return Optional.of(parameter).filter(types::containsKey);
    }
    String accept = request.getHeader("Accept");
    if (accept == null || accept.isBlank()) {
      return types.keySet().stream().findFirst();
    }
    AcceptList offer = AcceptList.create(types.values().toArray(String[]::new));
    MediaType match = AcceptList.match(new AcceptList(accept), offer);
    return types.entrySet().stream()
        .filter(entry -> match != null && entry.getValue().equals(match.getContentTypeStr()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What can be had, in words. */
  String offer() {
    return "available: "
        + String.join(
            ", ",
            types.entrySet().stream()
                .map(entry -> entry.getValue() + " (format=" + entry.getKey() + ")")
                .toList());
  }
}
