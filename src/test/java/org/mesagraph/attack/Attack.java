package org.mesagraph.attack;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that a stranger may try.
 *
 * @param id a letter and a number such as A13, the same for the variants of one attack
 * @param title what is tried, in a few words
 * @param most how long the attack may last on either server
 * @param unproved why the attack does not succeed on the stock server; if it does succeed there
 *     although this is given, the test fails as well
 */
record Attack(String id, String title, Deed deed, Duration most, Optional<String> unproved) {

  /** A control takes no longer than this. */
  static final Duration CAP = Duration.ofSeconds(5);

  static Attack of(String id, String title, Deed deed) {
    return new Attack(id, title, deed, CAP, Optional.empty());
  }

  static Attack of(String id, String title, Sent sent, Sign sign) {
    return of(id, title, Deed.of(sent, sign));
  }

  /** The same, of which the stock server is known to be safe. */
  Attack unproved(String reason) {
    return new Attack(id, title, deed, most, Optional.of(reason));
  }

  Attack within(Duration time) {
    return new Attack(id, title, deed, time, unproved);
  }

  @Override
  public String toString() {
    return id + " " + title;
  }
}
