package org.mesagraph.explain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.Prefixes;

/** The IRIs of what is told about a triple or a withdrawal. */
final class Documents {

  private static final String ROOT = "https://w3id.org/mesagraph/";

  private Documents() {}

  static String why(Triple triple, Prefixes prefixes) {
    return ROOT
        + "why?s="
        + encode(prefixes.show(triple.getSubject()))
        + "&p="
        + encode(prefixes.show(triple.getPredicate()))
        + "&o="
        + encode(prefixes.show(triple.getObject()));
  }

  static String without(List<Node> things, Prefixes prefixes) {
    return ROOT
        + "whatif?"
        + things.stream()
            .map(thing -> "without=" + encode(prefixes.show(thing)))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%3A", ":")
        .replace("%2F", "/");
  }
}
