package org.mesagraph.bench;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.mesagraph.RealProject;

/**
 * Fuseki Main as it comes, in memory, with the triples of this project, stated and inferred, in
 * their graphs and all together in the default graph: {@code StockServer PORT}.
 */
public final class StockServer {

  private StockServer() {}

  public static void main(String[] arguments) {
    DatasetGraph source = RealProject.snapshot().dataset();
    DatasetGraph stock = DatasetGraphFactory.createTxnMem();
    Txn.executeRead(
        source,
        () ->
            Txn.executeWrite(
                stock,
                () ->
                    source
                        .find()
                        .forEachRemaining(
                            quad -> {
                              if (!quad.isDefaultGraph()) {
                                stock.add(quad);
                              }
                              stock.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
                            })));
    Dataset dataset = DatasetFactory.wrap(stock);
    FusekiServer server =
        FusekiServer.create()
            .port(Integer.parseInt(arguments[0]))
            .loopback(true)
            .add("/sparql", dataset)
            .build()
            .start();
    System.out.println("ready at " + server.getPort());
    server.join();
  }
}
