package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Changes, one upon the other, lead to what a computation from scratch leads to. With {@code
 * -Dmesagraph.stress=true} there are many more of them, and {@code -Dmesagraph.seed=N} begins with
 * another one.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RandomChangesTest {

  private static final int TIMES = Boolean.getBoolean("mesagraph.stress") ? 20 : 1;
  private static final long FIRST = Long.getLong("mesagraph.seed", 1);

  @Test
  void many_short_stories_end_as_from_scratch() {
    tell(new Story(5, 20, 15, List.of(), false), 200 * TIMES);
  }

  @Test
  void a_few_long_stories_end_as_from_scratch() {
    tell(new Story(6, 24, 250, List.of(), false), 4 * TIMES);
  }

  @Test
  void small_changes_of_larger_graphs_end_as_from_scratch() {
    tell(new Story(20, 50, 50, List.of(), false), 20 * TIMES);
  }

  private static void tell(Story story, int count) {
    Replay replay = new Replay(new MaterializingReasoner());
    int news =
        LongStream.range(FIRST, FIRST + count)
            .mapToInt(seed -> replay.judge(story.tell(seed)))
            .sum();

    assertThat(news).isGreaterThan(count * story.changes());
  }
}
