package org.mesagraph.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mesagraph.http.Lane;
import org.mesagraph.http.Lanes;
import org.mesagraph.http.Observer;
import org.mesagraph.observe.AccessLog;
import org.mesagraph.observe.Metrics;
import org.mesagraph.observe.MetricsListener;

/** What is told of a server while it runs. */
final class Told implements AutoCloseable {

  private static final String STATEMENTS = "mesagraph.statements";

  private final Optional<AccessLog> log;
  private final Optional<Metrics> metrics;
  private final Optional<MetricsListener> listener;

  private Told(
      Optional<AccessLog> log, Optional<Metrics> metrics, Optional<MetricsListener> listener) {
    this.log = log;
    this.metrics = metrics;
    this.listener = listener;
  }

  /**
   * Begins to tell.
   *
   * @throws org.mesagraph.base.MesagraphException of kind ENDPOINT if metrics cannot be listened
   *     for
   */
  static Told of(Operation operation, Current current, Lanes lanes) {
    Optional<Metrics> metrics =
        operation.metrics().map(address -> metrics(operation.program(), current, lanes));
    return new Told(
        operation.log(),
        metrics,
        operation
            .metrics()
            .map(
                address ->
                    MetricsListener.start(
                        address.host(), address.port(), metrics.orElseThrow()::text)));
  }

  private static Metrics metrics(String program, Current current, Lanes lanes) {
    Metrics metrics =
        new Metrics(
            name -> current.now().queries().find(name).isPresent(),
            () ->
                Map.of(
                    "program", program,
                    "java", System.getProperty("java.version"),
                    "version", current.now().version()));
    String statements = "Statements that are served";
    metrics.show(
        STATEMENTS,
        statements,
        Map.of("kind", "asserted"),
        () -> current.now().snapshot().base().triples().size());
    metrics.show(
        STATEMENTS,
        statements,
        Map.of("kind", "inferred"),
        () -> current.now().snapshot().inferred().size());
    metrics.show(
        "mesagraph.reasoning.seconds",
        "How long drawing all conclusions took, or reading those that were kept",
        Map.of(),
        () -> current.now().snapshot().reasoned().map(Told::seconds).orElse(Double.NaN));
    for (Lane lane : lanes.limited()) {
      Map<String, String> label = Map.of("lane", lane.name().toLowerCase(Locale.ROOT));
      metrics.show(
          "mesagraph.lane.working", "Requests with a permit", label, () -> lanes.working(lane));
      metrics.show(
          "mesagraph.lane.waiting", "Requests without a permit", label, () -> lanes.waiting(lane));
    }
    return metrics;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /** Who is to be told of every request. */
  List<Observer> observers() {
    List<Observer> observers = new ArrayList<>();
    log.ifPresent(observers::add);
    metrics.ifPresent(observers::add);
    return observers;
  }

  /** Where metrics are listened for. */
  Optional<Integer> port() {
    return listener.map(MetricsListener::port);
  }

  @Override
  public void close() {
    listener.ifPresent(MetricsListener::close);
    metrics.ifPresent(Metrics::close);
    log.ifPresent(AccessLog::close);
  }
}
