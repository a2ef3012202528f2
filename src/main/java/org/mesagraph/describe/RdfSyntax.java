package org.mesagraph.describe;

import java.util.Arrays;
import java.util.Optional;

/** A syntax that RDF is written in. */
public enum RdfSyntax {
  TURTLE("ttl", "text/turtle", "Turtle", false),
  JSON_LD("jsonld", "application/ld+json", "JSON-LD", false),
  N_TRIPLES("nt", "application/n-triples", "N-Triples", false),
  RDF_XML("rdf", "application/rdf+xml", "RDF/XML", false),
  TRIG("trig", "application/trig", "TriG", true),
  N_QUADS("nq", "application/n-quads", "N-Quads", true);

  private final String suffix;
  private final String type;
  private final String label;
  private final boolean quads;

  RdfSyntax(String suffix, String type, String label, boolean quads) {
    this.suffix = suffix;
    this.type = type;
    this.label = label;
    this.quads = quads;
  }

  /** The syntax that a suffix stands for, if one does. */
  public static Optional<RdfSyntax> of(String suffix) {
    return Arrays.stream(values()).filter(syntax -> syntax.suffix.equals(suffix)).findFirst();
  }

  /** How files in it end, without the dot. */
  public String suffix() {
    return suffix;
  }

  /** Its media type. */
  public String type() {
    return type;
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /** Whether descriptions in it tell the graph of each statement; dumps in JSON-LD do as well. */
  public boolean hasGraphs() {
    return quads;
  }
}
