package org.mesagraph.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The runner of attacks sees harm where harm is, on stock servers that stand for ours as well. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CampaignTest {

  private static final Sent SERVICE =
      Sent.query("SELECT * { SERVICE <⟦canary⟧/results> { ?s ?p ?x } }");
  private static final Sent CLASS = Sent.query("SELECT (<⟦class⟧>(1) AS ?x) {}");
  private static final Sent LOAD = Sent.update("LOAD <⟦file⟧> INTO GRAPH <urn:x:loaded>");
  private static final Sent ASK = Sent.query("ASK { }");

  private static Campaign campaign;

  @BeforeAll
  static void start() {
    Stock stock = Stock.ofHeap(256);
    campaign = Campaign.start("campaign", stock::start, stock::start);
  }

  @AfterAll
  static void stop() {
    campaign.close();
  }

  private static void succeeds(Attack attack) {
    assertThatThrownBy(() -> campaign.judge(attack))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("on our server");
  }

  @Test
  void a_request_to_another_server_is_seen() {
    succeeds(Attack.of("S1", "SERVICE", SERVICE, Sign.CANARY));
    succeeds(Attack.of("S1", "SERVICE", SERVICE, Sign.KNOWN));
  }

  @Test
  void the_initialisation_of_a_class_is_seen_each_time() {
    succeeds(Attack.of("S2", "java:", CLASS, Sign.CLASS));
    succeeds(Attack.of("S2", "java: again", CLASS, Sign.CLASS));
  }

  @Test
  void a_change_of_the_data_is_seen() {
    succeeds(Attack.of("S3", "LOAD", LOAD, Sign.CHANGED));
  }

  @Test
  void a_thread_that_is_held_is_seen() {
    Sent drip = Sent.query("SELECT * { SERVICE <⟦canary⟧/drip> { ?s ?p ?x } }");
    succeeds(Attack.of("S4", "drip", drip, Sign.HELD).within(Duration.ofMillis(500)));
  }

  @Test
  void an_attack_that_harms_nobody_shows_nothing() {
    Attack harmless = Attack.of("S5", "ASK", ASK, Sign.CANARY);

    assertThatThrownBy(() -> campaign.judge(harmless))
        .hasMessageContaining("succeeds on the stock server");
  }

  @Test
  void an_attack_known_to_fail_on_stock_is_let_pass_with_its_reason() throws Exception {
    campaign.judge(Attack.of("S6", "ASK", ASK, Sign.CANARY).unproved("it asks nothing"));

    assertThat(campaign.tally().toString()).contains("attacks tried");
  }

  @Test
  void a_refused_connection_is_an_error_of_the_test() {
    Target dead = Stock.ofHeap(128).start();
    dead.close();

    assertThatThrownBy(() -> Wire.probe(dead, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("refused");
  }
}
