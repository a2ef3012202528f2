package org.mesagraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reasoner and the server pass and miss just the tests that docs/conformance.md says. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConformanceTest {

  static {
    JenaSystem.init(); // else its vocabularies are asked before they are made
  }

  private static final ConformancePage PAGE = ConformancePage.read();
  private static final Started STARTED = new Started();

  @AfterAll
  static void stop() {
    STARTED.close();
  }

  @TestFactory
  Stream<DynamicTest> a_suite_misses_just_what_the_page_lists() {
    return Suites.all(STARTED).stream()
        .map(suite -> DynamicTest.dynamicTest(suite.name(), () -> check(suite)));
  }

  @Test
  void the_page_lists_every_suite_and_a_miss_for_every_test_that_does_not_pass() {
    assertThat(PAGE.suites())
        .containsExactlyElementsOf(Suites.all(STARTED).stream().map(Suite::name).toList());
    for (String suite : PAGE.suites()) {
      assertThat(PAGE.misses(suite)).as(suite).hasSize(PAGE.tests(suite) - PAGE.passes(suite));
    }
  }

  private static void check(Suite suite) {
    Optional<List<Case>> cases = suite.cases().get();
    assumeTrue(
        cases.isPresent(),
        "not on this machine; docs/conformance.md says where to get it for -D" + Suites.PROPERTY);
    List<String> missed =
        cases.orElseThrow().stream()
            .filter(test -> !test.passes().getAsBoolean())
            .map(Case::name)
            .toList();

    assertThat(missed).containsExactlyInAnyOrderElementsOf(PAGE.misses(suite.name()));
    assertThat(cases.orElseThrow()).hasSize(PAGE.tests(suite.name()));
  }
}
