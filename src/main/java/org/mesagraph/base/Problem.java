package org.mesagraph.base;

/**
 * Something wrong in a file: where it is, what it is, and what to do about it. Written as {@code
 * file:line: what: cure}.
 */
public record Problem(Place place, String what, String cure) {
  @Override
  public String toString() {
    return place + ": " + what + ": " + cure;
  }
}
