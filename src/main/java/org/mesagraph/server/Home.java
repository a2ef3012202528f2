package org.mesagraph.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.mesagraph.describe.Iris;
import org.mesagraph.describe.RdfSyntax;
import org.mesagraph.http.Formats;
import org.mesagraph.http.Lane;
import org.mesagraph.http.Reply;
import org.mesagraph.http.Route;

/**
 * {@code GET /}: what can be asked here, to programs the way to the description of the dataset; and
 * the style sheet of the pages.
 */
final class Home {

  /** Whoever says nothing is a person. */
  private static final Formats FORMATS =
      Formats.of(
          "html", Reply.HTML,
          "ttl", RdfSyntax.TURTLE.type(),
          "jsonld", RdfSyntax.JSON_LD.type(),
          "nt", RdfSyntax.N_TRIPLES.type(),
          "rdf", RdfSyntax.RDF_XML.type(),
          "trig", RdfSyntax.TRIG.type(),
          "nq", RdfSyntax.N_QUADS.type());

  private Home() {}

  static Route<Served> route(Pages pages) {
    Documents documents = new Documents(pages);
    return Route.<Served>of(
            "home",
            "",
            (served, inquiry) ->
                FORMATS
                    .accepted(inquiry.accept())
                    .filter(format -> !format.equals("html"))
                    .map(format -> documents.seeOther(inquiry, Iris.DATASET, format))
                    .orElseGet(
                        () ->
                            Reply.html(
                                pages.render(
                                    "home.jte", HomePage.of(served.snapshot(), served.queries())))))
        .kept(Served::version);
  }

  static Route<Served> style() {
    byte[] style = read("mesagraph.css");
    return Route.<Served>of(
            "style",
            "/mesagraph.css",
            (served, inquiry) -> Reply.of("text/css;charset=utf-8", style))
        .on(Lane.FREE)
        .kept(Served::version);
  }

  private static byte[] read(String name) {
    try (InputStream in = Home.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
