package org.mesagraph.durability;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Triple;
import org.mesagraph.store.DatasetProbe;

/**
 * One request to change something, which depends on its numbers alone.
 *
 * @param writer who makes it
 * @param number how many of this writer there are with it
 */
record Write(int writer, int number, Kind kind) {

  private static final Pattern STUDY = Pattern.compile(".*/w(\\d+)-i(\\d+)-n\\d+");

  /** What is done, and how many triples it comes to. */
  enum Kind {
    SMALL(5),
    LARGE(500),
    /** Asked for by somebody who does not wait for the answer. */
    IMPATIENT(5),
    /** Replaces the number of the writer. */
    COUNTER(0),
    /** Ends in what nobody can read. */
    MALFORMED(5),
    /** The client is gone before the body is all there. */
    CUT_OFF(5),
    /** More than is taken. */
    OVERSIZED(5);

    private final int triples;

    Kind(int triples) {
      this.triples = triples;
    }

    /** Whether the whole of it may ever be seen. */
    boolean isSound() {
      return this == SMALL || this == LARGE || this == IMPATIENT || this == COUNTER;
    }
  }

  /** Of a hundred writes, so many are of each kind. */
  static Write of(long seed, int writer, int number) {
    int chance = new Random((seed * 31 + writer) * 1_000_003 + number).nextInt(100);
    Kind kind =
        chance < 55
            ? Kind.SMALL
            : chance < 60
                ? Kind.LARGE
                : chance < 80
                    ? Kind.COUNTER
                    : chance < 87
                        ? Kind.MALFORMED
                        : chance < 93
                            ? Kind.CUT_OFF
                            : chance < 98 ? Kind.IMPATIENT : Kind.OVERSIZED;
    return new Write(writer, number, kind);
  }

  /** Who wrote a triple of a study, as “writer-number”; empty if no write did. */
  static String author(Triple triple) {
    Matcher study = STUDY.matcher(triple.getSubject().toString());
    return study.matches() ? study.group(1) + "-" + study.group(2) : "";
  }

  String id() {
    return writer + "-" + number;
  }

  /** What it adds. */
  List<Triple> triples() {
    return IntStream.range(0, kind.triples)
        .mapToObj(n -> DatasetProbe.triple("w" + writer + "-i" + number + "-n" + n + " supports b"))
        .toList();
  }

  /** The same as N-Triples. */
  String lines() {
    return triples().stream()
        .map(
            triple ->
                String.join(
                    " ",
                    iri(triple.getSubject().getURI()),
                    iri(triple.getPredicate().getURI()),
                    iri(triple.getObject().getURI()),
                    ".\n"))
        .collect(Collectors.joining());
  }

  private static String iri(String text) {
    return "<" + text + ">";
  }
}
