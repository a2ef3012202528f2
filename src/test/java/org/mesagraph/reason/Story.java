package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.mesagraph.reason.MadeUp.Change;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/**
 * Makes up changes that matter: of asserted triples and of others, of triples that follow, which
 * are asserted or said to be asserted no longer, and of triples that were there once.
 *
 * @param things how many things the triples are about
 * @param triples how many triples are asserted at first
 * @param changes how many changes follow
 * @param given rules that every program has
 * @param equality whether things may be said to be the same
 */
record Story(int things, int triples, int changes, List<Rule> given, boolean equality) {

  /** Tells that things may be the same. */
  private static final Triple SAME =
      Triple.create(Imagination.THINGS.get(0), OWL.sameAs.asNode(), Imagination.THINGS.get(1));

  private static final int MOST_FACTS = 250;

  /** A case for each seed, always the same. */
  MadeUp tell(long seed) {
    Random random = new Random(seed);
    Imagination imagination = new Imagination(random, things, equality);
    List<Rule> rules;
    NaiveReasoner naive;
    Set<Triple> asserted;
    int attempts = 0;
    do { // rules from which nothing or everything follows tell little
      rules = imagination.rules(given);
      naive = new NaiveReasoner(Program.of(rules, equality ? List.of(SAME) : List.of()));
      asserted = imagination.triples(triples);
      attempts++;
    } while (attempts < 20 && !isTelling(naive.close(asserted).size()));
    List<Triple> first = List.copyOf(asserted);
    List<Triple> once = new ArrayList<>(first);
    List<Change> told = new ArrayList<>();
    while (told.size() < changes) {
      Set<Triple> added = new LinkedHashSet<>();
      Set<Triple> removed = new LinkedHashSet<>();
      List<Triple> here = List.copyOf(asserted);
      List<Triple> facts = naive.close(asserted).stream().sorted(ORDER).toList();
      boolean many = asserted.size() > first.size();
      for (int i = 1 + random.nextInt(many ? 4 : 2); i > 0 && !here.isEmpty(); i--) {
        removed.add(
            switch (random.nextInt(6)) {
              case 0 -> imagination.triple();
              case 1, 2 -> imagination.one(facts);
              default -> imagination.one(here);
            });
      }
      for (int i = random.nextInt(many ? 2 : 5); i > 0; i--) {
        added.add(
            switch (random.nextInt(6)) {
              case 0 -> facts.isEmpty() ? imagination.triple() : imagination.one(facts);
              case 1, 2 -> imagination.one(once);
              default -> imagination.triple();
            });
      }
      asserted.removeAll(removed);
      asserted.addAll(added);
      if (naive.close(asserted).size() > MOST_FACTS) {
        asserted.removeAll(added);
        added.clear(); // too much to compute again and again
      }
      once.addAll(added);
      told.add(new Change(List.copyOf(added), List.copyOf(removed)));
    }
    return new MadeUp(seed, rules, first, told);
  }

  private boolean isTelling(int facts) {
    return facts > 3 * triples / 2 && facts < Math.min(8 * triples, MOST_FACTS);
  }

  private static final java.util.Comparator<Triple> ORDER =
      java.util.Comparator.comparing(Triple::toString);
}
