package org.mesagraph.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The permits of one lane. When one becomes free it goes to the client who has the fewest, and
 * among these to the one who has waited longest; nobody gets all. Who waits is a promise and no
 * thread.
 */
final class FairLane {

  private static final int RETRY_SECONDS = 2;

  private final Share share;
  private final Map<String, Integer> working = new HashMap<>();
  private final List<Turn> waiting = new ArrayList<>();
  private int workers;

  FairLane(Share share) {
    this.share = share;
  }

  private record Turn(String client, CompletableFuture<Entry> entry) {}

  /** Asks to be let in: at once, later, or not at all. */
  CompletableFuture<Entry> enter(String client) {
    Turn turn = new Turn(client, new CompletableFuture<>());
    synchronized (this) {
      if (fits(client)) {
        begin(client);
        return CompletableFuture.completedFuture(permit(client));
      }
      if (waiting.stream().filter(other -> other.client().equals(client)).count()
          >= share.eachPlace()) {
        return CompletableFuture.completedFuture(new Entry.Refused(greedy()));
      }
      if (waiting.size() >= share.places()) {
        return CompletableFuture.completedFuture(new Entry.Refused(full()));
      }
      waiting.add(turn);
    }
    CompletableFuture.delayedExecutor(share.patience().toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> giveUp(turn));
    return turn.entry();
  }

  /** How many have a permit. */
  synchronized int working() {
    return workers;
  }

  /** How many wait for one. */
  synchronized int waiting() {
    return waiting.size();
  }

  private void giveUp(Turn turn) {
    Refusal refusal;
    synchronized (this) {
      if (!waiting.remove(turn)) {
        return;
      }
      boolean own = working.getOrDefault(turn.client(), 0) >= share.each();
      refusal = own ? greedy() : full();
    }
    turn.entry().complete(new Entry.Refused(refusal));
  }

  private Entry.Permit permit(String client) {
    AtomicBoolean open = new AtomicBoolean(true);
    return new Entry.Permit(
        () -> {
          if (open.getAndSet(false)) {
            leave(client);
          }
        });
  }

  private void leave(String client) {
    Optional<Turn> next;
    synchronized (this) {
      workers--;
      working.merge(client, -1, (have, less) -> have + less == 0 ? null : have + less);
      next = next();
      next.ifPresent(
          turn -> {
            waiting.remove(turn);
            begin(turn.client());
          });
    }
    next.ifPresent(turn -> turn.entry().complete(permit(turn.client())));
  }

  private Optional<Turn> next() {
    Optional<Turn> best = Optional.empty();
    int fewest = share.each();
    for (Turn turn : waiting) {
      int have = working.getOrDefault(turn.client(), 0);
      if (have < fewest) {
        best = Optional.of(turn);
        fewest = have;
      }
    }
    return best;
  }

  private boolean fits(String client) {
    return workers < share.permits() && working.getOrDefault(client, 0) < share.each();
  }

  private void begin(String client) {
    workers++;
    working.merge(client, 1, Integer::sum);
  }

  private static Refusal greedy() {
    return Refusal.of(429, "your other requests are still being answered – ask again later")
        .retryAfter(RETRY_SECONDS);
  }

  private static Refusal full() {
    return Refusal.of(503, "others are being answered – ask again later").retryAfter(RETRY_SECONDS);
  }
}
