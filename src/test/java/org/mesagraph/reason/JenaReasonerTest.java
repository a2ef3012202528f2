package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Sample;

/** The fallback concludes what the engine concludes, and gives reasons for it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JenaReasonerTest {

  @Test
  void the_project_has_the_same_closure_with_steps_and_near_misses() {
    KnowledgeBase base = KnowledgeBase.load(Sample.HOME);
    Program program = Program.of(base);
    Closure ours = new MaterializingReasoner().close(program, base.triples());
    Closure jena = new JenaReasoner().close(program, base.triples());

    assertThat(jena.inferred()).isNotEmpty().isEqualTo(ours.inferred());
    assertThat(jena.inconsistencies()).isEqualTo(ours.inconsistencies());
    List<Triple> some = ours.inferred().subList(0, 50);
    assertThat(some).allSatisfy(t -> assertThat(jena.steps(t)).isEqualTo(ours.steps(t)));
    Triple first = some.get(0);
    Triple wrong = Triple.create(first.getObject(), first.getPredicate(), first.getSubject());
    assertThat(jena.nearMisses(wrong)).isEqualTo(ours.nearMisses(wrong));
  }

  @Test
  void made_up_stories_end_as_from_scratch_with_reasons_that_rest_on_what_is_asserted() {
    Story story = new Story(5, 20, 3, List.of(), false);
    Replay replay = new Replay(new JenaReasoner());

    int news = LongStream.range(1, 30).mapToInt(seed -> replay.judge(story.tell(seed))).sum();

    assertThat(news).isGreaterThan(50);
  }

  @Test
  void things_that_are_the_same_share_what_is_said_of_them() {
    MadeUp told = new Story(4, 8, 0, List.of(), true).tell(3);
    Node same = OWL.sameAs.asNode();
    List<Triple> asserted = new ArrayList<>(told.asserted());
    asserted.add(Triple.create(Imagination.THINGS.get(0), same, Imagination.THINGS.get(1)));
    Program program = Program.of(List.of(), asserted);

    List<Triple> inferred = new JenaReasoner().close(program, asserted).inferred();

    assertThat(inferred)
        .isNotEmpty()
        .isEqualTo(new MaterializingReasoner().close(program, asserted).inferred());
  }

  @Test
  void of_the_values_of_a_property_with_literals_only_literals_differ(@TempDir Path root)
      throws IOException {
    Path folder = Sample.CASES.resolve("axiom-prp-fp-of-literals-under-equality");
    KnowledgeBase base = Sample.load(root, folder.resolve("in.ttl"), folder);
    Program program = Program.of(base);

    Closure jena = new JenaReasoner().close(program, base.triples());

    assertThat(jena.inconsistencies())
        .hasSize(2)
        .isEqualTo(new MaterializingReasoner().close(program, base.triples()).inconsistencies());
  }
}
