package org.mesagraph.describe;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.Prefixes;

/**
 * JSON-LD 1.1 in flattened form, written as it goes. Its context lies in the document, so that
 * nobody has to fetch one, and has prefixes only: keys and types are prefixed names, and every
 * value keeps its datatype.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/#flattened-document-form">JSON-LD 1.1</a>
 */
final class JsonLdText {

  private static final String TYPE = "@type";
  private static final String INDENT = "  ";

  private final Map<String, String> names = new HashMap<>();
  private final Prefixes prefixes;
  private final JsonWriter json;

  private JsonLdText(Prefixes prefixes, JsonWriter json) {
    this.prefixes = prefixes;
    this.json = json;
  }

  /** Writes quads that are sorted. */
  static void write(List<Quad> sorted, Prefixes known, OutputStream out) {
    Set<Node> terms = RdfText.terms(sorted);
    SortedMap<String, String> used = UsedPrefixes.ofTerms(terms, known);
    // an IRI whose scheme is a prefix would be taken for a prefixed name
    terms.stream()
        .filter(Node::isURI)
        .map(term -> term.getURI().replaceFirst(":.*", ""))
        .forEach(used::remove);
    try {
      BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      JsonWriter json = new JsonWriter(text);
      json.setIndent(INDENT);
      new JsonLdText(Prefixes.of(used), json).document(sorted);
      json.flush();
      text.newLine();
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A context by itself. */
  static byte[] context(Prefixes prefixes) {
    JsonObject terms = new JsonObject();
    prefixes.namespaces().forEach(terms::addProperty);
    JsonObject context = new JsonObject();
    context.add("@context", terms);
    return (new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(context)
            + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void document(List<Quad> sorted) throws IOException {
    json.beginObject().name("@context").beginObject();
    for (Map.Entry<String, String> prefix : prefixes.namespaces().entrySet()) {
      json.name(prefix.getKey()).value(prefix.getValue());
    }
    json.endObject().name("@graph").beginArray();
    for (List<Quad> graph : runs(sorted, Quad::getGraph)) {
      if (graph.get(0).isDefaultGraph()) {
        nodes(graph);
      } else {
        json.beginObject().name("@id").value(name(graph.get(0).getGraph()));
        json.name("@graph").beginArray();
        nodes(graph);
        json.endArray().endObject();
      }
    }
    json.endArray().endObject();
  }

  private void nodes(List<Quad> graph) throws IOException {
    for (List<Quad> node : runs(graph, Quad::getSubject)) {
      json.beginObject().name("@id").value(name(node.get(0).getSubject()));
      for (List<Quad> values : runs(types(node), JsonLdText::property)) {
        json.name(property(values.get(0)).equals(TYPE) ? TYPE : name(values.get(0).getPredicate()));
        if (values.size() > 1) {
          json.beginArray();
        }
        for (Quad quad : values) {
          value(quad);
        }
        if (values.size() > 1) {
          json.endArray();
        }
      }
      json.endObject();
    }
  }

  /** Classes first, as the keyword; a type that is a text has to stay an ordinary property. */
  private static List<Quad> types(List<Quad> node) {
    List<Quad> ordered = new ArrayList<>(node);
    ordered.sort((one, other) -> Boolean.compare(isType(other), isType(one)));
    return ordered;
  }

  private static boolean isType(Quad quad) {
    return quad.getPredicate().equals(RDF.type.asNode()) && !quad.getObject().isLiteral();
  }

  private static String property(Quad quad) {
    return isType(quad) ? TYPE : quad.getPredicate().getURI();
  }

  private void value(Quad quad) throws IOException {
    Node object = quad.getObject();
    if (isType(quad)) {
      json.value(name(object));
    } else if (!object.isLiteral()) {
      json.beginObject().name("@id").value(name(object)).endObject();
    } else if (!object.getLiteralLanguage().isEmpty()) {
      json.beginObject().name("@language").value(object.getLiteralLanguage());
      json.name("@value").value(object.getLiteralLexicalForm()).endObject();
    } else if (object.getLiteralDatatypeURI().equals(Terms.XSD + "string")) {
      json.value(object.getLiteralLexicalForm());
    } else {
      json.beginObject().name(TYPE).value(name(Terms.iri(object.getLiteralDatatypeURI())));
      json.name("@value").value(object.getLiteralLexicalForm()).endObject();
    }
  }

  private String name(Node node) {
    return node.isBlank()
        ? "_:" + node.getBlankNodeLabel()
        : names.computeIfAbsent(node.getURI(), iri -> prefixes.shorten(iri).orElse(iri));
  }

  /** Neighbours that have the same key. */
  private static List<List<Quad>> runs(List<Quad> quads, Function<Quad, Object> key) {
    List<List<Quad>> runs = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= quads.size(); i++) {
      if (i == quads.size() || !key.apply(quads.get(i)).equals(key.apply(quads.get(begin)))) {
        runs.add(quads.subList(begin, i));
        begin = i;
      }
    }
    return runs;
  }
}
