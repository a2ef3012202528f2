package org.mesagraph.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.mesagraph.describe.RdfSyntax;
import org.mesagraph.describe.Service;
import org.mesagraph.guard.Bounds;
import org.mesagraph.http.Formats;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Reply;

/**
 * {@code GET /sparql} without a query: the service description for programs, a page for people.
 *
 * @param inputs media types that can be written, if anything can
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/#accessing">SPARQL 1.1 Service
 *     Description, 2</a>
 */
record EndpointDescription(Pages pages, Bounds bounds, Optional<List<String>> inputs) {

  private static final Formats FORMATS =
      Formats.of(
          "ttl", RdfSyntax.TURTLE.type(),
          "jsonld", RdfSyntax.JSON_LD.type(),
          "nt", RdfSyntax.N_TRIPLES.type(),
          "rdf", RdfSyntax.RDF_XML.type(),
          "html", Reply.HTML);

  Reply answer(Served served, Inquiry inquiry) {
    Optional<String> named = inquiry.optional("format");
    String format =
        (named.isPresent() ? named.filter(FORMATS::has) : FORMATS.accepted(inquiry.accept()))
            .orElseThrow(() -> Refusal.notAcceptable(FORMATS).asException());
    if (format.equals("html")) {
      return Reply.html(pages.render("sparql.jte", limits()));
    }
    RdfSyntax syntax = RdfSyntax.of(format).orElseThrow();
    return Reply.of(syntax.type(), served.descriptions().service(service(inquiry)).write(syntax));
  }

  private Service service(Inquiry inquiry) {
    Service reading =
        Service.reading(
            NodeFactory.createURI(inquiry.absolute(SparqlResource.PATH)),
            AnswerWriter.types(),
            limits());
    return inputs
        .map(types -> reading.updatedAt(NodeFactory.createURI(inquiry.absolute("/update")), types))
        .orElse(reading);
  }

  private List<Service.Limit> limits() {
    List<Service.Limit> limits = new ArrayList<>();
    limits.add(new Service.Limit("time of a query", bounds.work().time().toSeconds(), "s"));
    limits.add(new Service.Limit("length of a query", bounds.text().characters(), "characters"));
    limits.add(new Service.Limit("rows of an answer", bounds.answers().rows(), "rows"));
    limits.add(new Service.Limit("triples of an answer", bounds.answers().triples(), "triples"));
    limits.add(new Service.Limit("size of an answer", bounds.answers().bytes(), "bytes"));
    limits.add(new Service.Limit("operators of a query", bounds.shape().operators(), "operators"));
    limits.add(
        new Service.Limit("expressions of a query", bounds.shape().expressions(), "expressions"));
    return limits;
  }
}
