package org.mesagraph.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.describe.Description;
import org.mesagraph.describe.Directory;
import org.mesagraph.describe.Iris;
import org.mesagraph.describe.RdfSyntax;
import org.mesagraph.http.Formats;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Reply;

/**
 * The documents in which things are described.
 *
 * @param pages for those in HTML
 */
record Documents(Pages pages) {

  private static final String MARKDOWN = "text/markdown";
  private static final int MOST_TYPES = 5;

  static final Formats FORMATS =
      Formats.of(
          "ttl", RdfSyntax.TURTLE.type(),
          "html", Reply.HTML,
          "jsonld", RdfSyntax.JSON_LD.type(),
          "nt", RdfSyntax.N_TRIPLES.type(),
          "rdf", RdfSyntax.RDF_XML.type(),
          "md", MARKDOWN,
          "trig", RdfSyntax.TRIG.type(),
          "nq", RdfSyntax.N_QUADS.type());

  /** Where the description of a thing is in a format. */
  Reply seeOther(Inquiry inquiry, Node thing, String format) {
    String document = local(inquiry, thing.getURI());
    return Reply.seeOther(document + "." + format)
        .with("Link", link(document + ".ttl", "describedby", "text/turtle"))
        .with("Link", link(document + ".jsonld", "describedby", RdfSyntax.JSON_LD.type()));
  }

  /** A description in a format. */
  Reply document(Served served, Description description, Inquiry inquiry, String format) {
    String type = FORMATS.type(format);
    Reply reply =
        switch (format) {
          case "html" ->
              Reply.html(
                  pages.render(
                      "thing.jte",
                      new ThingPage(
                          served.descriptions().sheet(description),
                          inquiry.base(),
                          local(inquiry, description.topic().getURI()))));
          case "md" -> Reply.of(MARKDOWN, served.descriptions().markdown(description));
          default ->
              Reply.of(
                  type, description.write(RdfSyntax.of(format).orElseThrow(), served.prefixes()));
        };
    return linked(reply, description, inquiry, format);
  }

  /** All things of a kind. */
  Reply listing(Served served, String kind, Inquiry inquiry) {
    List<Directory.Entry> entries = served.descriptions().directory().of(kind);
    String format = inquiry.chosen();
    return switch (format) {
      case "html" ->
          Reply.html(pages.render("things.jte", new ThingsPage(kind, entries, inquiry.base())));
      case "md" -> Reply.of(MARKDOWN, served.descriptions().markdownList(kind));
      default ->
          Reply.of(
              FORMATS.type(format),
              served.descriptions().list(kind, RdfSyntax.of(format).orElseThrow()));
    };
  }

  private static Reply linked(
      Reply reply, Description description, Inquiry inquiry, String format) {
    String iri = description.topic().getURI();
    String document = local(inquiry, iri);
    Reply linked =
        reply
            .with("Link", link(encode(iri), "cite-as"))
            .with("Link", link(encode(iri), "canonical"))
            .with("Link", link(encode(iri), "describes"))
            .with("Link", link(Iris.LICENSE.getURI(), "license"))
            .with("Link", link(inquiry.base() + "/dataset", "describedby"));
    if (format.equals("html")) {
      linked =
          linked
              .with("Link", link("https://schema.org/AboutPage", "type"))
              .with("Link", link(document + ".ttl", "describedby", "text/turtle"))
              .with("Link", link(document + ".jsonld", "describedby", RdfSyntax.JSON_LD.type()));
    }
    for (String type : types(description)) {
      linked = linked.with("Link", link(type, "type"));
    }
    for (String other : FORMATS.names()) {
      if (!other.equals(format)) {
        linked =
            linked.with("Link", link(document + "." + other, "alternate", FORMATS.type(other)));
      }
    }
    return linked;
  }

  private static List<String> types(Description description) {
    return description.about().stream()
        .filter(quad -> quad.getSubject().equals(description.topic()))
        .filter(quad -> quad.getPredicate().equals(RDF.type.asNode()))
        .filter(quad -> quad.getObject().isURI())
        .map(quad -> encode(quad.getObject().getURI()))
        .distinct()
        .sorted()
        .limit(MOST_TYPES)
        .toList();
  }

  /** Where this server answers for an IRI of ours; an IRI of others stays as it is. */
  static String local(Inquiry inquiry, String iri) {
    return local(inquiry.base(), iri);
  }

  static String local(String base, String iri) {
    return iri.startsWith(Iris.BASE)
        ? base + "/" + encode(iri.substring(Iris.BASE.length()).replaceFirst("/$", ""))
        : encode(iri);
  }

  /** An IRI, or part of one, as a URI; nothing in it can end a field of a header. */
  static String encode(String iri) {
    try {
      String safe = iri.replaceAll("[\\x00-\\x20<>\"{}|\\\\^`\\x7f]", "");
      if (safe.equals(iri)) {
        return new URI(iri).toASCIIString();
      }
    } catch (URISyntaxException e) {
      // encoded below
    }
    return URLEncoder.encode(iri, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2F", "/")
        .replace("%3A", ":");
  }

  private static String link(String target, String relation) {
    return "<" + target + ">; rel=\"" + relation + "\"";
  }

  private static String link(String target, String relation, String type) {
    return link(target, relation) + "; type=\"" + type + "\"";
  }
}
