package org.mesagraph.write;

import java.time.Instant;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * One change as the log has it.
 *
 * @param position how many changes there are with it
 * @param at when it was made
 * @param author who made it, without a space
 * @param kind what was asked for, in one word
 * @param added stated quads that were not there before
 * @param removed stated quads that were there before
 */
public record Entry(
    long position, Instant at, String author, String kind, List<Quad> added, List<Quad> removed) {

  public Entry {
    if ((author + kind).matches(".*\\s.*") || author.isEmpty() || kind.isEmpty()) {
      throw new IllegalArgumentException("not one word: " + author + ", " + kind);
    }
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }
}
