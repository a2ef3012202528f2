package org.mesagraph.attack;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who asks for everything leaves room for those who ask for little. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HogAttackTest {

  private static final boolean STRESS = Boolean.getBoolean("mesagraph.stress");
  private static final int HOGS = 24;
  private static final int VISITORS = STRESS ? 1_000 : 10;

  /** In everyday builds a visitor has time for a machine that does other things as well. */
  private static final Duration PATIENCE = Duration.ofSeconds(STRESS ? 1 : 10);

  private static final String QUERY =
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g) }";
  private static final Records RECORDS = new Records();

  private static Campaign campaign;

  @BeforeAll
  static void start() {
    campaign =
        Campaign.start(
            "hogs",
            () -> Stock.ofHeap(512).start(),
            () -> new Ours(512, Duration.ofSeconds(3)).start());
  }

  @AfterAll
  static void stop() {
    campaign.close();
    RECORDS.write("hogs");
  }

  @TestFactory
  Stream<DynamicTest> hogs() {
    return campaign.tests(
        List.of(
            new Hogs(HOGS, 1, QUERY, VISITORS, PATIENCE)
                .attack("D7", HOGS + " hogs from one address", RECORDS),
            new Hogs(HOGS, HOGS, QUERY, VISITORS, PATIENCE)
                .attack("D7", HOGS + " hogs from as many addresses", RECORDS)));
  }
}
