package org.mesagraph.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mesagraph.http.Exchange;
import org.mesagraph.http.Observer;

/**
 * Counts requests and shows what there is to be seen of the process, in the text format of
 * Prometheus. What strangers write never becomes a label: routes and refusals are the program's own
 * words, and a saved query is named only if there is one of that name.
 */
public final class Metrics implements Observer, AutoCloseable {

  private static final String QUERIES = "q";
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(10),
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Predicate<String> isQuery;
  private final Supplier<Map<String, String>> facts;
  private final MultiGauge info;

  /**
   * Metrics of a server.
   *
   * @param isQuery whether a saved query of this name is served
   * @param facts what may change as a whole, such as the version of what is served
   */
  public Metrics(Predicate<String> isQuery, Supplier<Map<String, String>> facts) {
    this.isQuery = isQuery;
    this.facts = facts;
    this.info =
        MultiGauge.builder("mesagraph.served")
            .description("What is served, by which version of the program")
            .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    collections.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Also shows a number that is read when it is asked for. */
  public void show(String name, String what, Map<String, String> labels, Supplier<Number> number) {
    Gauge.builder(name, number).description(what).tags(tags(labels)).register(registry);
  }

  @Override
  public void answered(Exchange exchange) {
    Timer.builder("mesagraph.request")
        .description("From the arrival of a request until its answer was there")
        .tags("route", exchange.route(), "query", query(exchange))
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(exchange.waited().plus(exchange.worked()));
    Timer.builder("mesagraph.wait")
        .description("For a permit to work")
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(exchange.waited());
    String status = String.valueOf(exchange.status());
    Counter.builder("mesagraph.responses")
        .description("Responses by route and status")
        .tags("route", exchange.route(), "status", status)
        .register(registry)
        .increment();
    exchange.refusal().ifPresent(kind -> refused(kind, status));
    if (exchange.bytes() > 0) {
      Counter.builder("mesagraph.sent.bytes")
          .description("Bodies as they were sent, but for those written as they were made")
          .register(registry)
          .increment(exchange.bytes());
    }
  }

  private void refused(String kind, String status) {
    Counter.builder("mesagraph.refusals")
        .description("Requests that got no answer, by kind")
        .tags("kind", kind, "status", status)
        .register(registry)
        .increment();
  }

  private String query(Exchange exchange) {
    return exchange.route().equals(QUERIES) ? exchange.tail().filter(isQuery).orElse("") : "";
  }

  /**
   * Everything, in the text format of Prometheus.
   *
   * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition
   *     formats</a>
   */
  public String text() {
    info.register(List.of(MultiGauge.Row.of(tags(facts.get()), 1)), true);
    return registry.scrape();
  }

  private static Tags tags(Map<String, String> labels) {
    return Tags.of(
        labels.entrySet().stream().map(label -> Tag.of(label.getKey(), label.getValue())).toList());
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
