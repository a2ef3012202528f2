package org.mesagraph.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Shares by lane, so that what is costly leaves room for what is not, and one client leaves room
 * for the others.
 */
public final class Lanes {

  private final Map<Lane, FairLane> lanes = new EnumMap<>(Lane.class);

  private Lanes(Map<Lane, Share> shares) {
    shares.forEach((lane, share) -> lanes.put(lane, new FairLane(share)));
  }

  /** Lanes with these shares; a lane without one is open to all. */
  static Lanes of(Map<Lane, Share> shares) {
    return new Lanes(shares);
  }

  /** Lanes for a machine with so many processors. */
  public static Lanes of(int processors) {
    int queries = Math.max(4, processors);
    int answers = Math.max(8, 4 * processors);
    return of(
        Map.of(
            Lane.QUERIES, new Share(queries, queries / 2, 32, 8, Duration.ofSeconds(4)),
            Lane.ANSWERS, new Share(answers, answers / 2, 512, 128, Duration.ofSeconds(8)),
            Lane.WRITES, new Share(1, 1, 8, 8, Duration.ofSeconds(8))));
  }

  /** Asks to be let in: at once, later, or not at all. */
  CompletableFuture<Entry> enter(Lane lane, String client) {
    return Optional.ofNullable(lanes.get(lane))
        .map(fair -> fair.enter(Clients.key(client)))
        .orElseGet(() -> CompletableFuture.completedFuture(new Entry.Permit(() -> {})));
  }

  /** The lanes in which permits are limited. */
  public Set<Lane> limited() {
    return Set.copyOf(lanes.keySet());
  }

  /** How many requests of a lane have a permit. */
  public int working(Lane lane) {
    return lanes.get(lane).working();
  }

  /** How many requests of a lane wait for one. */
  public int waiting(Lane lane) {
    return lanes.get(lane).waiting();
  }
}
