package org.mesagraph.server;

import java.util.List;
import java.util.Optional;
import org.mesagraph.describe.Iris;
import org.mesagraph.describe.Sheet;

/**
 * What the page of a thing shows.
 *
 * @param base path before all others
 * @param document where the descriptions are, without their suffixes
 */
public record ThingPage(Sheet sheet, String base, String document) {

  /** The formats that the page links to, with what they are called. */
  public List<Sheet.Link> formats() {
    return List.of(
        new Sheet.Link("Turtle", document + ".ttl"),
        new Sheet.Link("JSON-LD", document + ".jsonld"),
        new Sheet.Link("N-Triples", document + ".nt"),
        new Sheet.Link("RDF/XML", document + ".rdf"),
        new Sheet.Link("TriG", document + ".trig"),
        new Sheet.Link("Markdown", document + ".md"));
  }

  /** Where an IRI leads from this page; empty if it is none that a browser should follow. */
  public String href(String iri) {
    return href(base, iri);
  }

  static String href(String base, String iri) {
    boolean followed =
        iri.startsWith(Iris.BASE) || iri.startsWith("https://") || iri.startsWith("http://");
    return followed ? Documents.local(base, iri) : "";
  }

  /** Where a value leads; empty if nowhere. */
  public String href(Sheet.Value value) {
    return Optional.of(value).flatMap(Sheet.Value::iri).map(this::href).orElse("");
  }

  /** Where a value that follows is proved. */
  public String why(Sheet.Value value) {
    return value.why().map(path -> base + "/" + path).orElse("");
  }
}
