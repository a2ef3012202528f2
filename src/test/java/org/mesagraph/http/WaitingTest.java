package org.mesagraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Requests that wait for a permit hold no thread and are answered like others afterwards. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaitingTest {

  private static final int THREADS = 8;
  private static final int WAITING = 40;
  private static final int LARGE = 200_000;

  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);
  private final List<Exchange> seen = new CopyOnWriteArrayList<>();

  private Reply work() {
    try {
      busy.countDown();
      finish.await();
      return Reply.text("x".repeat(LARGE));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void more_requests_can_wait_than_there_are_threads() throws Exception {
    // one works, all the others have to wait, and there are five of them for every thread
    Share share = new Share(1, 1, WAITING, WAITING, Duration.ofMinutes(1));
    ExecutorService clients = Executors.newCachedThreadPool();
    Doors doors =
        Doors.open(
            THREADS,
            Lanes.of(Map.of(Lane.QUERIES, share)),
            List.of(seen::add),
            List.of(
                Route.<String>of("work", "/work", (word, i) -> work()).on(Lane.QUERIES),
                Route.<String>of("small", "/small", (word, i) -> Reply.text("small"))
                    .on(Lane.QUERIES),
                Route.<String>of("free", "/free", (word, i) -> Reply.text("free"))));
    try {
      List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
      answers.add(CompletableFuture.supplyAsync(() -> doors.get("/work"), clients));
      busy.await();
      for (int each = 0; each <= WAITING; each++) {
        String path = each % 2 == 0 ? "/work" : "/small";
        answers.add(CompletableFuture.supplyAsync(() -> doors.get(path), clients));
      }
      // the last one finds no place; then all the others wait
      CompletableFuture.anyOf(answers.toArray(CompletableFuture<?>[]::new)).join();
      assertThat(doors.get("/free").statusCode()).isEqualTo(200);
      finish.countDown();
      List<Integer> statuses = new ArrayList<>();
      for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
        statuses.add(answer.get().statusCode());
        assertThat(answer.get().body().length).isPositive();
      }
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(WAITING + 1);
      assertThat(statuses).filteredOn(status -> status == 429).hasSize(1);
      assertThat(seen)
          .filteredOn(exchange -> exchange.route().equals("small") && exchange.status() == 200)
          .allMatch(exchange -> exchange.waited().toMillis() > 0);
    } finally {
      finish.countDown();
      clients.shutdown();
      doors.close();
    }
  }
}
