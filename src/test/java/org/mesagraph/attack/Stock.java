package org.mesagraph.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.DatabaseMgr;

/**
 * Fuseki Main as it comes, with everything on that is on by itself and nothing of ours: the control
 * of every attack. Its dataset of some thousand triples stands at {@code /sparql}, {@code /update}
 * and {@code /data}, so that one request means the same to it and to our server.
 *
 * @param heap in megabytes
 * @param queryTime a limit of time for queries; by itself there is none
 * @param disk the folder of a dataset on disk; by itself it is in memory
 * @param cors whether pages of other sites are let in by Fuseki's own switch for that
 */
record Stock(int heap, Optional<Duration> queryTime, Optional<Path> disk, boolean cors) {

  private static final int SUBJECTS = 1_000;
  private static final int PROPERTIES = 5;

  static Stock ofHeap(int megabytes) {
    return new Stock(megabytes, Optional.empty(), Optional.empty(), false);
  }

  Stock withQueryTime(Duration time) {
    return new Stock(heap, Optional.of(time), disk, cors);
  }

  Stock onDisk(Path folder) {
    return new Stock(heap, queryTime, Optional.of(folder), cors);
  }

  Stock withCors() {
    return new Stock(heap, queryTime, disk, true);
  }

  Target start() {
    List<String> arguments = new ArrayList<>();
    arguments.add(String.valueOf(queryTime.map(Duration::toMillis).orElse(0L)));
    arguments.add(disk.map(Path::toString).orElse(""));
    arguments.add(String.valueOf(cors));
    return Target.start("stock", Stock.class, List.of("-Xmx" + heap + "m"), arguments);
  }

  /** Arguments: milliseconds for a query or 0, folder or nothing, whether with CORS. */
  public static void main(String[] arguments) throws IOException {
    JenaSystem.init();
    long millis = Long.parseLong(arguments[0]);
    if (millis > 0) {
      ARQ.getContext().set(ARQ.queryTimeout, String.valueOf(millis));
    }
    DatasetGraph dataset = dataset(arguments[1]);
    FusekiServer server =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .enableCors(Boolean.parseBoolean(arguments[2]))
            .add("/sparql", dataset, true)
            .add("/update", dataset, true)
            .add("/data", dataset, true)
            .build()
            .start();
    System.out.println("PORT " + server.getPort());
    EndWithParent.start();
  }

  private static DatasetGraph dataset(String folder) throws IOException {
    if (folder.isEmpty()) {
      return filled(DatasetGraphFactory.createTxnMem());
    }
    Files.createDirectories(Path.of(folder));
    return filled(DatabaseMgr.connectDatasetGraph(folder));
  }

  private static DatasetGraph filled(DatasetGraph dataset) {
    dataset.executeWrite(
        () -> {
          if (dataset.isEmpty()) {
            for (int subject = 0; subject < SUBJECTS; subject++) {
              for (int property = 0; property < PROPERTIES; property++) {
                Node object = NodeFactory.createLiteralString("value " + (subject + property));
                dataset.getDefaultGraph().add(iri("s" + subject), iri("p" + property), object);
              }
            }
            dataset.add(iri("g"), iri("s0"), iri("p0"), NodeFactory.createLiteralString("in g"));
          }
        });
    return dataset;
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("urn:x:" + name);
  }
}
