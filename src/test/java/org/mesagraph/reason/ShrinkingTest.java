package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Program;

/** The random tests find a reasoner that is wrong, and show the smallest case of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShrinkingTest {

  private static final Story STORY = new Story(5, 14, 15, List.of(), false);

  @Test
  void a_reasoner_that_never_retracts_is_found_and_shown_by_one_rule_and_one_triple() {
    Replay replay =
        new Replay(
            (program, asserted, progress) -> new Hoarder(close(program, asserted), List.of()));

    Throwable found =
        catchThrowable(
            () -> LongStream.range(1, 20).forEach(seed -> replay.judge(STORY.tell(seed))));

    assertThat(found).isInstanceOf(AssertionError.class);
    List<String> lines = found.getMessage().lines().map(String::strip).toList();
    assertThat(lines.get(0)).matches("seed \\d+");
    assertThat(lines.stream().filter(line -> line.startsWith("[r"))).hasSize(1);
    assertThat(lines.stream().filter(line -> line.startsWith("then"))).hasSizeBetween(1, 2);
    assertThat(found.getMessage()).contains("too many");
  }

  @Test
  void what_cannot_fail_is_left_out() {
    MadeUp told = STORY.tell(1);
    MadeUp smallest =
        Shrinking.shrink(told, madeUp -> madeUp.rules().size() > 1 && !madeUp.asserted().isEmpty());

    assertThat(told.rules()).hasSizeGreaterThan(2);
    assertThat(smallest.rules()).hasSize(2).allMatch(rule -> rule.body().size() < 3);
    assertThat(smallest.asserted()).hasSize(1);
    assertThat(smallest.changes()).isEmpty();
  }

  @Test
  void stories_have_all_that_rules_can_be_made_of() {
    int[] counts = new int[6];
    for (long seed = 1; seed <= 200; seed++) {
      MadeUp told = STORY.tell(seed);
      Program program = told.program();
      counts[0] += program.strata().size() > 1 ? 1 : 0;
      for (Atom atom : program.rules().stream().flatMap(rule -> rule.body().stream()).toList()) {
        counts[1] += atom instanceof Atom.Absent ? 1 : 0;
        counts[2] += atom instanceof Atom.Comparison ? 1 : 0;
        counts[3] += atom instanceof Atom.Pattern && atom.terms().get(1).isVariable() ? 1 : 0;
        counts[4] += atom instanceof Atom.Pattern && atom.terms().get(2).isLiteral() ? 1 : 0;
      }
      counts[5] += program.rules().stream().anyMatch(rule -> rule.patterns().size() > 3) ? 1 : 0;
    }

    assertThat(Arrays.stream(counts).boxed()).allMatch(count -> count > 20);
  }

  private static Closure close(Program program, Collection<Triple> asserted) {
    return new MaterializingReasoner().close(program, asserted);
  }

  /** A closure that keeps all that ever held. */
  private record Hoarder(Closure closure, List<Triple> hoard) implements Closure {

    @Override
    public boolean contains(Triple triple) {
      return closure.contains(triple) || hoard.contains(triple);
    }

    @Override
    public boolean isAsserted(Triple triple) {
      return closure.isAsserted(triple);
    }

    @Override
    public List<Triple> inferred() {
      Set<Triple> all = new LinkedHashSet<>(closure.inferred());
      hoard.stream().filter(triple -> !closure.contains(triple)).forEach(all::add);
      return List.copyOf(all);
    }

    @Override
    public Stream<Triple> matching(Triple pattern) {
      Set<Triple> all = new LinkedHashSet<>(closure.matching(pattern).toList());
      hoard.stream().filter(pattern::matches).forEach(all::add);
      return all.stream();
    }

    @Override
    public List<Step> steps(Triple triple) {
      return closure.steps(triple);
    }

    @Override
    public Optional<Step> justification(Triple triple) {
      return closure.justification(triple);
    }

    @Override
    public List<NearMiss> nearMisses(Triple triple) {
      return closure.nearMisses(triple);
    }

    @Override
    public List<NearMiss> nearMisses(Triple triple, int missing) {
      return closure.nearMisses(triple, missing);
    }

    @Override
    public List<Triple> inconsistencies() {
      return closure.inconsistencies();
    }

    @Override
    public Revision revise(
        Collection<Triple> added, Collection<Triple> removed, Progress progress) {
      Revision revision = closure.revise(added, removed, progress);
      List<Triple> more = new ArrayList<>(hoard);
      more.addAll(revision.lost());
      return new Revision(new Hoarder(revision.closure(), more), revision.gained(), List.of());
    }
  }
}
