package org.mesagraph.write;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;

/**
 * A syntax of RDF that a body may be in. All of them are texts: of a few bytes that mean nothing, a
 * reader of a binary syntax may make an empty graph without a word.
 */
public enum Syntax {
  TURTLE("text/turtle", Lang.TURTLE, Family.TURTLE, false),
  TRIG("application/trig", Lang.TRIG, Family.TURTLE, true),
  N_TRIPLES("application/n-triples", Lang.NTRIPLES, Family.TURTLE, false),
  N_QUADS("application/n-quads", Lang.NQUADS, Family.TURTLE, true),
  JSON_LD("application/ld+json", Lang.JSONLD11, Family.JSON, true),
  RDF_XML("application/rdf+xml", Lang.RDFXML, Family.XML, false);

  /** How a text nests. */
  enum Family {
    TURTLE,
    JSON,
    XML
  }

  private final String mediaType;
  private final Lang lang;
  private final Family family;
  private final boolean namesGraphs;

  Syntax(String mediaType, Lang lang, Family family, boolean namesGraphs) {
    this.mediaType = mediaType;
    this.lang = lang;
    this.family = family;
    this.namesGraphs = namesGraphs;
  }

  /** The syntax of a media type without parameters, if it is one of these. */
  public static Optional<Syntax> of(String mediaType) {
    String wanted = mediaType.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(syntax -> syntax.mediaType.equals(wanted)).findFirst();
  }

  /** The media types of all of them. */
  public static List<String> mediaTypes() {
    return Arrays.stream(values()).map(Syntax::mediaType).toList();
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether a text may say what graph a statement is in. */
  public boolean namesGraphs() {
    return namesGraphs;
  }

  Lang lang() {
    return lang;
  }

  Family family() {
    return family;
  }
}
