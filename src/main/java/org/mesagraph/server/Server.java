package org.mesagraph.server;

import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.core.DatasetGraph;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.explain.ExplanationService;
import org.mesagraph.explain.WhatIfService;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.store.Snapshot;

/**
 * An embedded Fuseki that answers questions about one snapshot and changes nothing: SPARQL queries
 * at {@code /sparql}, saved queries at {@code /q/}, proofs at {@code /why}, what would fall at
 * {@code /whatif}.
 */
public final class Server {

  private static final Duration QUERY_TIME = Duration.ofSeconds(10);

  private final FusekiServer fuseki;

  private Server(FusekiServer fuseki) {
    this.fuseki = fuseki;
  }

  /**
   * Starts a server and returns once it answers.
   *
   * @param host the address to listen on, such as 127.0.0.1
   * @param port the port, 0 for any free one
   * @throws MesagraphException of kind ENDPOINT if the address cannot be listened on
   */
  public static Server start(Snapshot snapshot, SavedQueries queries, String host, int port) {
    return start(snapshot, queries, host, port, QUERY_TIME);
  }

  /** The same with another limit of time for SPARQL queries. */
  static Server start(
      Snapshot snapshot, SavedQueries queries, String host, int port, Duration queryTime) {
    DatasetGraph dataset = ClosedDataset.of(snapshot.dataset(), queryTime);
    Pages pages = Pages.create();
    QueryRunner runner = new QueryRunner(snapshot.dataset(), snapshot.base().prefixes());
    List<FusekiModule> modules =
        List.of(
            new ListenModule(host, pages),
            new HomeModule(snapshot, queries, pages),
            new SavedQueriesModule(queries, runner, pages),
            new WhyModule(ExplanationService.of(snapshot.base(), snapshot.closure())),
            new WhatIfModule(
                WhatIfService.of(snapshot.base(), snapshot.program(), snapshot.closure())),
            new HealthModule(snapshot));
    FusekiServer fuseki =
        FusekiServer.create()
            .port(port)
            .loopback(true)
            .numServerThreads(4, 64)
            .addFilter("/*", new QuestionsOnly())
            .add("/sparql", sparql(dataset))
            .fusekiModules(FusekiModules.create(modules))
            .build();
    try {
      return new Server(fuseki.start());
    } catch (FusekiException e) {
      throw failure(e, host, port);
    }
  }

  private static DataService.Builder sparql(DatasetGraph dataset) {
    return DataService.newBuilder(dataset)
        .addEndpoint(
            Endpoint.create().operation(Operation.Query).processor(new QueryService()).build());
  }

  private static MesagraphException failure(FusekiException e, String host, int port) {
    String where = host + ":" + port;
    if (ExceptionUtils.indexOfType(e, BindException.class) >= 0) {
      String message = String.valueOf(ExceptionUtils.getRootCauseMessage(e));
      String what =
          message.contains("in use")
              ? "port " + port + " is taken – choose another with --port, or --port 0 for any"
              : "cannot listen on " + where + ": " + message;
      return new MesagraphException(Kind.ENDPOINT, what, e);
    }
    return new MesagraphException(
        Kind.ENDPOINT,
        "cannot listen on " + where + ": " + ExceptionUtils.getRootCauseMessage(e),
        e);
  }

  /** The port that is listened on. */
  public int port() {
    return fuseki.getPort();
  }

  /** Blocks until the server is stopped. */
  public void await() {
    fuseki.join();
  }

  /** Stops the server after the requests that are running. */
  public void stop() {
    fuseki.stop();
  }

  /** Listens on one address and lets running requests finish when it stops. */
  private record ListenModule(String host, Pages pages) implements FusekiModule {
    @Override
    public String name() {
      return "listen";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasets, Model config) {
      // only the started server is changed
    }

    @Override
    public void serverBeforeStarting(FusekiServer server) {
      Listening.on(server.getJettyServer(), host, pages);
    }
  }
}
