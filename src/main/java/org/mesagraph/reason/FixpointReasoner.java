package org.mesagraph.reason;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.apache.jena.graph.Triple;

/**
 * A reasoner that is easy to follow: in each stratum every fact is taken once, in the order it
 * came, and joined with the facts taken up to then, so that a derivation is found when the last of
 * its premises is taken and not again in every round (semi-naive evaluation, one fact at a time).
 */
public final class FixpointReasoner implements Reasoner {

  @Override
  public Closure close(Program program, Collection<Triple> asserted) {
    Triples facts = new Triples();
    asserted.forEach(facts::add);
    for (List<Rule> stratum : program.strata()) {
      facts = fixpoint(stratum, facts);
    }
    return new FixpointClosure(program, asserted, facts);
  }

  private static Triples fixpoint(List<Rule> rules, Triples lower) {
    Triples seen = new Triples();
    Queue<Triple> queue = new ArrayDeque<>(lower.all());
    Triples known = new Triples();
    lower.all().forEach(known::add);
    while (!queue.isEmpty()) {
      Triple fact = queue.remove();
      seen.add(fact);
      for (Rule rule : rules) {
        conclude(rule, fact, seen, known, queue);
      }
    }
    return seen;
  }

  private static void conclude(
      Rule rule, Triple fact, Triples seen, Triples known, Queue<Triple> queue) {
    Join join = new Join(seen, rule);
    // what a rule negates is complete in the lower strata, so all known facts may be asked
    Join guards = new Join(known, rule);
    List<Triple> patterns = rule.patterns();
    for (int i = 0; i < patterns.size(); i++) {
      Triple pattern = patterns.get(i);
      int position = i;
      Bindings.NONE
          .unify(pattern, fact)
          .ifPresent(
              bindings ->
                  join.without(
                      List.of(position),
                      bindings,
                      full -> {
                        Triple head = full.apply(rule.head());
                        if (!head.getSubject().isLiteral()
                            && guards.guardsHold(full)
                            && known.add(head)) {
                          queue.add(head);
                        }
                      }));
    }
  }
}
