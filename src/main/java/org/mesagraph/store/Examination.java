package org.mesagraph.store;

import java.util.List;
import java.util.function.Supplier;
import org.mesagraph.base.MesagraphException;

/**
 * One thing that was looked at, and what is wrong with it.
 *
 * @param what was looked at, as it should be
 * @param faults nothing if it is so
 */
public record Examination(String what, List<String> faults) {

  public Examination {
    faults = List.copyOf(faults);
  }

  /** Looks at something; a failure that is told with its cure is a fault. */
  public static Examination of(String what, Supplier<List<String>> look) {
    try {
      return new Examination(what, look.get());
    } catch (MesagraphException e) {
      return new Examination(what, List.of(e.getMessage()));
    }
  }

  /** Whether nothing is wrong. */
  public boolean passed() {
    return faults.isEmpty();
  }
}
