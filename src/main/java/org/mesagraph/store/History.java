package org.mesagraph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which releases a store has had, oldest first: one line for each, with its name and when it was
 * loaded. Lines are only ever added, so that a release that is gone can be told from one that never
 * was.
 *
 * @param file where it is written
 */
record History(Path file) {

  private static final Pattern LINE = Pattern.compile("(rel-[0-9a-f]{16}) \\S+");

  /** The names of the releases; a line that was cut off does not count. */
  List<String> names() {
    return text()
        .lines()
        .map(LINE::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .toList();
  }

  /** Adds a release, and waits until it is on disk. */
  void add(String name, String loaded) throws IOException {
    String text = text();
    // what was cut off stays on a line of its own
    String start = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    Files.writeString(
        file,
        start + name + " " + loaded + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.SYNC);
  }

  private String text() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
