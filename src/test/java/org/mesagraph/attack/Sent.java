package org.mesagraph.attack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request, with holes: {@code ⟦canary⟧} is where the canary is, {@code ⟦class⟧} a fresh {@code
 * java:} IRI, {@code ⟦file⟧} the URI of a file that nobody may read, and {@code ⟦3000×[⟧} a text
 * many times.
 *
 * @param headers pairs of name and value
 */
record Sent(String method, String path, List<String> headers, String body) {

  private static final Pattern HOLE = Pattern.compile("⟦(\\d+)×([^⟧]*)⟧");
  private static final String FORM = "application/x-www-form-urlencoded";

  Sent {
    headers = List.copyOf(headers);
  }

  /** A SPARQL query in the body of a POST, which has no bound of its own. */
  static Sent query(String query) {
    return new Sent("POST", "/sparql", List.of("Content-Type", "application/sparql-query"), query);
  }

  static Sent update(String update) {
    return new Sent(
        "POST", "/update", List.of("Content-Type", "application/sparql-update"), update);
  }

  static Sent get(String path, String... headers) {
    return new Sent("GET", path, List.of(headers), "");
  }

  static Sent put(String path, String type, String body) {
    return new Sent("PUT", path, List.of("Content-Type", type), body);
  }

  /** A form of pairs of name and value. */
  static Sent form(String path, String... pairs) {
    StringBuilder body = new StringBuilder();
    for (int each = 0; each < pairs.length; each += 2) {
      body.append(each == 0 ? "" : "&")
          .append(pairs[each])
          .append('=')
          .append(encode(pairs[each + 1]));
    }
    return new Sent("POST", path, List.of("Content-Type", FORM), body.toString());
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The same with its holes filled, of which none may be left. */
  Sent filled(String canary, String className, String file) {
    return new Sent(
        method,
        fill(path, canary, className, file),
        headers.stream().map(each -> fill(each, canary, className, file)).toList(),
        fill(body, canary, className, file));
  }

  private static String fill(String text, String canary, String className, String file) {
    String filled =
        text.replace("⟦canary⟧", canary)
            .replace("⟦class⟧", "java:" + className)
            .replace("⟦file⟧", file);
    Matcher hole = HOLE.matcher(filled);
    String whole =
        hole.replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
    if (whole.contains("⟦")) {
      throw new IllegalArgumentException("unknown hole in " + text);
    }
    return whole;
  }
}
