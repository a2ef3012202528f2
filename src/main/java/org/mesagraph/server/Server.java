package org.mesagraph.server;

import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.rdf.model.Model;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.guard.Bounds;
import org.mesagraph.guard.Guard;
import org.mesagraph.http.Door;
import org.mesagraph.http.Lanes;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Route;
import org.mesagraph.write.Syntax;

/**
 * An embedded Fuseki that answers questions about the present state: SPARQL queries at {@code
 * /sparql}, saved queries at {@code /q/}, proofs at {@code /why}, what would fall at {@code
 * /whatif}.
 */
public final class Server {

  private final FusekiServer fuseki;
  private final List<Route<Served>> routes;
  private final Guard guard;
  private final Closing closing;
  private final Told told;
  private final Duration patience;

  private Server(
      FusekiServer fuseki,
      List<Route<Served>> routes,
      Guard guard,
      Closing closing,
      Told told,
      Duration patience) {
    this.fuseki = fuseki;
    this.routes = routes;
    this.guard = guard;
    this.closing = closing;
    this.told = told;
    this.patience = patience;
  }

  /**
   * Starts a server and returns once it answers.
   *
   * @throws MesagraphException of kind ENDPOINT if the address cannot be listened on
   */
  public static Server start(Current current, Setup setup) {
    String base = setup.http().front().base();
    Pages pages = Pages.create(base);
    Function<Refusal, String> error = refusal -> pages.render("error.jte", refusal);
    Lanes lanes = Lanes.of(Runtime.getRuntime().availableProcessors());
    Told told = Told.of(setup.operation(), current, lanes);
    Door<Served> door = new Door<>(current, setup.http(), lanes, error, told.observers());
    Closing closing = new Closing(base);
    Health health =
        new Health(
            setup.operation().program(),
            closing::isShutdown,
            current::trouble,
            () -> setup.writing().map(writing -> writing.desk().stopped().isEmpty()));
    Guard guard = Guard.of(Bounds.usual(setup.queryTime()));
    EndpointDescription description =
        new EndpointDescription(
            pages, guard.bounds(), setup.writing().map(writing -> Syntax.mediaTypes()));
    Route<Served> sparql = SparqlResource.route(guard, description);
    List<Route<Served>> routes = Routes.of(pages, current, health);
    List<FusekiModule> modules =
        List.of(
            new ListenModule(setup, pages, closing),
            new SparqlEndpoint(door, sparql),
            new Routes(door, routes),
            new WritingRoutes(door, setup.writing()));
    setup.writing().ifPresent(writing -> writing.desk().publishTo(current::publish));
    FusekiServer fuseki =
        FusekiServer.create()
            .port(setup.port())
            .loopback(true)
            .numServerThreads(4, 64)
            .contextPath(base.isEmpty() ? "/" : base)
            .fusekiModules(FusekiModules.create(modules))
            .build();
    try {
      return new Server(fuseki.start(), routes, guard, closing, told, setup.operation().patience());
    } catch (FusekiException e) {
      guard.close();
      told.close();
      throw failure(e, setup.host(), setup.port());
    }
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

  /** What is answered beside the endpoints for queries and changes. */
  List<Route<Served>> routes() {
    return routes;
  }

  /** The port that is listened on. */
  public int port() {
    return fuseki.getPort();
  }

  /** Blocks until the server is stopped. */
  public void await() {
    fuseki.join();
  }

  /** The port at which metrics can be asked for, if they can. */
  public Optional<Integer> metricsPort() {
    return told.port();
  }

  /** Stops the server after the requests that are running. */
  public void stop() {
    closing.close(patience);
    fuseki.stop();
    guard.close();
    told.close();
  }

  /** Listens on one address and lets running requests finish when it stops. */
  private record ListenModule(Setup setup, Pages pages, Closing closing) implements FusekiModule {
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
      Listening.on(server.getJettyServer(), setup, pages, closing);
    }
  }
}
