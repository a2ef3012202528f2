package org.mesagraph.server;

import java.time.Duration;
import java.util.Optional;
import org.mesagraph.observe.AccessLog;

/**
 * What those who run a server want of it.
 *
 * @param program version of the program
 * @param log of requests, if there is to be one
 * @param metrics where they can be asked for, if they can
 * @param patience with requests that are being answered when the server is to stop
 */
public record Operation(
    String program, Optional<AccessLog> log, Optional<Address> metrics, Duration patience) {

  /** Longer than the longest query. */
  public static final Duration USUAL_PATIENCE = Duration.ofSeconds(15);

  /** An address to listen on; port 0 stands for any free one. */
  public record Address(String host, int port) {}

  /** No log and no metrics. */
  public static Operation plain() {
    return new Operation("development", Optional.empty(), Optional.empty(), USUAL_PATIENCE);
  }
}
