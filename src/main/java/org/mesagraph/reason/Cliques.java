package org.mesagraph.reason;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * Terms that are held to be one, by number. The member with the smallest number stands for its
 * clique; a term that is held to be no other stands for itself.
 */
final class Cliques {

  /** Each member takes over all that is said of each other one, so that a slip floods the graph. */
  static final int MOST_MEMBERS = 1_000;

  private final IntPages representatives;
  private final Map<Integer, int[]> members;
  private int size;

  Cliques() {
    representatives = new IntPages();
    members = new HashMap<>();
  }

  /** A copy; from now on the original must only be read. */
  Cliques(Cliques original) {
    representatives = new IntPages(original.representatives);
    members = new HashMap<>(original.members);
    size = original.size;
  }

  /** Whether no term is held to be another. */
  boolean areTrivial() {
    return members.isEmpty();
  }

  /** What stands for a term. */
  int of(int term) {
    if (term >= size) {
      return term;
    }
    int other = representatives.get(term);
    return other == 0 ? term : other;
  }

  /** Whether a representative stands for other terms too. */
  boolean standsForOthers(int representative) {
    return members.containsKey(representative);
  }

  /** What a representative stands for, itself among it, in ascending order. */
  int[] members(int representative) {
    int[] some = members.get(representative);
    return some == null ? new int[] {representative} : some.clone();
  }

  /**
   * Holds two cliques to be one.
   *
   * @return what stands for both
   * @throws MesagraphException of kind LIMIT if there are too many members
   */
  int merge(int one, int other) {
    int[] all =
        IntStream.concat(Arrays.stream(members(one)), Arrays.stream(members(other)))
            .sorted()
            .toArray();
    if (all.length > MOST_MEMBERS) {
      throw new MesagraphException(
          Kind.LIMIT,
          "more than "
              + MOST_MEMBERS
              + " things are held to be one – look for a property that is not functional, or an"
              + " owl:sameAs that is wrong");
    }
    members.remove(one);
    members.remove(other);
    members.put(all[0], all);
    size = Math.max(size, all[all.length - 1] + 1);
    representatives.grow(size);
    for (int member : all) {
      representatives.set(member, all[0]);
    }
    return all[0];
  }

  /** Holds the members of a clique to be different again. */
  void dissolve(int representative) {
    for (int member : members(representative)) {
      if (member < size) {
        representatives.set(member, 0);
      }
    }
    members.remove(representative);
  }
}
