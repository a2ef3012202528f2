package org.mesagraph.guard;

/**
 * A piece of the text of a query.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
record Token(Kind kind, String text, int line, int column) {

  enum Kind {
    /** An IRI in angle brackets. */
    IRI,
    /** A quoted string. */
    TEXT,
    /** A keyword, variable, number or prefixed name. */
    NAME,
    /** A single character of any other kind. */
    SIGN
  }

  boolean is(char sign) {
    return kind == Kind.SIGN && text.charAt(0) == sign;
  }

  boolean covers(int atLine, int atColumn) {
    return line == atLine && column <= atColumn && atColumn < end();
  }

  /** The column behind it. */
  int end() {
    return column + text.length();
  }

  Spot spot() {
    return new Spot(line, column, text);
  }
}
