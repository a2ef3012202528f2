package org.mesagraph.server;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** Settings of the Jetty server below Fuseki. */
final class Listening {

  private static final long STOP_MILLIS = 5_000;
  private static final int OUTPUT_BYTES = 65_536;

  private Listening() {}

  static void on(Server jetty, String host, Pages pages) {
    for (Connector connector : jetty.getConnectors()) {
      if (connector instanceof ServerConnector server) {
        server.setHost(host);
        HttpConfiguration http =
            server.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setSendServerVersion(false);
        http.setOutputBufferSize(OUTPUT_BYTES);
      }
    }
    StatusPages errors = new StatusPages(pages);
    jetty.setErrorHandler(errors);
    jetty
        .getDescendants(ServletContextHandler.class)
        .forEach(context -> context.setErrorHandler(errors));
    jetty.insertHandler(new GracefulHandler());
    jetty.setStopTimeout(STOP_MILLIS);
  }
}
