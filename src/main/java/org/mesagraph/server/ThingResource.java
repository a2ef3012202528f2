package org.mesagraph.server;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.mesagraph.describe.Description;
import org.mesagraph.describe.Descriptions;
import org.mesagraph.describe.Directory;
import org.mesagraph.describe.Iris;
import org.mesagraph.describe.RdfSyntax;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Reply;
import org.mesagraph.http.Resource;

/**
 * {@code GET /{kind}/{slug}}: a thing, which is no document, tells where its descriptions are; with
 * a suffix it is one of these.
 *
 * @param kind first step of the path
 * @see <a href="https://www.w3.org/TR/cooluris/#r303gendocument">Cool URIs, section 4.2</a>
 */
record ThingResource(String kind, Documents documents) implements Resource<Served> {

  private static final int MOST_SUGGESTIONS = 5;

  @Override
  public Reply answer(Served served, Inquiry inquiry) {
    Descriptions descriptions = served.descriptions();
    if (inquiry.path().isEmpty() && !kind.equals("ontology")) {
      return documents.listing(served, kind, inquiry);
    }
    // a dot may belong to the name of a thing, which then comes before the format
    String whole = inquiry.suffix().map(end -> inquiry.path() + "." + end).orElse(inquiry.path());
    Optional<Node> thing = thing(descriptions, whole);
    if (thing.isPresent()) {
      refuseDeprecated(descriptions, thing.get(), inquiry);
      String format =
          inquiry.suffix().isEmpty()
              ? inquiry.chosen()
              : Documents.FORMATS.accepted(inquiry.accept()).orElse(RdfSyntax.TURTLE.suffix());
      return documents.seeOther(inquiry, thing.get(), format);
    }
    if (inquiry.suffix().isPresent()) {
      Optional<Description> description =
          thing(descriptions, inquiry.path()).flatMap(descriptions::find);
      if (description.isPresent()) {
        refuseDeprecated(descriptions, description.get().topic(), inquiry);
        return documents.document(served, description.get(), inquiry, inquiry.suffix().get());
      }
    }
    throw unknown(descriptions, inquiry);
  }

  /** The thing of a path, as it was sent or with what no IRI may hold encoded again. */
  private Optional<Node> thing(Descriptions descriptions, String path) {
    String full = path.isEmpty() ? kind : kind + "/" + path;
    return List.of(full, Documents.encode(full)).stream()
        .distinct()
        .map(Iris::of)
        .filter(descriptions::has)
        .findFirst();
  }

  private static void refuseDeprecated(Descriptions descriptions, Node thing, Inquiry inquiry) {
    Optional<Description> gone =
        descriptions.find(thing).filter(description -> isDeprecated(thing, description));
    if (gone.isEmpty()) {
      return;
    }
    Refusal refusal =
        Refusal.of(410, "“" + gone.get().label() + "” is no longer used")
            .member("iri", thing.getURI());
    for (Quad quad : gone.get().about()) {
      if (quad.getSubject().equals(thing)
          && quad.getPredicate().equals(DCTerms.isReplacedBy.asNode())
          && quad.getObject().isURI()) {
        String other = quad.getObject().getURI();
        refusal =
            Refusal.of(410, refusal.detail() + " – use " + other + " in its place")
                .member("iri", thing.getURI())
                .member("isReplacedBy", other)
                .with(
                    "Link",
                    "<"
                        + Documents.local(inquiry, other)
                        + ">; rel=\""
                        + DCTerms.isReplacedBy
                        + "\"");
      }
    }
    throw refusal.asException();
  }

  private static boolean isDeprecated(Node thing, Description description) {
    return description.about().stream()
        .anyMatch(
            quad ->
                quad.getSubject().equals(thing)
                    && quad.getPredicate().equals(OWL2.deprecated.asNode())
                    && quad.getObject().isLiteral()
                    && quad.getObject().getLiteralLexicalForm().matches("true|1"));
  }

  private RuntimeException unknown(Descriptions descriptions, Inquiry inquiry) {
    Node asked = Iris.of(kind + "/" + inquiry.path());
    List<Directory.Entry> nearest = descriptions.directory().nearest(asked, MOST_SUGGESTIONS);
    JsonArray suggestions = new JsonArray();
    for (Directory.Entry entry : nearest) {
      JsonObject suggestion = new JsonObject();
      suggestion.put("iri", entry.iri().getURI());
      suggestion.put("label", entry.label());
      suggestions.add(suggestion);
    }
    String detail = "nothing is known of " + asked.getURI();
    if (nearest.isEmpty()) {
      return Refusal.of(404, detail + " – see /" + kind + "/").asException();
    }
    String names =
        String.join(
            " or ",
            nearest.stream()
                .map(entry -> "“" + entry.label() + "” (" + entry.iri().getURI() + ")")
                .toList());
    return Refusal.of(404, detail + " – did you mean " + names + "?")
        .member("didYouMean", suggestions)
        .asException();
  }
}
