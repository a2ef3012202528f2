package org.mesagraph.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.guard.QueryRefused.Reason;

/** A query of any shape stops within its time and a second. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StopTest {

  private static final Duration TIME = Duration.ofMillis(200);
  private static final Duration SLACK = Duration.ofSeconds(1);
  private static final int AT_ONCE = 4;

  private static Map<String, Outcome> outcomes;

  /** What came of a query, and when. */
  private record Outcome(Throwable refused, Duration took) {}

  /** Several at once, since each has its own time; more than there are processors here. */
  @BeforeAll
  static void run() throws InterruptedException {
    DatasetGraph dataset = Small.dataset(2_000);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    outcomes = new ConcurrentHashMap<>();
    try (Guard guard = Small.guard(TIME)) {
      Hogs.all()
          .forEach(
              (name, query) ->
                  threads.execute(() -> outcomes.put(name, outcome(guard, dataset, query))));
      threads.shutdown();
      assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static Outcome outcome(Guard guard, DatasetGraph dataset, String query) {
    long begin = System.nanoTime();
    Throwable refused = catchThrowable(() -> Small.ask(guard, dataset, query));
    return new Outcome(refused, Duration.ofNanos(System.nanoTime() - begin));
  }

  @TestFactory
  Stream<DynamicTest> a_hog_is_stopped() {
    assertThat(Hogs.all()).hasSizeGreaterThanOrEqualTo(60);
    return Hogs.all().keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> assertStopped(outcomes.get(name))));
  }

  private static void assertStopped(Outcome outcome) {
    assertThat(outcome.refused()).as(outcome.toString()).isInstanceOf(QueryRefused.class);
    assertThat(((QueryRefused) outcome.refused()).reason())
        .as(outcome.refused().getMessage())
        .isIn(Set.of(Reason.TOO_SLOW, Reason.TOO_HUNGRY, Reason.TOO_MUCH));
    assertThat(outcome.took()).isLessThan(TIME.plus(SLACK));
  }
}
