package org.mesagraph.write;

/**
 * A place in a text, counted from 1.
 *
 * @param line 0 if nobody can tell where
 * @param column 0 if only the line is known
 */
public record Position(long line, long column) {

  static final Position UNKNOWN = new Position(0, 0);

  /** What a parser tells, which says −1 if it does not know. */
  static Position told(long line, long column) {
    return line < 1 ? UNKNOWN : new Position(line, Math.max(0, column));
  }

  /** The position of an offset in a text. */
  static Position at(CharSequence text, int offset) {
    long line = 1;
    long column = 1;
    for (int i = 0; i < offset; i++) {
      boolean end = text.charAt(i) == '\n';
      line += end ? 1 : 0;
      column = end ? 1 : column + 1;
    }
    return new Position(line, column);
  }

  public boolean isKnown() {
    return line > 0;
  }

  @Override
  public String toString() {
    return column > 0 ? "line " + line + ", column " + column : "line " + line;
  }
}
