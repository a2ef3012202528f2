package org.mesagraph.guard;

import java.time.Duration;

/** How much one request of a stranger may ask for, from its text to its answer. */
public record Bounds(Text text, Shape shape, Work work, Answers answers) {

  /**
   * Of the text, before anything parses it.
   *
   * @param characters how long it may be
   * @param nesting how many brackets may be open at once
   * @param signs how many signs such as {@code !} may follow each other
   */
  public record Text(int characters, int nesting, int signs) {}

  /**
   * Of what was parsed.
   *
   * @param operators how many operators of the algebra
   * @param expressions how many expressions, wherever they stand
   * @param depth how deep expressions may be nested
   * @param patterns how many triple patterns in one group, and graphs in a dataset clause
   * @param rows how many rows of VALUES
   * @param path how deep a property path may be, and how often it may repeat a step
   * @param offset how many rows may be skipped
   * @param bits how large a number may be that is written down
   */
  public record Shape(
      int operators,
      int expressions,
      int depth,
      int patterns,
      int rows,
      int path,
      long offset,
      int bits) {}

  /**
   * Of what happens while it runs.
   *
   * @param time how long it may take
   * @param cells how many values it may hold for sorting, grouping, joining and so on
   * @param longestText how many characters a text may have that it makes
   * @param characters how many characters all long texts may have together that it makes
   * @param steps how many statements one property path may go along
   */
  public record Work(Duration time, long cells, int longestText, long characters, long steps) {}

  /** Of the answer: rows, triples, and bytes as far as they can be told before it is written. */
  public record Answers(int rows, int triples, long bytes) {}

  private static final Text TEXT = new Text(32 * 1024, 60, 20);
  private static final Shape SHAPE = new Shape(300, 2_000, 400, 60, 1_000, 20, 1_000_000, 256);
  private static final Answers ANSWERS = new Answers(100_000, 100_000, 64L << 20);
  private static final long BYTES_PER_CELL = 100; // seen with Jena's bindings in hash tables

  /** What holds for everybody, on a virtual machine with the memory that this one has. */
  public static Bounds usual(Duration time) {
    long heap = Runtime.getRuntime().maxMemory();
    Work work =
        new Work(time, heap / 4 / BYTES_PER_CELL, 1_000_000, heap / 16, heap / 4 / BYTES_PER_CELL);
    return new Bounds(TEXT, SHAPE, work, ANSWERS);
  }

  /** The same with other bounds of what happens while it runs. */
  public Bounds with(Work other) {
    return new Bounds(text, shape, other, answers);
  }

  /** The same with other bounds of the answer. */
  public Bounds with(Answers other) {
    return new Bounds(text, shape, work, other);
  }
}
