package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is told of long work, by a clock that the test turns. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProgressLineTest {

  private final AtomicLong seconds = new AtomicLong(1);
  private final StringWriter told = new StringWriter();
  private final ProgressLine line =
      new ProgressLine(new PrintWriter(told), () -> TimeUnit.SECONDS.toNanos(seconds.get()));

  @Test
  void short_work_is_done_without_a_word() {
    line.report(10, 20);
    seconds.set(2);
    line.report(20, 20);

    assertThat(told.toString()).isEmpty();
  }

  @Test
  void long_work_is_told_of_every_two_seconds() {
    seconds.set(3);
    line.report(4_096, 1_000_000);
    line.report(8_192, 1_000_000);
    seconds.set(5);
    line.report(12_288, 1_200_000);

    assertThat(told.toString().lines())
        .containsExactly(
            "reasoning: 4,096 of 1,000,000 facts known so far",
            "reasoning: 12,288 of 1,200,000 facts known so far");
  }
}
