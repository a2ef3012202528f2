package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.explain.Consequence.Effect;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Progress;
import org.mesagraph.reason.Revision;
import org.mesagraph.reason.Step;
import org.mesagraph.rule.Program;

/**
 * Answers "what if this were withdrawn?" on a revision of the closure that nobody keeps: what is
 * answered leaves no trace.
 */
public final class WhatIf {

  /** Of how many conclusions that still hold the proofs are compared. */
  static final int MOST_COMPARED = 2_000;

  private static final Node ANY = NodeFactory.createVariable("any");

  private final Withdrawing withdrawing;
  private final Program program;
  private final Closure before;
  private final Proofs proofs;
  private final int mostCompared;

  public WhatIf(KnowledgeBase base, Program program, Closure closure) {
    this(base, program, closure, MOST_COMPARED);
  }

  WhatIf(KnowledgeBase base, Program program, Closure closure, int mostCompared) {
    this.withdrawing = new Withdrawing(base, closure);
    this.program = program;
    this.before = closure;
    this.proofs = new Proofs(closure);
    this.mostCompared = mostCompared;
  }

  /**
   * What becomes of every conclusion if things are withdrawn.
   *
   * @param progress is told how far the work is, and may end it by throwing
   */
  public Aftermath without(List<Node> things, Progress progress) {
    return of(withdrawing.of(things), progress);
  }

  /** What becomes of every conclusion after a withdrawal. */
  Aftermath of(Withdrawal withdrawal, Progress progress) {
    Revision revision = before.revise(List.of(), withdrawal.removed(), progress);
    return new Aftermath(
        withdrawal, before, revision.closure(), consequences(withdrawal, revision, progress));
  }

  private List<Consequence> consequences(
      Withdrawal withdrawal, Revision revision, Progress progress) {
    Closure after = revision.closure();
    List<Triple> lost = revision.lost().stream().filter(triple -> !after.contains(triple)).toList();
    List<Triple> gained =
        revision.gained().stream().filter(triple -> !before.contains(triple)).toList();
    List<Consequence> consequences = new ArrayList<>();
    Set<Triple> instead = new HashSet<>();
    for (Triple triple : lost) {
      Optional<Triple> change = change(triple, after);
      change.ifPresent(instead::add);
      consequences.add(
          change
              .map(other -> Consequence.change(triple, other))
              .orElseGet(() -> Consequence.of(Effect.LOST, triple)));
    }
    gained.stream()
        .filter(triple -> !instead.contains(triple))
        .forEach(triple -> consequences.add(Consequence.of(Effect.GAINED, triple)));
    Set<Triple> touched = new LinkedHashSet<>(withdrawal.removed());
    touched.addAll(Reach.of(program, before, withdrawal.removed(), gained));
    addWeakened(touched, after, consequences, progress);
    Set<Triple> told = new HashSet<>();
    consequences.forEach(consequence -> told.add(consequence.triple()));
    before.inferred().stream()
        .filter(triple -> !told.contains(triple))
        .forEach(triple -> consequences.add(Consequence.of(Effect.UNAFFECTED, triple)));
    consequences.sort(Comparator.comparing(Consequence::effect));
    return consequences;
  }

  /** The one other value that the subject of a lost triple has by now, if it had one before. */
  private Optional<Triple> change(Triple lost, Closure after) {
    Triple pattern = Triple.create(lost.getSubject(), lost.getPredicate(), ANY);
    List<Triple> now = after.matching(pattern).toList();
    return before.matching(pattern).count() == 1
            && now.size() == 1
            && !before.contains(now.get(0))
            && !after.isAsserted(now.get(0))
        ? Optional.of(now.get(0))
        : Optional.empty();
  }

  private void addWeakened(
      Set<Triple> touched, Closure after, List<Consequence> consequences, Progress progress) {
    int compared = 0;
    for (Triple triple : touched) {
      progress.report(compared, touched.size());
      if (!after.contains(triple) || after.isAsserted(triple)) {
        continue;
      }
      compared++;
      if (compared > mostCompared) {
        consequences.add(Consequence.of(Effect.NOT_COMPARED, triple));
        continue;
      }
      ProofSet all = proofs.minimal(triple, Proofs.COUNTED);
      List<Proof> gone = all.proofs().stream().filter(proof -> !stands(proof, after)).toList();
      if (!gone.isEmpty()) {
        consequences.add(
            Consequence.weakened(
                triple,
                new ProofSet(gone, gone.size(), all.extent()),
                left(triple, all, gone, after)));
      } else if (!all.complete()) {
        consequences.add(Consequence.of(Effect.NOT_COMPARED, triple));
      }
    }
  }

  /** The proofs that still stand; if none of those known does, those that the change brought. */
  private static ProofSet left(Triple triple, ProofSet all, List<Proof> gone, Closure after) {
    List<Proof> left = new ArrayList<>(all.proofs());
    left.removeAll(gone);
    return left.isEmpty()
        ? new Proofs(after).minimal(triple, Proofs.COUNTED)
        : new ProofSet(left, left.size(), all.extent());
  }

  /** Whether all that a proof rests on is still stated, and all that it denies still absent. */
  private static boolean stands(Proof proof, Closure after) {
    if (proof.step() instanceof Step.Inferred step) {
      return step.absences().stream()
              .allMatch(absence -> after.matching(absence).findAny().isEmpty())
          && proof.premises().stream().allMatch(premise -> stands(premise, after));
    }
    return after.isAsserted(proof.conclusion());
  }
}
