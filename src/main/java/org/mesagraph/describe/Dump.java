package org.mesagraph.describe;

import java.io.OutputStream;
import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Prefixes;

/**
 * Everything in one file, in order: the same dataset is written with the same bytes. In syntaxes
 * with graphs, JSON-LD among them, nothing is lost; the others have what is stated and what follows
 * side by side.
 */
public final class Dump {

  private final Holdings holdings;
  private final Prefixes prefixes;

  Dump(Holdings holdings, Prefixes prefixes) {
    this.holdings = holdings;
    this.prefixes = prefixes;
  }

  /** Whether a dump in a syntax tells the graph of each statement. */
  public static boolean hasGraphs(RdfSyntax syntax) {
    return syntax.hasGraphs() || syntax == RdfSyntax.JSON_LD;
  }

  /**
   * Refuses a syntax that cannot hold everything.
   *
   * @throws MesagraphException of kind USAGE
   */
  public void check(RdfSyntax syntax) {
    if (syntax == RdfSyntax.RDF_XML) {
      XmlFit.check(holdings.triples());
    }
  }

  /** Writes everything; holds no more of it than is held anyway. */
  public void write(RdfSyntax syntax, OutputStream out) {
    List<Quad> quads =
        hasGraphs(syntax)
            ? holdings.quads()
            : holdings.triples().stream()
                .map(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                .toList();
    RdfText.stream(quads, RdfText.terms(quads), syntax, prefixes, out);
  }
}
