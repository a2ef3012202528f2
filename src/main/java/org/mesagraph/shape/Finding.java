package org.mesagraph.shape;

import org.mesagraph.base.Place;

/**
 * Something that the shapes find wrong in the data.
 *
 * @param code name of the shape, such as {@code shape/evidence-line-hasTarget}
 * @param severity how bad it is
 * @param place the line of the file to mend
 * @param focus the name of what is wrong, as the project writes it; empty if it is a file
 * @param what what is wrong
 * @param cure what to do about it
 */
public record Finding(
    String code, Severity severity, Place place, String focus, String what, String cure) {

  /** Errors stop the program; warnings are told. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
