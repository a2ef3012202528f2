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

  private final AtomicLong seconds = new AtomicLong(100);
  private final StringWriter told = new StringWriter();

  @Test
  void short_work_is_done_without_a_word() {
    ProgressLine line = line(true);
    seconds.set(110);
    line.report(10, 20);
    seconds.set(111);
    line.report(20, 20);

    assertThat(told.toString()).isEmpty();
  }

  @Test
  void long_work_is_told_of_every_two_seconds_at_a_terminal() {
    ProgressLine line = line(true);
    line.report(1, 1_000_000);
    seconds.set(102);
    line.report(4_096, 1_000_000);
    line.report(8_192, 1_000_000);
    seconds.set(104);
    line.report(12_288, 1_200_000);

    assertThat(told.toString().lines())
        .containsExactly(
            "reasoning: 4,096 of 1,000,000 facts known so far",
            "reasoning: 12,288 of 1,200,000 facts known so far");
  }

  @Test
  void a_log_has_a_line_of_it_every_half_minute() {
    ProgressLine line = line(false);
    line.report(1, 1_000_000);
    seconds.set(129);
    line.report(4_096, 1_000_000);
    seconds.set(130);
    line.report(8_192, 1_000_000);

    assertThat(told.toString().lines())
        .containsExactly("reasoning: 8,192 of 1,000,000 facts known so far");
  }

  private ProgressLine line(boolean terminal) {
    return new ProgressLine(
        new PrintWriter(told), terminal, () -> TimeUnit.SECONDS.toNanos(seconds.get()));
  }
}
