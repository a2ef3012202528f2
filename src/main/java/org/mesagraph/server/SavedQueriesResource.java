package org.mesagraph.server;

import java.util.List;
import org.mesagraph.base.SortedTriples;
import org.mesagraph.http.Formats;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Reply;
import org.mesagraph.http.Resource;
import org.mesagraph.http.Route;
import org.mesagraph.query.Catalogue;
import org.mesagraph.query.Publication;
import org.mesagraph.query.SparqlExamples;

/** {@code /q/} and {@code /q/{name}}: the catalogue of saved queries, and their answers. */
record SavedQueriesResource(Pages pages) implements Resource<Served> {

  static Route<Served> route(Pages pages) {
    return Route.of("q", "/q/*", new SavedQueriesResource(pages))
        .asked("GET", "POST")
        .in(QueryFormats.ALL)
        .kept(Served::version);
  }

  /** The graph of examples at the path that its name has. */
  static Route<Served> examples() {
    return Route.<Served>of(
            "examples",
            SparqlResource.PATH + SparqlExamples.WELL_KNOWN,
            (served, inquiry) ->
                inquiry.wants("ttl")
                    ? Reply.of("text/turtle", served.examples().turtle(served.prefixes()))
                    : Reply.of(
                        "application/ld+json", served.examples().jsonLd(served.prefixes()) + "\n"))
        .with()
        .in(Formats.of("ttl", "text/turtle", "jsonld", "application/ld+json"))
        .kept(Served::version);
  }

  @Override
  public Reply answer(Served served, Inquiry inquiry) {
    if (inquiry.path().isEmpty()) {
      return catalogue(served, inquiry);
    }
    return new SavedQueryAnswer(
            served.queries(),
            served.runner(),
            served.describer(),
            new Publication(inquiry.absolute(""), served.release()),
            inquiry,
            inquiry.path(),
            inquiry.base() + "/q/",
            pages)
        .reply();
  }

  private Reply catalogue(Served served, Inquiry inquiry) {
    inquiry.checkNames(List.of("format"));
    boolean named = inquiry.suffix().isPresent() || inquiry.parameters().containsKey("format");
    String format =
        named ? inquiry.chosen() : QueryFormats.OF_CATALOGUE.accepted(inquiry.accept()).orElse("");
    Reply reply =
        switch (format) {
          case "json" -> Reply.json(Catalogue.of(served.queries(), inquiry.base()));
          case "html" -> Reply.html(pages.render("catalogue.jte", served.queries()));
          case "ttl" -> Reply.of("text/turtle", examples(served).turtle(served.prefixes()));
          case "jsonld" ->
              Reply.of("application/ld+json", examples(served).jsonLd(served.prefixes()) + "\n");
          default -> throw Refusal.notAcceptable(QueryFormats.OF_CATALOGUE).asException();
        };
    return reply
        .with("Link", "<" + Publication.LICENCE + ">; rel=\"license\"")
        .with("Link", "<" + inquiry.base() + "/openapi.json>; rel=\"service-desc\"");
  }

  private static SortedTriples examples(Served served) {
    return served.examples();
  }
}
