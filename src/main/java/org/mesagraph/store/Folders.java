package org.mesagraph.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Folders with everything below them. */
final class Folders {

  private Folders() {}

  static void delete(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** Copies a folder to one that is not there yet; files that are not wanted are left out. */
  static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> below = Files.walk(from)) {
      for (Path each : (Iterable<Path>) below.filter(wanted)::iterator) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }
}
