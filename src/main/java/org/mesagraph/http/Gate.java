package org.mesagraph.http;

import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;

/** What Jetty is told, so that whoever connects costs little before the door is reached. */
public final class Gate {

  private static final int MOST_CONNECTIONS = 1_024;
  private static final int MOST_FOR_ONE_CLIENT = 256;
  private static final long IDLE_MILLIS = 30_000;
  private static final long IDLE_MILLIS_WHEN_FULL = 2_000;
  private static final int HEADER_BYTES = 48 * 1024;
  private static final int OUTPUT_BYTES = 64 * 1024;

  /** A piece of a body costs this besides its length, so that crumbs come to an end as well. */
  private static final int BYTES_FOR_A_PIECE = 1024;

  private Gate() {}

  /**
   * Sets up a server that is not started yet.
   *
   * @param writes paths whose bodies may be longer, and are read after the door has let them in
   */
  public static void before(Server jetty, Settings settings, List<String> writes) {
    for (Connector connector : jetty.getConnectors()) {
      if (connector instanceof ServerConnector server) {
        connections(server, settings);
      }
    }
    NetworkConnectionLimit limit = new NetworkConnectionLimit(MOST_CONNECTIONS, jetty);
    limit.setEndPointIdleTimeout(IDLE_MILLIS_WHEN_FULL);
    jetty.addBean(limit);
    jetty.insertHandler(bodies(settings, writes));
  }

  private static void connections(ServerConnector server, Settings settings) {
    server.setIdleTimeout(IDLE_MILLIS);
    server.setAcceptQueueSize(MOST_CONNECTIONS);
    server.addBean(new Connections(MOST_FOR_ONE_CLIENT, settings.front().proxies()::trusts));
    HttpConfiguration http =
        server.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setOutputBufferSize(OUTPUT_BYTES);
    http.setHttpCompliance(HttpCompliance.STRICT);
    http.setUriCompliance(UriCompliance.RFC3986);
  }

  /** A question is there to its last byte before a thread is given to it. */
  private static EagerContentHandler bodies(Settings settings, List<String> writes) {
    EagerContentHandler eager =
        new EagerContentHandler(
            new EagerContentHandler.RetainedContentLoaderFactory(
                2L * settings.longestQuestion(), BYTES_FOR_A_PIECE, true));
    writes.forEach(eager::excludePath);
    return eager;
  }
}
