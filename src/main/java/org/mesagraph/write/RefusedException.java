package org.mesagraph.write;

import java.util.List;

/** A request to write that is not granted; nothing has changed unless the reason says so. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, as far as a caller has to tell cases apart. */
  public enum Reason {
    /** The body is not what it says it is. */
    MALFORMED,
    /** The body is in a syntax that is not read here. */
    UNSUPPORTED,
    /** The body, or what it comes to, is too big. */
    TOO_LARGE,
    /** What is asked for is never done here. */
    FORBIDDEN,
    /** There is no such graph. */
    NOT_FOUND,
    /** The state is another than the one the request was meant for. */
    OUTDATED,
    /** The request can be read, and what it leads to is not in order. */
    UNFIT,
    /** Another write takes too long. */
    BUSY,
    /** It takes too long. */
    TOO_SLOW,
    /** The writer has stopped; the message says whether the change is recorded. */
    STOPPED
  }

  private final Reason reason;
  private final transient List<Defect> defects;

  RefusedException(Reason reason, String message) {
    this(reason, message, List.of());
  }

  RefusedException(Reason reason, String message, List<Defect> defects) {
    super(message);
    this.reason = reason;
    this.defects = List.copyOf(defects);
  }

  RefusedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.defects = List.of();
  }

  /** A body with one thing wrong. */
  static RefusedException malformed(Defect defect) {
    return new RefusedException(Reason.MALFORMED, defect.toString(), List.of(defect));
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong, piece by piece; empty if the message says it all. */
  public List<Defect> defects() {
    return defects;
  }
}
