package org.mesagraph.conformance;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultsReader;

/**
 * The graphs of a server that can be written to. A test knows a default graph of its own; here a
 * graph with a name stands for it, and what the server computes is not among them.
 *
 * @param endpoint sends the token with every request
 */
record GraphStore(Endpoint endpoint) {

  private static final String GRAPH = "https://w3id.org/mesagraph/graph/";

  /** What is written without a graph. */
  static final Node DEFAULT = NodeFactory.createURI(GRAPH + "default");

  /** What follows, and how to ask: nobody writes these. */
  private static final Set<String> COMPUTED =
      Set.of(GRAPH + "inferred", "https://w3id.org/mesagraph/sparql/.well-known/sparql-examples");

  /** Holds just this from now on. */
  void fill(DatasetGraph dataset) {
    require(endpoint.post("/update", Endpoint.UPDATE, "*/*", "DROP ALL"));
    DatasetGraph named = DatasetGraphFactory.create();
    dataset
        .find()
        .forEachRemaining(quad -> named.add(renamed(quad, Quad.defaultGraphIRI, DEFAULT)));
    if (!named.isEmpty()) {
      StringWriter text = new StringWriter();
      RDFDataMgr.write(text, named, Lang.NQUADS);
      require(endpoint.post("/data", Lang.NQUADS.getHeaderString(), "*/*", text.toString()));
    }
  }

  /** What it holds. */
  DatasetGraph contents() {
    HttpResponse<byte[]> response =
        endpoint.post(
            "/sparql",
            Endpoint.QUERY,
            ResultSetLang.RS_JSON.getHeaderString(),
            "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }");
    require(response);
    RowSet rows =
        ResultsReader.create()
            .lang(ResultSetLang.RS_JSON)
            .readRowSet(new ByteArrayInputStream(response.body()));
    DatasetGraph dataset = DatasetGraphFactory.create();
    for (Iterator<Binding> each = rows; each.hasNext(); ) {
      Binding row = each.next();
      if (!COMPUTED.contains(row.get("g").getURI())) {
        Quad quad = Quad.create(row.get("g"), row.get("s"), row.get("p"), row.get("o"));
        dataset.add(renamed(quad, DEFAULT, Quad.defaultGraphIRI));
      }
    }
    return dataset;
  }

  private static Quad renamed(Quad quad, Node from, Node to) {
    boolean isIt =
        from.equals(Quad.defaultGraphIRI) ? quad.isDefaultGraph() : quad.getGraph().equals(from);
    return isIt ? Quad.create(to, quad.asTriple()) : quad;
  }

  private static void require(HttpResponse<byte[]> response) {
    if (!Endpoint.succeeded(response)) {
      throw new IllegalStateException(response.statusCode() + ": " + Endpoint.text(response));
    }
  }
}
