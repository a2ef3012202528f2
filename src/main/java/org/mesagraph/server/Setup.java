package org.mesagraph.server;

import java.time.Duration;
import java.util.Optional;
import org.mesagraph.http.Front;
import org.mesagraph.http.Settings;

/**
 * How a server is to be set up.
 *
 * @param host the address to listen on, such as 127.0.0.1
 * @param port the port, 0 for any free one
 * @param queryTime the longest that a free query may take
 * @param http what the door is told
 * @param writing if writing is switched on
 * @param operation what those who run it want
 */
public record Setup(
    String host,
    int port,
    Duration queryTime,
    Settings http,
    Optional<Writing> writing,
    Operation operation) {

  private static final Duration QUERY_TIME = Duration.ofSeconds(10);

  /** This machine only, at any free port. */
  public static Setup local() {
    return new Setup(
        "127.0.0.1", 0, QUERY_TIME, Settings.usual(), Optional.empty(), Operation.plain());
  }

  /** The same at another address. */
  public Setup at(String otherHost, int otherPort) {
    return new Setup(otherHost, otherPort, queryTime, http, writing, operation);
  }

  /** The same with another limit of time for free queries. */
  public Setup within(Duration time) {
    return new Setup(host, port, time, http, writing, operation);
  }

  /** The same with writing switched on. */
  public Setup with(Writing desk) {
    return new Setup(host, port, queryTime, http, Optional.of(desk), operation);
  }

  /** The same as the world sees it. */
  public Setup behind(Front front) {
    return new Setup(host, port, queryTime, http.behind(front), writing, operation);
  }

  /** The same for those who run it. */
  public Setup operated(Operation how) {
    return new Setup(host, port, queryTime, http, writing, how);
  }
}
