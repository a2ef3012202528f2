package org.mesagraph.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.mesagraph.base.Prefixes;

/**
 * Where answers are published and of which state of the data they are, as their readers are told.
 *
 * @param root the address that paths are appended to, without a slash at the end
 * @param release names the state of the data
 */
public record Publication(String root, String release) {

  /** The licence of data, queries and answers. */
  public static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  /** The address of a query. */
  public String address(SavedQuery query) {
    return root + "/q/" + query.name();
  }

  /** The one address of an answer, without its format and its page. */
  public String address(Answer answer, Prefixes prefixes) {
    return address(answer, "", prefixes);
  }

  /**
   * The same in a format.
   *
   * @param suffix such as {@code .csv}, or nothing
   */
  public String address(Answer answer, String suffix, Prefixes prefixes) {
    return address(answer.query()) + suffix + question(answer.arguments(), prefixes);
  }

  /** Arguments as the query part of an address, in the order of the header; with its "?". */
  public static String question(Map<String, List<Node>> arguments, Prefixes prefixes) {
    List<String> pairs = new ArrayList<>();
    arguments.forEach(
        (name, values) ->
            values.forEach(value -> pairs.add(name + "=" + encode(text(value, prefixes)))));
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  /** An argument as a user may write it. */
  static String text(Node value, Prefixes prefixes) {
    if (value.isLiteral()) {
      return value.getLiteralLexicalForm();
    }
    return prefixes.shorten(value.getURI()).orElse(value.getURI());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%3A", ":")
        .replace("%2F", "/");
  }
}
