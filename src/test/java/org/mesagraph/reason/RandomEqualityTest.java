package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.Place;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Rule;

/**
 * Changes, where things turn out to be the same and no longer to be so, lead to what the rules of
 * equality lead to when they are applied one by one.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RandomEqualityTest {

  private static final int TIMES = Boolean.getBoolean("mesagraph.stress") ? 20 : 1;
  private static final long FIRST = Long.getLong("mesagraph.seed", 1);
  private static final Node X = NodeFactory.createVariable("x");
  private static final Node Y = NodeFactory.createVariable("y");
  private static final Node Z = NodeFactory.createVariable("z");
  private static final Node SAME = OWL.sameAs.asNode();
  private static final Node PREDICATE = NodeFactory.createURI("https://example.org/p0");

  /** Whatever two things have in common by a property is the same. */
  private static final Rule FUNCTIONAL =
      new Rule(
          "prp-fp",
          "Made up.",
          Place.of("random"),
          List.<Atom>of(
              new Atom.Pattern(Triple.create(X, PREDICATE, Y)),
              new Atom.Pattern(Triple.create(X, PREDICATE, Z))),
          Triple.create(Y, SAME, Z));

  @Test
  void stories_of_things_that_turn_out_to_be_the_same_end_as_from_scratch() {
    tell(new Story(5, 8, 6, List.of(), true), 24 * TIMES);
  }

  @Test
  void a_functional_property_makes_things_the_same_as_long_as_it_holds() {
    tell(new Story(7, 9, 6, List.of(FUNCTIONAL), true), 24 * TIMES);
  }

  private static void tell(Story story, int count) {
    int news = 0;
    for (int share : new int[] {0, 1000}) { // computed afresh, and never so
      Replay replay = new Replay(new MaterializingReasoner(share));
      news +=
          LongStream.range(FIRST, FIRST + count / 2)
              .mapToInt(seed -> replay.judge(story.tell(seed)))
              .sum();
    }

    assertThat(news).isGreaterThan(count * story.changes());
  }
}
