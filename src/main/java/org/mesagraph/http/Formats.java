package org.mesagraph.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;

/** The formats that a resource has, by short name, and the choice among them. */
public final class Formats {

  private final Map<String, String> types;

  private Formats(Map<String, String> types) {
    this.types = types;
  }

  /** Pairs of short name and media type; the first is the usual one. */
  public static Formats of(String... pairs) {
    Map<String, String> types = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      types.put(pairs[i], pairs[i + 1]);
    }
    return new Formats(types);
  }

  /** The media type of a short name. */
  public String type(String format) {
    return types.get(format);
  }

  public boolean has(String format) {
    return types.containsKey(format);
  }

  /** The short names, the usual one first. */
  public List<String> names() {
    return List.copyOf(types.keySet());
  }

  /** The short name of what an Accept header likes best; the usual one if there is no header. */
  public Optional<String> accepted(Optional<String> accept) {
    if (accept.isEmpty() || accept.get().isBlank()) {
      return types.keySet().stream().findFirst();
    }
    AcceptList wishes = new AcceptList(accept.get());
    AcceptList offer =
        AcceptList.create(
            types.values().stream()
                .filter(type -> !isRefused(type, wishes))
                .toArray(String[]::new));
    MediaType match = AcceptList.match(wishes, offer);
    return types.entrySet().stream()
        .filter(entry -> match != null && entry.getValue().equals(match.getContentTypeStr()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether a type is named only to say that it is not wanted (RFC 9110, section 12.4.2). */
  private static boolean isRefused(String type, AcceptList wishes) {
    return wishes.entries().stream()
        .anyMatch(wish -> wish.get_q() == 0 && wish.getContentTypeStr().equals(type));
  }

  /** What can be had, in words. */
  public String offer() {
    return "available: "
        + String.join(
            ", ",
            types.entrySet().stream()
                .map(entry -> entry.getValue() + " (format=" + entry.getKey() + ")")
                .toList());
  }
}
