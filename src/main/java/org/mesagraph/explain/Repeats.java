package org.mesagraph.explain;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which parts of a proof are written once and then referred to. A proof that uses a part twice at
 * each of many levels would be far too long as a tree; one of ordinary size is written out.
 */
final class Repeats {

  /** How many steps a proof may have that is written out as a tree. */
  static final long MOST_STEPS = 1_000;

  /**
   * A part that a proof uses more than once.
   *
   * @param number its number, from 1 in the order of first mention
   * @param again whether it was mentioned before
   */
  record Mention(int number, boolean again) {}

  private final Set<Proof> shared = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Proof, Integer> numbers = new IdentityHashMap<>();

  private Repeats() {}

  /** The parts that a proof uses more than once; none if it is written out. */
  static Repeats of(Proof proof) {
    Repeats repeats = new Repeats();
    if (proof.size() > MOST_STEPS) {
      repeats.collect(proof, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
    return repeats;
  }

  private void collect(Proof proof, Set<Proof> seen) {
    for (Proof premise : proof.premises()) {
      if (seen.add(premise)) {
        collect(premise, seen);
      } else if (!premise.isLeaf()) {
        shared.add(premise);
      }
    }
  }

  /** Mentions a part, which gets a number if it is used more than once. */
  Optional<Mention> mention(Proof part) {
    if (!shared.contains(part)) {
      return Optional.empty();
    }
    Integer known = numbers.get(part);
    if (known == null) {
      numbers.put(part, numbers.size() + 1);
      return Optional.of(new Mention(numbers.size(), false));
    }
    return Optional.of(new Mention(known, true));
  }
}
