package org.mesagraph.reason;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Finds the rules that may have a part in concluding that two terms are one. */
final class MergingRules {

  private final List<CompiledRule> rules;
  private final BitSet found = new BitSet();
  private final BitSet askedFor = new BitSet();
  private final Deque<CompiledRule> waiting = new ArrayDeque<>();

  private MergingRules(List<CompiledRule> rules) {
    this.rules = rules;
  }

  /**
   * The numbers of the rules from which a way leads to {@code owl:sameAs}.
   *
   * @param rules those of the lowest stratum
   * @param sameAs the number of {@code owl:sameAs}
   */
  static BitSet among(List<CompiledRule> rules, int sameAs) {
    MergingRules search = new MergingRules(rules);
    search.addMakers(sameAs);
    while (!search.waiting.isEmpty()) {
      for (int[] pattern : search.waiting.remove().patterns()) {
        if (pattern[1] < 0) {
          rules.forEach(search::add);
        } else if (!search.askedFor.get(pattern[1])) {
          search.askedFor.set(pattern[1]);
          search.addMakers(pattern[1]);
        }
      }
    }
    return search.found;
  }

  private void addMakers(int predicate) {
    rules.stream().filter(rule -> rule.mayConclude(predicate)).forEach(this::add);
  }

  private void add(CompiledRule rule) {
    if (!found.get(rule.number())) {
      found.set(rule.number());
      waiting.add(rule);
    }
  }
}
