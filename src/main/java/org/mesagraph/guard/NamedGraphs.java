package org.mesagraph.guard;

import java.util.List;

/**
 * The graphs that a request names beside the query; they take the place of those in the query.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#dataset">SPARQL 1.1 protocol, 2.1.4</a>
 */
public record NamedGraphs(List<String> defaults, List<String> named) {

  /** No graph is named. */
  public static final NamedGraphs NONE = new NamedGraphs(List.of(), List.of());

  public NamedGraphs {
    defaults = List.copyOf(defaults);
    named = List.copyOf(named);
  }

  boolean isEmpty() {
    return defaults.isEmpty() && named.isEmpty();
  }
}
