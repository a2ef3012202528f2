package org.mesagraph.base;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterTTL_MultiLine;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Triples in an order that depends on nothing but the triples, so that what is written of them is
 * the same byte for byte whenever and wherever it is written.
 *
 * @param triples sorted by subject, predicate and object; blank nodes are numbered
 */
public record SortedTriples(List<Triple> triples) {

  private static final Comparator<Triple> ORDER =
      Comparator.comparing((Triple triple) -> key(triple.getSubject()))
          .thenComparing(triple -> !triple.getPredicate().equals(RDF.type.asNode()))
          .thenComparing(triple -> key(triple.getPredicate()))
          .thenComparing(triple -> key(triple.getObject()));

  private static final String NUMBER = "b%06d";

  public SortedTriples {
    triples = List.copyOf(triples);
  }

  /** Sorts triples and numbers their blank nodes. */
  public static SortedTriples of(Collection<Triple> unsorted) {
    List<Triple> sorted = unsorted.stream().distinct().sorted(ORDER).toList();
    Map<Node, Node> numbered = new HashMap<>();
    List<Triple> triples = new ArrayList<>();
    for (Triple triple : sorted) {
      triples.add(
          Triple.create(
              number(triple.getSubject(), numbered),
              triple.getPredicate(),
              number(triple.getObject(), numbered)));
    }
    triples.sort(ORDER); // now that blank nodes have numbers
    return new SortedTriples(triples);
  }

  private static Node number(Node node, Map<Node, Node> numbered) {
    return node.isBlank()
        ? numbered.computeIfAbsent(
            node, blank -> NodeFactory.createBlankNode(String.format(NUMBER, numbered.size())))
        : node;
  }

  /** Blank nodes come last, in the order of their numbers. */
  private static String key(Node node) {
    if (node.isURI()) {
      return "1" + node.getURI();
    }
    return node.isLiteral()
        ? "2"
            + node.getLiteralLexicalForm()
            + "\u0000"
            + node.getLiteralDatatypeURI()
            + node.getLiteralLanguage()
        : "3" + (node.getBlankNodeLabel().matches("b[0-9]{6}") ? node.getBlankNodeLabel() : "");
  }

  /** As Turtle, one block for each subject, with those prefixes that it uses. */
  public String turtle(Prefixes prefixes) {
    PrefixMap used = used(prefixes);
    NodeFormatter formatter = new NodeFormatterTTL_MultiLine(null, used);
    StringWriterI out = new StringWriterI();
    used.getMapping().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> out.print("@prefix " + entry.getKey() + ": <" + entry.getValue() + "> .\n"));
    Map<Node, Map<Node, List<Node>>> blocks = new LinkedHashMap<>();
    for (Triple triple : triples) {
      blocks
          .computeIfAbsent(triple.getSubject(), subject -> new LinkedHashMap<>())
          .computeIfAbsent(triple.getPredicate(), predicate -> new ArrayList<>())
          .add(triple.getObject());
    }
    blocks.forEach(
        (subject, values) -> {
          out.print("\n");
          write(subject, formatter, out);
          values.forEach((predicate, objects) -> write(predicate, objects, formatter, out));
          out.print("\n.\n");
        });
    return out.toString();
  }

  private static void write(
      Node predicate, List<Node> objects, NodeFormatter formatter, StringWriterI out) {
    out.print("\n  ");
    if (predicate.equals(RDF.type.asNode())) {
      out.print("a");
    } else {
      write(predicate, formatter, out);
    }
    String separator = " ";
    for (Node object : objects) {
      out.print(separator);
      write(object, formatter, out);
      separator = " ,\n    ";
    }
    out.print(" ;");
  }

  private static void write(Node node, NodeFormatter formatter, StringWriterI out) {
    if (node.isBlank()) {
      out.print("_:" + node.getBlankNodeLabel());
    } else {
      formatter.format(out, node);
    }
  }

  /** As JSON-LD 1.1: one object for each subject, with those prefixes that it uses. */
  public JsonObject jsonLd(Prefixes prefixes) {
    JsonObject context = new JsonObject();
    new TreeMap<>(used(prefixes).getMapping()).forEach(context::put);
    Map<Node, JsonObject> blocks = new LinkedHashMap<>();
    for (Triple triple : triples) {
      JsonObject block =
          blocks.computeIfAbsent(
              triple.getSubject(),
              subject -> {
                JsonObject made = new JsonObject();
                made.put("@id", name(subject));
                return made;
              });
      boolean type = triple.getPredicate().equals(RDF.type.asNode());
      String key =
          type
              ? "@type"
              : prefixes
                  .shorten(triple.getPredicate().getURI())
                  .orElse(triple.getPredicate().getURI());
      if (!block.hasKey(key)) {
        block.put(key, new JsonArray());
      }
      JsonArray values = block.get(key).getAsArray();
      if (type) {
        values.add(name(triple.getObject()));
      } else {
        values.add(value(triple.getObject()));
      }
    }
    JsonArray graph = new JsonArray();
    graph.addAll(blocks.values());
    JsonObject json = new JsonObject();
    json.put("@context", context);
    json.put("@graph", graph);
    return json;
  }

  private static String name(Node node) {
    return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
  }

  private static JsonObject value(Node node) {
    JsonObject value = new JsonObject();
    if (!node.isLiteral()) {
      value.put("@id", name(node));
      return value;
    }
    value.put("@value", node.getLiteralLexicalForm());
    if (!node.getLiteralLanguage().isEmpty()) {
      value.put("@language", node.getLiteralLanguage());
    } else if (!node.getLiteralDatatypeURI().endsWith("XMLSchema#string")) {
      value.put("@type", node.getLiteralDatatypeURI());
    }
    return value;
  }

  /** The prefixes that stand for the beginning of one of the IRIs, datatypes among them. */
  private PrefixMap used(Prefixes prefixes) {
    Map<String, String> used = new TreeMap<>();
    for (Triple triple : triples) {
      for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
        String iri =
            node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
        prefixes
            .shorten(iri)
            .map(name -> name.substring(0, name.indexOf(':')))
            .ifPresent(prefix -> used.put(prefix, prefixes.namespaces().get(prefix)));
      }
    }
    return PrefixMapFactory.create(used);
  }
}
