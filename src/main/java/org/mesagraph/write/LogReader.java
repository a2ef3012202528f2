package org.mesagraph.write;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Place;
import org.mesagraph.base.Statement;

/**
 * Reads a log of changes, and folds it to what all of them come to: what was added and removed
 * again, or the reverse, is as if nobody had ever written it.
 */
final class LogReader {

  /** What a file of this format begins with. */
  static final String FIRST = "mesagraph changes 1\n";

  private static final Pattern HEADER =
      Pattern.compile("change (\\d{1,18}) \\S+ \\S+ \\S+ \\+(\\d{1,9}) -(\\d{1,9})");
  private static final Pattern WHOLE = Pattern.compile("(?m)^sha256 [0-9a-f]{64}\n");

  private final Path file;
  private final byte[] bytes;
  private final Map<String, Long> added = new LinkedHashMap<>();
  private final Set<String> removed = new LinkedHashSet<>();
  private int place = FIRST.length();
  private long position;
  private String seal = EntryText.NOTHING;

  private LogReader(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * What a log says.
   *
   * @param position how many changes
   * @param seal the digest of all of them
   * @param length of the part of the file that is whole
   * @param cut how many bytes come after that
   * @param added what they add together, with the change that did
   * @param removed what they remove together
   */
  record Found(
      long position,
      String seal,
      long length,
      long cut,
      List<Statement> added,
      List<Quad> removed) {}

  /**
   * Reads a file.
   *
   * @throws MesagraphException if it is no log, or not the one that was written
   */
  static Found read(Path file, byte[] bytes) {
    return new LogReader(file, bytes).read();
  }

  private Found read() {
    if (!new String(bytes, 0, Math.min(bytes.length, FIRST.length()), StandardCharsets.UTF_8)
        .equals(FIRST)) {
      throw damaged("does not begin as a log of changes does");
    }
    while (place < bytes.length && entry()) {
      // each entry moves the place
    }
    return fold();
  }

  /** Reads one entry; false if it is not there to its end. */
  private boolean entry() {
    int start = place;
    int end = endOfLine(start);
    Matcher header = HEADER.matcher(text(start, end < 0 ? start : end));
    if (end < 0 || !header.matches()) {
      return torn(start);
    }
    long lines = Long.parseLong(header.group(2)) + Long.parseLong(header.group(3));
    int from = end + 1;
    int next = from;
    for (long left = lines; left > 0; left--) {
      next = endOfLine(next) + 1;
      if (next == 0) {
        return torn(start);
      }
    }
    int last = endOfLine(next);
    if (last < 0) {
      return torn(start);
    }
    String expected = EntryText.seal(seal, bytes, start, next);
    if (!text(next, last).equals(EntryText.SEAL + expected)
        || Long.parseLong(header.group(1)) != position + 1) {
      return torn(start);
    }
    position++;
    take(from, next);
    seal = expected;
    place = last + 1;
    return true;
  }

  /** What is not whole was cut off if nothing whole is in it or comes after it. */
  private boolean torn(int start) {
    if (WHOLE.matcher(text(start, bytes.length)).find()) {
      throw damaged("is not as it was written after change " + position);
    }
    return false;
  }

  /** Lines are canonical, so that two say the same if they are the same. */
  private void take(int from, int to) {
    for (int line = from; line < to; ) {
      int end = endOfLine(line) + 1;
      String quad = text(line + 2, end);
      if (bytes[line] == '+') {
        if (!removed.remove(quad)) {
          added.put(quad, position);
        }
      } else if (added.remove(quad) == null) {
        removed.add(quad);
      }
      line = end;
    }
  }

  private Found fold() {
    List<Statement> statements = new ArrayList<>();
    Iterator<Long> change = added.values().iterator();
    for (Quad quad : EntryText.quads(String.join("", added.keySet()))) {
      statements.add(statement(quad, change.next()));
    }
    return new Found(
        position,
        seal,
        place,
        bytes.length - (long) place,
        statements,
        EntryText.quads(String.join("", removed)));
  }

  /** A quad as a statement, whose place is the change that made it. */
  static Statement statement(Quad quad, long change) {
    return new Statement(quad.getGraph(), quad.asTriple(), Place.of("change " + change));
  }

  private int endOfLine(int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private MesagraphException damaged(String how) {
    return new MesagraphException(
        Kind.INPUT,
        file
            + " "
            + how
            + " – restore it from a copy, or move it away to go on without its changes");
  }
}
