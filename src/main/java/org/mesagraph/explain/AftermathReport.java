package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.mesagraph.explain.Consequence.Effect;
import org.mesagraph.reason.NearMiss;

/**
 * An aftermath as it is told, the same as text and as JSON: by effect, by kind of thing, with
 * labels, and with the proofs of the first conclusions of each effect.
 *
 * @param aftermath what is told
 * @param sections one for each effect
 */
record AftermathReport(Aftermath aftermath, List<Section> sections) {

  /** The kinds of things that people ask about first, by their labels; others follow A–Z. */
  private static final List<String> FIRST =
      List.of("proposition", "technique", "crux", "assessment");

  AftermathReport {
    sections = List.copyOf(sections);
  }

  /**
   * The conclusions of one effect.
   *
   * @param others how many there are about anything but what falls
   * @param itself how many there are about what falls itself
   * @param told those that are told, in order of kind, label and triple
   */
  record Section(Effect effect, int others, int itself, List<Telling> told) {
    Section {
      told = List.copyOf(told);
    }
  }

  /**
   * One conclusion.
   *
   * @param kind the kind of thing that it is about
   * @param label what that thing is called
   * @param aboutWhatFalls whether it is about what falls itself
   * @param before why it held before; of a weakened one, the proofs that stand no longer
   * @param after why it holds afterwards, or what is missing by then; empty with {@code before} if
   *     proofs are not told, and where there is nothing to say
   */
  record Telling(
      Consequence consequence,
      String kind,
      Optional<String> label,
      boolean aboutWhatFalls,
      Optional<Explanation> before,
      Optional<Explanation> after) {}

  /**
   * Tells an aftermath.
   *
   * @param limit with how many conclusions of each effect to tell proofs
   * @param all whether to tell what is unaffected and what is about the withdrawn itself one by
   *     one, and not just how many there are
   */
  static AftermathReport of(Aftermath aftermath, int limit, boolean all) {
    List<Section> sections = new ArrayList<>();
    for (Effect effect : Effect.values()) {
      List<Consequence> others = aftermath.of(effect, false);
      List<Consequence> itself = aftermath.of(effect, true);
      List<Telling> told = new ArrayList<>();
      if (all || effect != Effect.UNAFFECTED) {
        told.addAll(tell(aftermath, others, limit, false));
      }
      if (all) {
        told.addAll(tell(aftermath, itself, 0, true));
      }
      sections.add(new Section(effect, others.size(), itself.size(), told));
    }
    return new AftermathReport(aftermath, sections);
  }

  private static List<Telling> tell(
      Aftermath aftermath, List<Consequence> consequences, int limit, boolean aboutWhatFalls) {
    Names names = new Names(aftermath.before());
    List<Telling> bare =
        consequences.stream()
            .map(
                consequence ->
                    new Telling(
                        consequence,
                        names.kind(consequence.triple().getSubject()),
                        names.label(consequence.triple().getSubject()),
                        aboutWhatFalls,
                        Optional.empty(),
                        Optional.empty()))
            .sorted(
                Comparator.comparing(AftermathReport::place)
                    .thenComparing(Telling::kind)
                    .thenComparing(telling -> telling.label().orElse(""))
                    .thenComparing(telling -> telling.consequence().triple().toString()))
            .toList();
    List<Telling> told = new ArrayList<>();
    for (Telling telling : bare) {
      told.add(told.size() < limit ? withProofs(telling, aftermath) : telling);
    }
    return told;
  }

  private static int place(Telling telling) {
    int place = FIRST.indexOf(telling.kind());
    return place < 0 ? FIRST.size() : place;
  }

  private static Telling withProofs(Telling telling, Aftermath aftermath) {
    Proofs before = new Proofs(aftermath.before());
    Proofs after = new Proofs(aftermath.after());
    Consequence consequence = telling.consequence();
    Triple triple = consequence.triple();
    return switch (consequence.effect()) {
      case LOST -> telling(telling, proved(triple, before), missing(triple, aftermath));
      case CHANGED ->
          telling(
              telling, proved(triple, before), proved(consequence.instead().orElseThrow(), after));
      case WEAKENED ->
          telling(telling, first(triple, consequence.gone()), first(triple, consequence.left()));
      case GAINED -> telling(telling, Optional.empty(), proved(triple, after));
      case NOT_COMPARED, UNAFFECTED -> telling;
    };
  }

  private static Telling telling(
      Telling telling, Optional<Explanation> before, Optional<Explanation> after) {
    return new Telling(
        telling.consequence(),
        telling.kind(),
        telling.label(),
        telling.aboutWhatFalls(),
        before,
        after);
  }

  private static Optional<Explanation> proved(Triple triple, Proofs proofs) {
    return Optional.of(explanation(triple, proofs.minimal(triple, 1), List.of()));
  }

  private static Optional<Explanation> first(Triple triple, ProofSet set) {
    List<Proof> first = set.proofs().subList(0, Math.min(1, set.proofs().size()));
    return Optional.of(
        explanation(triple, new ProofSet(first, set.found(), set.extent()), List.of()));
  }

  /** That a triple does not hold afterwards, with what comes nearest to concluding it. */
  private static Optional<Explanation> missing(Triple triple, Aftermath aftermath) {
    List<NearMiss> nearest = aftermath.after().nearMisses(triple);
    return Optional.of(
        explanation(
            triple,
            new ProofSet(List.of(), 0, ProofSet.Extent.ALL),
            nearest.subList(0, Math.min(1, nearest.size()))));
  }

  private static Explanation explanation(Triple triple, ProofSet proofs, List<NearMiss> nearest) {
    return new Explanation(triple, proofs, nearest, Map.of(), List.of(), List.of());
  }
}
