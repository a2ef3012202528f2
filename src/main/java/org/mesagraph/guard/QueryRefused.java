package org.mesagraph.guard;

import java.util.Optional;

/** A request of a stranger that gets no answer: why, where, and what would help. */
public final class QueryRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, as far as a caller has to tell cases apart. */
  public enum Reason {
    /** The text is longer than is read at all. */
    TOO_LONG,
    /** It is not the language. */
    SYNTAX,
    /** It asks for what nobody may have here: another server, a file, a class. */
    NOT_ALLOWED,
    /** It is too large or too deep to be run safely. */
    TOO_COMPLEX,
    /** It took more than its time. */
    TOO_SLOW,
    /** It had to hold more than its share of memory. */
    TOO_HUNGRY,
    /** It held the most when memory was short; later it may be answered. */
    NO_MEMORY,
    /** Its answer is larger than one answer may be. */
    TOO_MUCH
  }

  private final Reason reason;
  private final transient Spot spot;
  private final String suggestion;

  QueryRefused(Reason reason, String message) {
    this(reason, message, Optional.empty(), Optional.empty());
  }

  QueryRefused(Reason reason, String message, Optional<Spot> spot, Optional<String> suggestion) {
    super(message);
    this.reason = reason;
    this.spot = spot.orElse(null);
    this.suggestion = suggestion.orElse(null);
  }

  public Reason reason() {
    return reason;
  }

  /** The place in the text that is at fault, if it can be told. */
  public Optional<Spot> spot() {
    return Optional.ofNullable(spot);
  }

  /** The known name that was probably meant. */
  public Optional<String> didYouMean() {
    return Optional.ofNullable(suggestion);
  }
}
