package org.mesagraph.reason;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Triggers.Trigger;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/**
 * A reasoner that is easy to follow: in each stratum every fact is taken once, in the order it
 * came, and joined with the facts taken up to then, so that a derivation is found when the last of
 * its premises is taken and not again in every round (semi-naive evaluation, one fact at a time).
 */
public final class FixpointReasoner implements Reasoner {

  @Override
  public Closure close(Program program, Collection<Triple> asserted, Progress progress) {
    Triples facts = new Triples();
    asserted.forEach(facts::add);
    Map<Triple, Step> why = new HashMap<>();
    for (List<Rule> stratum : program.strata()) {
      facts = new Fixpoint(stratum, facts, why, progress).reach();
    }
    return new FixpointClosure(program, asserted, facts, why);
  }

  /** The evaluation of one stratum. */
  private static final class Fixpoint {
    private final Triples seen = new Triples();
    private final Triples known = new Triples();
    private final Queue<Triple> queue;
    private final Triggers triggers;
    private final Map<Triple, Step> why;
    private final Progress progress;

    Fixpoint(List<Rule> rules, Triples lower, Map<Triple, Step> why, Progress progress) {
      this.why = why;
      this.progress = progress;
      queue = new ArrayDeque<>(lower.all());
      lower.all().forEach(known::add);
      // what a rule negates is complete in the lower strata, so all known facts may be asked
      triggers = new Triggers(rules, seen, known);
    }

    Triples reach() {
      while (!queue.isEmpty()) {
        Triple fact = queue.remove();
        seen.add(fact);
        progress.report(seen.all().size(), known.all().size());
        for (Trigger trigger : triggers.of(fact)) {
          conclude(trigger, fact);
        }
      }
      return seen;
    }

    private void conclude(Trigger trigger, Triple fact) {
      Bindings.NONE
          .unify(trigger.pattern(), fact)
          .ifPresent(
              bindings ->
                  trigger
                      .join()
                      .without(
                          List.of(trigger.position()),
                          bindings,
                          full -> {
                            Triple head = full.apply(trigger.rule().head());
                            if (!head.getSubject().isLiteral()
                                && trigger.guards().guardsHold(full)
                                && known.add(head)) {
                              queue.add(head);
                              why.put(
                                  head,
                                  new Step.Inferred(
                                      head,
                                      trigger.rule(),
                                      trigger.join().premises(full),
                                      trigger.join().absences(full)));
                            }
                          }));
    }
  }
}
