package org.mesagraph.base;

import java.util.Comparator;

/**
 * A line of a file that people edit.
 *
 * @param file path relative to the project's root, with forward slashes
 * @param line line number counted from 1, or 0 for the file as a whole
 */
public record Place(String file, int line) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file).thenComparingInt(Place::line);

  /** The file as a whole. */
  public static Place of(String file) {
    return new Place(file, 0);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
