package org.mesagraph.explain;

import java.util.List;
import org.mesagraph.reason.Closure;

/**
 * What a withdrawal comes to. Each triple that followed before has one consequence.
 *
 * @param withdrawal what was taken away
 * @param before everything that held before, which stays as it is
 * @param after everything that would hold afterwards, which nobody keeps
 * @param consequences in order of effect, then as the closures list them
 */
public record Aftermath(
    Withdrawal withdrawal, Closure before, Closure after, List<Consequence> consequences) {

  public Aftermath {
    consequences = List.copyOf(consequences);
  }

  /** The consequences of one effect, for what falls itself or for everything else. */
  List<Consequence> of(Consequence.Effect effect, boolean forWhatFalls) {
    return consequences.stream()
        .filter(consequence -> consequence.effect() == effect)
        .filter(consequence -> withdrawal.concerns(consequence.triple()) == forWhatFalls)
        .toList();
  }
}
