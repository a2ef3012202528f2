package org.mesagraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mesagraph.RealProject;

/** A copy of this project's files, to be broken. */
final class ProjectCopy {

  private ProjectCopy() {}

  static Path in(Path folder) throws IOException {
    for (String part : List.of("ontology", "data", "queries")) {
      try (Stream<Path> files = Files.walk(RealProject.root().resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = folder.resolve(RealProject.root().relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return folder;
  }

  /** Deletes the files of a folder. */
  static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** Replaces the first occurrence of a part, which must be there. */
  static void replace(Path file, String part, String other) throws IOException {
    String text = Files.readString(file);
    int start = text.indexOf(part);
    if (start < 0) {
      throw new IllegalArgumentException(file + " does not hold " + part);
    }
    Files.writeString(
        file, text.substring(0, start) + other + text.substring(start + part.length()));
  }

  /** The number of the first line that holds a part. */
  static int line(Path file, String part) throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(file + " does not hold " + part);
  }
}
