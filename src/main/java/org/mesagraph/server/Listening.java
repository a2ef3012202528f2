package org.mesagraph.server;

import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.mesagraph.http.Gate;
import org.mesagraph.http.StatusPages;

/** Settings of the Jetty server below Fuseki. */
final class Listening {

  private static final long STOP_MILLIS = 5_000;
  private static final long IDLE_AT_STOP_MILLIS = 100;
  private static final List<String> WRITES = List.of("/update", "/data", "/data/*");

  private Listening() {}

  static void on(Server jetty, Setup setup, Pages pages, Closing closing) {
    for (Connector connector : jetty.getConnectors()) {
      if (connector instanceof ServerConnector server) {
        server.setHost(setup.host());
        server.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
      }
    }
    Gate.before(jetty, setup.http(), WRITES.stream().map(pages.base()::concat).toList());
    StatusPages errors =
        new StatusPages(refusal -> pages.render("error.jte", refusal), pages.base() + "/");
    jetty.setErrorHandler(errors);
    jetty
        .getDescendants(ServletContextHandler.class)
        .forEach(context -> context.setErrorHandler(errors));
    jetty.insertHandler(closing);
    jetty.setStopTimeout(STOP_MILLIS);
  }
}
