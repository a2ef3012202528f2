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

/** Many connections that are slow on purpose: visitors must not notice. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CrowdAttackTest {

  private static final boolean STRESS = Boolean.getBoolean("mesagraph.stress");
  private static final String HEAD = " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  private static final String QUERY = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 50000";
  private static final Records RECORDS = new Records();

  private static Campaign campaign;

  @BeforeAll
  static void start() {
    campaign =
        Campaign.start(
            "crowd",
            () -> Stock.ofHeap(512).start(),
            () -> new Ours(512, Duration.ofSeconds(5)).start());
  }

  @AfterAll
  static void stop() {
    campaign.close();
    RECORDS.write("crowd");
  }

  @TestFactory
  Stream<DynamicTest> crowds() {
    String get = "GET /sparql?query=" + Sent.encode(QUERY) + HEAD + "\r\n";
    String post = "POST /sparql" + HEAD + "Content-Type: application/sparql-query\r\n";
    List<Attack> few =
        List.of(
            new Crowd(300, "GET /" + HEAD, "X-Slow: 1\r\n", 3)
                .attack("D1", "300 slow heads", RECORDS)
                .unproved("a head that is not whole holds no thread of Jetty"),
            new Crowd(300, post + "Content-Length: 9999\r\n\r\nASK", " ", 3)
                .attack("D2", "300 slow bodies", RECORDS),
            new Crowd(60, get, "", 3).attack("D4", "60 slow readers", RECORDS));
    List<Attack> more =
        List.of(
            new Crowd(300, post + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n", 3)
                .attack("D2", "300 slow chunked bodies", RECORDS),
            new Crowd(150, get, "", 3).attack("D4", "150 slow readers", RECORDS));
    return STRESS ? Stream.of(few, more).flatMap(campaign::tests) : campaign.tests(few);
  }
}
