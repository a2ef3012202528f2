package org.mesagraph.cli;

/** What the launcher tells about where the output goes. */
final class Terminal {

  private static final int USUAL_COLUMNS = 120;

  private Terminal() {}

  /** Whether stdout is a terminal. */
  static boolean isOne() {
    return Boolean.getBoolean("mesagraph.tty");
  }

  /** How many columns it has. */
  static int columns() {
    int columns = Integer.getInteger("mesagraph.columns", USUAL_COLUMNS);
    return columns < 40 ? USUAL_COLUMNS : columns;
  }
}
