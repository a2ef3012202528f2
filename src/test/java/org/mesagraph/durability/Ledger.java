package org.mesagraph.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for, and what was answered: in memory, and in two files that are on disk before
 * the request is sent and after the answer was read.
 */
final class Ledger {

  /** What is known of a write. */
  enum Fate {
    MADE,
    REFUSED,
    /** No answer came, or one that tells nothing. */
    UNKNOWN
  }

  private final Path sent;
  private final Path answered;
  private final Map<Write, Fate> fates = new LinkedHashMap<>();

  Ledger(Path folder) {
    sent = folder.resolve("sent.log");
    answered = folder.resolve("answered.log");
  }

  synchronized void send(Write write) throws IOException {
    append(sent, write.id() + " " + write.kind());
    fates.put(write, Fate.UNKNOWN);
  }

  synchronized void note(Write write, Fate fate) throws IOException {
    append(answered, write.id() + " " + fate);
    fates.put(write, fate);
  }

  /** What was unknown is known once it was looked at; it must stay so. */
  synchronized void settle(Write write, boolean made) {
    fates.put(write, made ? Fate.MADE : Fate.REFUSED);
  }

  synchronized Map<Write, Fate> fates() {
    return new LinkedHashMap<>(fates);
  }

  synchronized long count(Fate fate) {
    return fates.values().stream().filter(fate::equals).count();
  }

  /** The writes of one kind by one writer, in their order. */
  synchronized List<Write> by(int writer, Write.Kind kind) {
    List<Write> found = new ArrayList<>();
    fates.keySet().stream()
        .filter(write -> write.writer() == writer && write.kind() == kind)
        .forEach(found::add);
    return found;
  }

  private static void append(Path file, String line) throws IOException {
    Files.writeString(
        file,
        line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
  }
}
