package org.mesagraph.attack;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Requests that pages of other sites can make a visitor's browser send, and odd parameters. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormAttackTest {

  private static Campaign campaign;

  @BeforeAll
  static void start() {
    campaign =
        Campaign.start(
            "form",
            () -> Stock.ofHeap(256).withCors().start(),
            () -> new Ours(384, Duration.ofSeconds(15)).start());
  }

  @AfterAll
  static void stop() {
    campaign.close();
  }

  @TestFactory
  Stream<DynamicTest> requests_out_of_order() {
    return campaign.tests(AttackFile.read("raw.yaml"));
  }

  @TestFactory
  Stream<DynamicTest> forms_and_parameters() {
    return campaign.tests(AttackFile.read("form.yaml"));
  }
}
