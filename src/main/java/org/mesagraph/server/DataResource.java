package org.mesagraph.server;

import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFOps;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.mesagraph.http.Formats;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Lane;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Reply;
import org.mesagraph.http.Route;
import org.mesagraph.write.Edit;
import org.mesagraph.write.GraphBody;
import org.mesagraph.write.Graphs;
import org.mesagraph.write.Receipt;
import org.mesagraph.write.Syntax;

/**
 * {@code /data?default} and {@code /data?graph=}: the Graph Store HTTP Protocol, with indirect
 * identification. Everybody may read a graph.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">Graph Store HTTP Protocol</a>
 */
final class DataResource {

  private static final String PATH = "/data";
  private static final String DEFAULT = "default";
  private static final String GRAPH = "graph";
  private static final Formats FORMATS =
      Formats.of(
          "ttl", "text/turtle",
          "nt", "application/n-triples",
          "jsonld", "application/ld+json",
          "rdf", "application/rdf+xml");
  private static final Map<String, RDFFormat> STREAMED =
      Map.of("ttl", RDFFormat.TURTLE_BLOCKS, "nt", RDFFormat.NTRIPLES_UTF8);
  private static final Map<String, RDFFormat> WHOLE =
      Map.of("jsonld", RDFFormat.JSONLD11_PLAIN, "rdf", RDFFormat.RDFXML_PLAIN);
  private static final int MOST_WHOLE = 50_000;

  private DataResource() {}

  static Route<Served> reading() {
    return Route.<Served>of("data", PATH, DataResource::read)
        .with(DEFAULT, GRAPH)
        .in(FORMATS)
        .kept(Served::version);
  }

  /** The writing methods; that GET is allowed too is only told here. */
  static Route<Served> writing(Writing writing) {
    return Route.<Served>of("data-write", PATH, (served, inquiry) -> write(writing, inquiry))
        .asked("GET", "PUT", "POST", "DELETE")
        .with(DEFAULT, GRAPH)
        .on(Lane.WRITES)
        .admitting(writing::admit);
  }

  private static Reply read(Served served, Inquiry inquiry) {
    Node name = name(inquiry).orElseThrow(() -> unnamed());
    DatasetGraph dataset = served.snapshot().dataset();
    if (!name.equals(Graphs.DEFAULT) && !dataset.containsGraph(name)) {
      throw Refusal.of(404, "there is no graph <" + name.getURI() + ">").asException();
    }
    Graph graph = dataset.getGraph(name);
    String format = inquiry.chosen();
    if (STREAMED.containsKey(format)) {
      return Reply.streamed(
          FORMATS.type(format), out -> stream(graph, dataset, STREAMED.get(format), out));
    }
    if (graph.stream().skip(MOST_WHOLE).findFirst().isPresent()) {
      throw Refusal.of(
              413, "the graph has more than " + MOST_WHOLE + " statements – ask for text/turtle")
          .asException();
    }
    return Reply.streamed(
        FORMATS.type(format), out -> RDFWriter.source(graph).format(WHOLE.get(format)).output(out));
  }

  private static void stream(
      Graph graph, DatasetGraph dataset, RDFFormat format, OutputStream out) {
    StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
    writer.start();
    StreamRDFOps.sendPrefixesToStream(dataset.prefixes(), writer);
    StreamRDFOps.sendTriplesToStream(graph.find(), writer);
    writer.finish();
  }

  private static Reply write(Writing writing, Inquiry inquiry) {
    Receipt receipt = writing.make(inquiry, () -> edit(inquiry));
    Reply reply = Writing.reply(receipt);
    return receipt
        .outcome()
        .graph()
        .filter(graph -> receipt.outcome().isNew())
        .map(graph -> reply.with("Location", location(inquiry, graph)))
        .orElse(reply);
  }

  private static String location(Inquiry inquiry, Node graph) {
    return inquiry.base()
        + PATH
        + "?graph="
        + URLEncoder.encode(graph.getURI(), StandardCharsets.UTF_8);
  }

  private static Edit edit(Inquiry inquiry) {
    Optional<Node> name = name(inquiry);
    if (inquiry.method().equals("DELETE")) {
      return GraphBody.delete(name.orElseThrow(() -> unnamed()));
    }
    ContentType type = ContentType.of(inquiry);
    Syntax syntax = Syntax.of(type.name()).orElseThrow(() -> type.unsupported(Syntax.mediaTypes()));
    type.checkCharset();
    if (inquiry.method().equals("PUT")) {
      return GraphBody.put(name.orElseThrow(() -> unnamed()), inquiry.body(), syntax);
    }
    return name.map(graph -> GraphBody.post(graph, inquiry.body(), syntax))
        .orElseGet(() -> GraphBody.post(inquiry.body(), syntax));
  }

  private static Optional<Node> name(Inquiry inquiry) {
    boolean isDefault = inquiry.parameters().containsKey(DEFAULT);
    Optional<String> graph = inquiry.optional(GRAPH);
    if (isDefault && graph.isPresent()) {
      throw Refusal.of(400, "say either ?default or ?graph=…, and not both").asException();
    }
    return isDefault ? Optional.of(Graphs.DEFAULT) : graph.map(NodeFactory::createURI);
  }

  private static RuntimeException unnamed() {
    return Refusal.of(400, "say which graph: ?default or ?graph=…").asException();
  }
}
