package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.MadeUp.Change;
import org.mesagraph.rule.Program;

/**
 * Applies the changes of a case one after the other, and compares every closure with one computed
 * from scratch.
 *
 * @param reasoner the one that is judged
 */
record Replay(Reasoner reasoner) {

  static final Triple ANYTHING =
      Triple.create(
          NodeFactory.createVariable("s"),
          NodeFactory.createVariable("p"),
          NodeFactory.createVariable("o"));

  private static final int KEEP_EVERY = 7;

  /** A closure with what must be true of it. */
  private record Kept(Closure closure, Set<Triple> asserted, Set<Triple> facts) {}

  /**
   * Fails with the case made as small as it gets, and with its seed, if a closure is not what it
   * must be.
   *
   * @return how many conclusions came and went
   */
  int judge(MadeUp madeUp) {
    try {
      return run(madeUp);
    } catch (RuntimeException | AssertionError e) {
      MadeUp smallest = Shrinking.shrink(madeUp, smaller -> fault(smaller).isPresent());
      throw new AssertionError(smallest + fault(smallest).orElse("fails at times only"), e);
    }
  }

  /** What is wrong, if anything is. */
  private Optional<String> fault(MadeUp madeUp) {
    try {
      run(madeUp);
      return Optional.empty();
    } catch (RuntimeException | AssertionError e) {
      StackTraceElement[] trace = e.getStackTrace();
      return Optional.of(e + (trace.length == 0 ? "" : "\n  at " + trace[0]));
    }
  }

  private int run(MadeUp madeUp) {
    Program program = madeUp.program();
    NaiveReasoner naive = new NaiveReasoner(program);
    Set<Triple> asserted = new LinkedHashSet<>(madeUp.asserted());
    Kept now = keep(program, reasoner.close(program, asserted), naive, asserted);
    List<Kept> older = new ArrayList<>();
    int count = 0;
    int news = 0;
    for (Change change : madeUp.changes()) {
      asserted.removeAll(change.removed());
      asserted.addAll(change.added());
      Revision revision = now.closure().revise(change.added(), change.removed());
      Kept next = keep(program, revision.closure(), naive, asserted);
      checkNews(revision, now, next);
      news += revision.gained().size() + revision.lost().size();
      checkFacts(now); // what was before stays as it was
      if (count % KEEP_EVERY == 0) {
        older.add(now);
      }
      count++;
      now = next;
    }
    for (Kept old : older) {
      checkFacts(old);
      checkReasons(old);
    }
    return news;
  }

  private Kept keep(Program program, Closure closure, NaiveReasoner naive, Set<Triple> asserted) {
    Kept kept = new Kept(closure, Set.copyOf(asserted), naive.close(asserted));
    checkFacts(kept);
    checkReasons(kept);
    assertThat(closure.inferred())
        .as("the order of what follows")
        .isEqualTo(reasoner.close(program, asserted).inferred());
    return kept;
  }

  private static void checkFacts(Kept kept) {
    List<Triple> all = kept.closure().matching(ANYTHING).toList();
    same("all triples", all, kept.facts());
    Set<Triple> inferred = new HashSet<>(kept.facts());
    inferred.removeAll(kept.asserted());
    same("inferred", kept.closure().inferred(), inferred);
    for (Triple fact : kept.facts()) {
      assertThat(kept.closure().contains(fact)).as("contains %s", MadeUp.show(fact)).isTrue();
      assertThat(kept.closure().isAsserted(fact))
          .as("asserted: %s", MadeUp.show(fact))
          .isEqualTo(kept.asserted().contains(fact));
    }
  }

  private static void checkNews(Revision revision, Kept before, Kept after) {
    Set<Triple> gained = new HashSet<>(revision.closure().inferred());
    gained.removeAll(before.closure().inferred());
    same("gained", revision.gained(), gained);
    Set<Triple> lost = new HashSet<>(before.closure().inferred());
    lost.removeAll(revision.closure().inferred());
    same("lost", revision.lost(), lost);
    for (Triple gone : before.facts()) {
      assertThat(revision.closure().contains(gone))
          .as("contains %s", MadeUp.show(gone))
          .isEqualTo(after.facts().contains(gone));
    }
  }

  private static void same(String what, List<Triple> actual, Set<Triple> expected) {
    Set<Triple> found = new HashSet<>(actual);
    if (actual.size() == expected.size() && found.equals(expected)) {
      return;
    }
    List<Triple> missing = expected.stream().filter(triple -> !found.contains(triple)).toList();
    List<Triple> extra = actual.stream().filter(triple -> !expected.contains(triple)).toList();
    throw new AssertionError(
        what
            + ": missing "
            + MadeUp.show(missing)
            + ", too many "
            + MadeUp.show(extra)
            + (found.size() < actual.size() ? ", some twice" : ""));
  }

  /** Every triple has a step that is an instance of its rule, down to what is asserted. */
  private static void checkReasons(Kept kept) {
    Set<Triple> grounded = new HashSet<>();
    for (Triple fact : kept.facts()) {
      ground(fact, kept, grounded, new LinkedHashSet<>());
    }
  }

  private static void ground(
      Triple fact, Kept kept, Set<Triple> grounded, LinkedHashSet<Triple> above) {
    if (grounded.contains(fact)) {
      return;
    }
    String shown = MadeUp.show(fact);
    assertThat(above.add(fact)).as("%s rests on itself", shown).isTrue();
    Optional<Step> step = kept.closure().justification(fact);
    assertThat(step).as("justification of %s", shown).isPresent();
    assertThat(step.get().conclusion()).isEqualTo(fact);
    assertThat(step.get() instanceof Step.Asserted)
        .as("%s is justified by being asserted", shown)
        .isEqualTo(kept.asserted().contains(fact));
    if (step.get() instanceof Step.Inferred inferred) {
      assertThat(isInstance(inferred, kept.facts())).as("%s by %s", shown, inferred).isTrue();
      for (Triple premise : inferred.premises()) {
        ground(premise, kept, grounded, above);
      }
    }
    above.remove(fact);
    grounded.add(fact);
  }

  /** Whether premises that hold and absences are those of the rule under some values. */
  static boolean isInstance(Step.Inferred step, Set<Triple> facts) {
    Map<Node, Node> values = new HashMap<>();
    List<Triple> patterns = step.rule().patterns();
    if (patterns.size() != step.premises().size() || !facts.containsAll(step.premises())) {
      return false;
    }
    for (int i = 0; i < patterns.size(); i++) {
      if (!Instances.extend(values, patterns.get(i), step.premises().get(i))) {
        return false;
      }
    }
    return step.equals(Instances.step(step.rule(), values))
        && NaiveReasoner.guardsHold(step.rule(), values, facts);
  }
}
