package org.mesagraph.rule;

import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;

/** That an axiom, or a part of it, is not in the language, and what to write instead. */
final class NotSupported extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String cure;

  NotSupported(String what, String cure) {
    super(what);
    this.cure = cure;
  }

  /** For an axiom with a part that is refused by itself, at the line of that part. */
  static NotSupported elsewhere() {
    return new NotSupported("", "");
  }

  boolean isToldElsewhere() {
    return cure.isEmpty();
  }

  Problem at(Place place) {
    return new Problem(place, getMessage(), cure);
  }
}
