package org.mesagraph.attack;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Queries that want to use up time, memory or the stack. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CostAttackTest {

  private static final Duration QUERY_TIME = Duration.ofSeconds(1);

  private static Campaign campaign;

  @BeforeAll
  static void start() {
    campaign =
        Campaign.start(
            "cost",
            () -> Stock.ofHeap(96).withQueryTime(QUERY_TIME).start(),
            () -> new Ours(384, QUERY_TIME).start());
  }

  @AfterAll
  static void stop() {
    campaign.close();
  }

  @TestFactory
  Stream<DynamicTest> attacks() {
    return campaign.tests(AttackFile.read("cost.yaml"));
  }
}
