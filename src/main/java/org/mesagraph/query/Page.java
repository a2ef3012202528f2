package org.mesagraph.query;

import java.util.OptionalLong;

/** A part of an answer: how many rows, and how many are skipped before them. */
public record Page(int limit, long offset) {
  public Page {
    if (limit < 1 || offset < 0) {
      throw new IllegalArgumentException("limit " + limit + ", offset " + offset);
    }
  }

  /** The page of a number, counted from 1. */
  public static Page of(long number, int size) {
    return new Page(size, Math.multiplyExact(Math.max(0, number - 1), size));
  }

  /** Its number, counted from 1, if the rows before it fill whole pages. */
  public OptionalLong number() {
    return offset % limit == 0 ? OptionalLong.of(offset / limit + 1) : OptionalLong.empty();
  }
}
