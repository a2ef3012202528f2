package org.mesagraph.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;

/**
 * A text file of the project.
 *
 * @param file path relative to the root, with forward slashes
 */
record TextFile(String file, String text) {

  /** All files below a folder that have an ending, in order of path. */
  static List<Path> list(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path relative to the root, with forward slashes. */
  static String name(Path root, Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  /** Reads a file, which must be UTF-8. */
  static Optional<TextFile> read(Path root, Path path, List<Problem> problems) {
    String file = name(root, path);
    try {
      return Optional.of(new TextFile(file, Files.readString(path).replace("\r\n", "\n")));
    } catch (CharacterCodingException e) {
      problems.add(new Problem(Place.of(file), "is not UTF-8", "save the file as UTF-8"));
    } catch (IOException e) {
      problems.add(new Problem(Place.of(file), "cannot be read", String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }
}
