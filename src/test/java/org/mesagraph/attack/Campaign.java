package org.mesagraph.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Attacks of one class, each made on a stock server and on ours. It must succeed on the stock
 * server, since an attack that fails everywhere shows nothing, and fail on ours, which must answer
 * an innocent visitor afterwards. The stock server is started anew when an attack has stopped it.
 */
final class Campaign implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int WARM_VISITS = 20;
  private static final int MOST_VISITS = 5;
  private static final Duration WARM = Duration.ofMinutes(1);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final Supplier<Target> stocks;
  private final Target ours;
  private final Canary canary = Canary.start();
  private final Tally tally;
  private Target stock;

  private Campaign(String topic, Supplier<Target> stocks, Target ours) {
    this.stocks = stocks;
    this.ours = ours;
    this.tally = new Tally(topic);
    this.stock = stocks.get();
  }

  static Campaign start(String topic, Supplier<Target> stocks, Supplier<Target> ours) {
    Campaign campaign = new Campaign(topic, stocks, ours.get());
    for (int visit = 0; visit < WARM_VISITS; visit++) {
      Wire.visit(campaign.ours, WARM);
    }
    return campaign;
  }

  Stream<DynamicTest> tests(List<Attack> attacks) {
    return attacks.stream()
        .map(attack -> DynamicTest.dynamicTest(attack.toString(), () -> judge(attack)));
  }

  /** Makes an attack on both. */
  void judge(Attack attack) throws Exception {
    Optional<String> control = control(attack);
    int hits = canary.hits();
    Optional<String> harm = attack.deed().harm(ours, canary, attack.most());
    tally.add(attack, control, harm);
    assertThat(harm).as("%s, on our server", attack).isEmpty();
    assertThat(canary.hits()).as("%s: no other server is asked", attack).isEqualTo(hits);
    assertThat(ours.isAlive()).as("%s: our server lives: %s", attack, ours.printed()).isTrue();
    Heard probe = visit();
    assertThat(probe.status())
        .as("%s: an innocent visitor afterwards: %s", attack, probe)
        .isEqualTo(200);
    if (attack.unproved().isPresent()) {
      assertThat(control)
          .as("%s: succeeds on the stock server, which it is not said to", attack)
          .isEmpty();
    } else {
      assertThat(control).as("%s: succeeds on the stock server", attack).isPresent();
    }
  }

  /** An innocent visitor comes again as often as he is asked to, for a while. */
  private Heard visit() {
    Heard probe = Wire.probe(ours, SOON);
    for (int again = 0; again < MOST_VISITS && probe.status() == 503; again++) {
      probe = Wire.probe(ours, SOON);
    }
    return probe;
  }

  private Optional<String> control(Attack attack) throws Exception {
    if (!stock.isAlive() || Wire.probe(stock, AT_ONCE).status() != 200) {
      stock.close();
      stock = stocks.get();
    }
    return attack.deed().harm(stock, canary, attack.most());
  }

  Tally tally() {
    return tally;
  }

  @Override
  public void close() {
    stock.close();
    ours.close();
    canary.close();
    tally.write();
    System.out.println(tally);
  }
}
