package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.reason.MadeUp.Change;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Rule;

/**
 * Makes a case in which something fails as small as it gets by leaving out rules, conditions,
 * triples and changes, one part after the other, as long as it still fails.
 */
final class Shrinking {

  private final Predicate<MadeUp> fails;

  private Shrinking(Predicate<MadeUp> fails) {
    this.fails = fails;
  }

  /** A case that fails and no longer does so when any one part is left out. */
  static MadeUp shrink(MadeUp failing, Predicate<MadeUp> fails) {
    Shrinking shrinking = new Shrinking(fails);
    MadeUp before;
    MadeUp smaller = failing;
    do {
      before = smaller;
      smaller = shrinking.once(smaller);
    } while (!smaller.equals(before));
    return smaller;
  }

  private MadeUp once(MadeUp failing) {
    MadeUp now = failing;
    now = without(now, now.changes(), list -> with(failing, list));
    MadeUp fewer = now;
    now =
        without(
            now,
            now.rules(),
            list -> new MadeUp(fewer.seed(), list, fewer.asserted(), fewer.changes()));
    MadeUp ruled = now;
    now =
        without(
            now,
            now.asserted(),
            list -> new MadeUp(ruled.seed(), ruled.rules(), list, ruled.changes()));
    return conditions(changes(now));
  }

  /** With less in each change. */
  private MadeUp changes(MadeUp failing) {
    MadeUp now = failing;
    for (int i = 0; i < now.changes().size(); i++) {
      int place = i;
      MadeUp base = now;
      Change change = base.changes().get(place);
      now =
          without(
              now,
              change.added(),
              list -> replaced(base, place, new Change(list, change.removed())));
      MadeUp next = now;
      Change rest = next.changes().get(place);
      now =
          without(
              now, rest.removed(), list -> replaced(next, place, new Change(rest.added(), list)));
    }
    return now;
  }

  /** With fewer conditions in each rule. */
  private MadeUp conditions(MadeUp failing) {
    MadeUp now = failing;
    for (int i = 0; i < now.rules().size(); i++) {
      int place = i;
      MadeUp base = now;
      Rule rule = base.rules().get(place);
      now = without(now, rule.body(), body -> replaced(base, place, rule, body));
    }
    return now;
  }

  /** Leaves out halves, quarters and at last single elements of a list. */
  private <T> MadeUp without(MadeUp failing, List<T> whole, Function<List<T>, MadeUp> build) {
    MadeUp now = failing;
    List<T> rest = whole;
    for (int size = Math.max(1, rest.size() / 2); size > 0; size /= 2) {
      int start = 0;
      while (start < rest.size()) {
        List<T> fewer = new ArrayList<>(rest.subList(0, start));
        fewer.addAll(rest.subList(Math.min(rest.size(), start + size), rest.size()));
        Optional<MadeUp> smaller = attempt(build, fewer).filter(fails);
        if (smaller.isPresent()) {
          now = smaller.get();
          rest = fewer;
        } else {
          start += size;
        }
      }
    }
    return now;
  }

  private static <T> Optional<MadeUp> attempt(Function<List<T>, MadeUp> build, List<T> parts) {
    try {
      MadeUp smaller = build.apply(parts);
      smaller.program();
      return Optional.of(smaller);
    } catch (IllegalArgumentException | MesagraphException e) {
      return Optional.empty(); // a head or a comparison lost what binds its variables
    }
  }

  private static MadeUp with(MadeUp base, List<Change> changes) {
    return new MadeUp(base.seed(), base.rules(), base.asserted(), changes);
  }

  private static MadeUp replaced(MadeUp base, int place, Change change) {
    List<Change> changes = new ArrayList<>(base.changes());
    changes.set(place, change);
    return with(base, changes);
  }

  private static MadeUp replaced(MadeUp base, int place, Rule rule, List<Atom> body) {
    List<Rule> rules = new ArrayList<>(base.rules());
    rules.set(place, new Rule(rule.name(), rule.description(), rule.place(), body, rule.head()));
    return new MadeUp(base.seed(), rules, base.asserted(), base.changes());
  }
}
