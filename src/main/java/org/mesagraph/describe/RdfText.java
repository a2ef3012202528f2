package org.mesagraph.describe;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.base.Prefixes;

/** Writes quads and triples in a syntax; equal contents give equal bytes. */
public final class RdfText {

  private RdfText() {}

  /** Triples as a document about a thing, in a syntax without graphs. */
  static byte[] triples(
      Node thing, Collection<Triple> triples, RdfSyntax syntax, Prefixes prefixes) {
    Comparator<Triple> order = Order.beginningWith(thing);
    List<Quad> sorted =
        triples.stream()
            .distinct()
            .sorted(order)
            .map(triple -> Quad.create(Quad.defaultGraphIRI, triple))
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (syntax) {
      case JSON_LD -> JsonLdText.write(sorted, prefixes, out);
      case N_TRIPLES -> stream(sorted, RDFFormat.NTRIPLES_UTF8, Map.of(), out);
      case RDF_XML -> {
        XmlFit.check(triples);
        xml(new SortedGraph(triples, prefixes, order), out);
      }
      case TURTLE ->
          RDFWriter.source(new SortedGraph(triples, prefixes, order))
              .format(RDFFormat.TURTLE_PRETTY)
              .output(out);
      default -> throw new IllegalArgumentException(syntax + " has graphs");
    }
    return out.toByteArray();
  }

  /** Quads as a document, in a syntax with graphs. */
  static byte[] quads(Collection<Quad> quads, RdfSyntax syntax, Prefixes prefixes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (syntax) {
      case JSON_LD -> JsonLdText.write(sorted(quads), prefixes, out);
      case N_QUADS -> stream(sorted(quads), RDFFormat.NQUADS_UTF8, Map.of(), out);
      case TRIG ->
          RDFWriter.source(dataset(quads, prefixes)).format(RDFFormat.TRIG_PRETTY).output(out);
      default -> throw new IllegalArgumentException(syntax + " has no graphs");
    }
    return out.toByteArray();
  }

  /**
   * Writes sorted quads without making more of them than their text; a syntax without graphs has
   * the triples of all graphs.
   *
   * @param terms every term of the quads
   */
  static void stream(
      List<Quad> sorted, Set<Node> terms, RdfSyntax syntax, Prefixes prefixes, OutputStream out) {
    switch (syntax) {
      case JSON_LD -> JsonLdText.write(sorted, prefixes, out);
      case N_QUADS -> stream(sorted, RDFFormat.NQUADS_UTF8, Map.of(), out);
      case N_TRIPLES -> stream(sorted, RDFFormat.NTRIPLES_UTF8, Map.of(), out);
      case TRIG ->
          stream(sorted, RDFFormat.TRIG_BLOCKS, UsedPrefixes.ofTerms(terms, prefixes), out);
      case TURTLE ->
          stream(sorted, RDFFormat.TURTLE_BLOCKS, UsedPrefixes.ofTerms(terms, prefixes), out);
      case RDF_XML ->
          xml(new SortedGraph(sorted.stream().map(Quad::asTriple).toList(), prefixes), out);
    }
  }

  private static void stream(
      List<Quad> sorted, RDFFormat format, Map<String, String> prefixes, OutputStream out) {
    boolean graphs = format.getLang().equals(Lang.TRIG) || format.getLang().equals(Lang.NQUADS);
    StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
    writer.start();
    prefixes.forEach(writer::prefix);
    for (Quad quad : sorted) {
      if (graphs) {
        writer.quad(quad);
      } else {
        writer.triple(quad.asTriple());
      }
    }
    writer.finish();
  }

  private static void xml(SortedGraph graph, OutputStream out) {
    RDFWriter.source(graph).format(RDFFormat.RDFXML_PLAIN).output(out);
  }

  private static DatasetGraph dataset(Collection<Quad> quads, Prefixes prefixes) {
    Map<Node, List<Triple>> graphs = new LinkedHashMap<>();
    for (Quad quad : quads) {
      graphs
          .computeIfAbsent(
              quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph(),
              any -> new ArrayList<>())
          .add(quad.asTriple());
    }
    Set<Node> terms = terms(quads);
    DatasetGraph dataset =
        DatasetGraphFactory.create(
            new SortedGraph(graphs.getOrDefault(Quad.defaultGraphIRI, List.of()), prefixes));
    graphs.forEach(
        (name, triples) -> {
          if (!name.equals(Quad.defaultGraphIRI)) {
            dataset.addGraph(name, new SortedGraph(triples, prefixes));
          }
        });
    UsedPrefixes.ofTerms(terms, prefixes).forEach(dataset.prefixes()::add);
    return dataset;
  }

  /** Every term of some quads. */
  static Set<Node> terms(Collection<Quad> quads) {
    Set<Node> terms = new HashSet<>();
    for (Quad quad : quads) {
      terms.add(quad.getGraph());
      terms.add(quad.getSubject());
      terms.add(quad.getPredicate());
      terms.add(quad.getObject());
    }
    return terms;
  }

  private static List<Quad> sorted(Collection<Quad> quads) {
    return quads.stream().sorted(Order.QUADS).distinct().toList();
  }
}
