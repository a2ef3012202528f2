package org.mesagraph.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Prefixes;

/** Small projects made of the files of a test, with the prefixes of this project. */
public final class Sample {

  public static final Path HOME = Path.of(System.getProperty("mesagraph.home", "."));
  public static final Path CASES = HOME.resolve("src/test/resources/reason");

  private Sample() {}

  /** A project of one ontology file and the rules files of a folder. */
  public static KnowledgeBase load(Path root, Path ontology, Path rules) throws IOException {
    copy(ontology, root.resolve("ontology/in.ttl"));
    for (Path file : files(rules)) {
      if (file.toString().endsWith(".rules")) {
        copy(file, root.resolve("ontology/rules").resolve(file.getFileName()));
      }
    }
    return load(root);
  }

  /** A project of all files of a folder. */
  public static KnowledgeBase load(Path root, Path folder) throws IOException {
    for (Path file : files(folder)) {
      copy(file, root.resolve(folder.relativize(file).toString()));
    }
    return load(root);
  }

  private static KnowledgeBase load(Path root) throws IOException {
    copy(HOME.resolve(Prefixes.FILE), root.resolve(Prefixes.FILE));
    Files.createDirectories(root.resolve("data"));
    return KnowledgeBase.load(root);
  }

  /** The folders of cases, which hold a file of some name. */
  public static List<Path> cases(Path folder, String file) {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(path -> Files.exists(path.resolve(file))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }
}
