package org.mesagraph.attack;

/** How the size of a dataset is asked for, graphs by name among it. */
final class Sizes {

  private static final String QUERY =
      "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }";

  static final Sent ASKED = Sent.get("/sparql?query=" + Sent.encode(QUERY), "Accept", "text/csv");

  private Sizes() {}
}
