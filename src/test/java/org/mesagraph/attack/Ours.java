package org.mesagraph.attack;

import java.time.Duration;
import java.util.List;
import org.mesagraph.server.Asking;
import org.mesagraph.server.Server;

/**
 * Our server over this project's files, started as the launcher does.
 *
 * @param heap in megabytes
 * @param queryTime the limit of time for queries
 */
record Ours(int heap, Duration queryTime) {

  Target start() {
    return Target.start(
        "ours",
        Ours.class,
        List.of("-Xmx" + heap + "m", "-XX:+ExitOnOutOfMemoryError"),
        List.of(String.valueOf(queryTime.toMillis())));
  }

  /** Argument: milliseconds for a query. */
  public static void main(String[] arguments) {
    Server server = Asking.start(Duration.ofMillis(Long.parseLong(arguments[0])));
    System.out.println("PORT " + server.port());
    EndWithParent.start();
  }
}
