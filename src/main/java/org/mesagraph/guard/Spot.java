package org.mesagraph.guard;

/**
 * A place in the text of a query.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param token what stands there, empty at the end of the text
 */
public record Spot(int line, int column, String token) {
  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
