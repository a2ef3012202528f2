package org.mesagraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FairLaneTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  /** Four permits, two for one client; six places, three for one client. */
  private final FairLane lane = new FairLane(new Share(4, 2, 6, 3, LONG));

  private static int refusal(CompletableFuture<Entry> entry) throws Exception {
    return ((Entry.Refused) entry.get(10, TimeUnit.SECONDS)).refusal().status();
  }

  private static boolean isIn(CompletableFuture<Entry> entry) {
    return entry.isDone() && entry.join() instanceof Entry.Permit;
  }

  @Test
  void no_client_gets_all_permits() {
    lane.enter("greedy");
    lane.enter("greedy");

    assertThat(lane.enter("greedy").isDone()).isFalse();
    assertThat(isIn(lane.enter("modest"))).isTrue();
  }

  @Test
  void a_permit_that_is_given_back_goes_to_who_has_fewest() {
    CompletableFuture<Entry> first = lane.enter("greedy");
    lane.enter("greedy");
    lane.enter("other");
    lane.enter("other");
    CompletableFuture<Entry> more = lane.enter("greedy");
    CompletableFuture<Entry> modest = lane.enter("modest");
    first.join().close();

    assertThat(isIn(modest)).isTrue();
    assertThat(more.isDone()).isFalse();
    modest.join().close();
    assertThat(isIn(more)).isTrue();
  }

  @Test
  void a_permit_is_given_back_once() {
    CompletableFuture<Entry> first = lane.enter("a");
    first.join().close();
    first.join().close();
    lane.enter("a");
    lane.enter("a");

    assertThat(lane.enter("a").isDone()).isFalse();
  }

  @Test
  void one_client_may_keep_some_places_busy_and_all_clients_all_of_them() throws Exception {
    for (int entered = 0; entered < 5; entered++) {
      lane.enter("greedy");
    }
    assertThat(refusal(lane.enter("greedy"))).isEqualTo(429);
    for (int entered = 0; entered < 5; entered++) {
      lane.enter("other");
    }

    assertThat(refusal(lane.enter("modest"))).isEqualTo(503);
  }

  @Test
  void who_has_waited_too_long_is_told_whose_requests_are_in_the_way() throws Exception {
    FairLane hasty = new FairLane(new Share(2, 1, 6, 3, Duration.ofMillis(50)));
    hasty.enter("greedy");
    CompletableFuture<Entry> own = hasty.enter("greedy");
    CompletableFuture<Entry> third = hasty.enter("other");
    CompletableFuture<Entry> modest = hasty.enter("modest");

    assertThat(isIn(third)).isTrue();
    assertThat(refusal(own)).isEqualTo(429);
    assertThat(refusal(modest)).isEqualTo(503);
    third.join().close();
    assertThat(isIn(hasty.enter("modest"))).isTrue();
  }

  @Test
  void one_home_is_one_client_however_many_addresses_it_has() {
    Lanes lanes = Lanes.of(1);
    lanes.enter(Lane.QUERIES, "2001:db8:1:2::1");
    lanes.enter(Lane.QUERIES, "2001:db8:1:2:ffff::7");

    assertThat(lanes.enter(Lane.QUERIES, "[2001:db8:1:2::3]").isDone()).isFalse();
    assertThat(isIn(lanes.enter(Lane.QUERIES, "2001:db8:1:3::1"))).isTrue();
    assertThat(isIn(lanes.enter(Lane.FREE, "2001:db8:1:2::1"))).isTrue();
  }
}
