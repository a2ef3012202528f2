package org.mesagraph.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.http.Front;
import org.mesagraph.http.Proxies;
import org.mesagraph.observe.AccessLog;
import org.mesagraph.observe.Clients;
import org.mesagraph.server.Operation;
import org.mesagraph.server.Setup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a server is run: what stands before it, what it tells, and how it ends. */
final class OperationOptions {

  private static final String OFF = "off";
  private static final String NONE = "none";
  private static final String STANDARD_ERROR = "-";
  private static final int GREATEST_PORT = 65_535;
  private static final String PATH = "(/[A-Za-z0-9._~-]+)*";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--base-path",
      paramLabel = "PATH",
      description = {
        "Path before all others, such as /mesagraph, if a proxy serves more than this (default:",
        "that of --public-url). The proxy must leave it in the request."
      })
  private Optional<String> basePath = Optional.empty();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = {
        "By which the world knows this server, such as https://example.org/mesagraph; absolute",
        "links begin with it (default: the address that the connection came to)."
      })
  private Optional<URI> publicUrl = Optional.empty();

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description = {
        "Proxy, or network of proxies such as 10.0.0.0/8, whose X-Forwarded-For tells who asks;",
        "may be repeated (default: none)."
      })
  private List<String> trustedProxies = new ArrayList<>();

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      defaultValue = NONE,
      description = {
        "Write a line of JSON for each request to this file, or to standard error with -",
        "(default: ${DEFAULT-VALUE}). What was asked beyond the path is not in it."
      })
  private String accessLog;

  @Option(
      names = "--access-log-clients",
      paramLabel = "HOW",
      defaultValue = "network",
      description = {
        "How much of a client's address is in it: ${COMPLETION-CANDIDATES} (default:",
        "${DEFAULT-VALUE})."
      })
  private Clients clients;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = {
        "Port of /metrics, 0 for any free one, off for none (default: the port after --port, or",
        "none if that is taken)."
      })
  private Optional<String> metricsPort = Optional.empty();

  @Option(
      names = "--metrics-host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address of /metrics (default: ${DEFAULT-VALUE}, this machine only).")
  private String metricsHost;

  @Option(
      names = "--stop-within",
      paramLabel = "SECONDS",
      defaultValue = "15",
      description =
          "How long requests may go on when the server is to stop (default: ${DEFAULT-VALUE}).")
  private int stopWithin;

  /**
   * The same setup, run in this way.
   *
   * @param port of the server
   */
  Setup applyTo(Setup setup, int port) {
    if (stopWithin < 0) {
      throw wrong("--stop-within must be a number of seconds");
    }
    Front front = front();
    Optional<Operation.Address> metrics = metrics(port);
    return setup
        .behind(front)
        .operated(
            new Operation(
                VersionCommand.version(), log(), metrics, Duration.ofSeconds(stopWithin)));
  }

  /** Where a server on an address and port is found: by its public name, if it has one. */
  String shownBase(String host, int port) {
    Front front = front();
    return front.origin().orElseGet(() -> shown(host, port)) + front.base();
  }

  /** Where its metrics are found. */
  String shownMetrics(int port) {
    return shown(metricsHost, port) + "/metrics";
  }

  private static String shown(String host, int port) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  private Front front() {
    publicUrl.ifPresent(
        url -> {
          boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
          if (!web
              || url.getRawAuthority() == null
              || url.getRawUserInfo() != null
              || url.getRawQuery() != null
              || url.getRawFragment() != null) {
            throw wrong("--public-url must be like https://example.org/mesagraph");
          }
        });
    String base =
        basePath
            .or(() -> publicUrl.map(URI::getRawPath))
            .map(path -> path.replaceFirst("/+$", ""))
            .orElse("");
    if (!base.matches(PATH)) {
      throw wrong("--base-path must be like /mesagraph");
    }
    return new Front(
        base,
        publicUrl.map(url -> url.getScheme() + "://" + url.getRawAuthority()),
        Proxies.of(trustedProxies));
  }

  private Optional<AccessLog> log() {
    return switch (accessLog) {
      case NONE -> Optional.empty();
      case STANDARD_ERROR -> Optional.of(AccessLog.onError(clients, Clock.systemUTC()));
      default -> Optional.of(AccessLog.inFile(Path.of(accessLog), clients, Clock.systemUTC()));
    };
  }

  private Optional<Operation.Address> metrics(int port) {
    if (metricsPort.equals(Optional.of(OFF))) {
      return Optional.empty();
    }
    if (metricsPort.isEmpty() && port > 0 && !isFree(port + 1)) {
      spec.commandLine()
          .getErr()
          .println(
              "no metrics: port " + (port + 1) + " is taken – choose another with --metrics-port");
      return Optional.empty();
    }
    int usual = port == 0 ? 0 : port + 1;
    return Optional.of(
        new Operation.Address(metricsHost, metricsPort.map(this::port).orElse(usual)));
  }

  private int port(String text) {
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= GREATEST_PORT) {
      return Integer.parseInt(text);
    }
    throw wrong("--metrics-port must be a number from 0 to " + GREATEST_PORT + ", or " + OFF);
  }

  private boolean isFree(int port) {
    if (port > GREATEST_PORT) {
      return false;
    }
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(metricsHost))) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static MesagraphException wrong(String what) {
    return new MesagraphException(Kind.USAGE, what);
  }
}
