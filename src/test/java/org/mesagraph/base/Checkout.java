package org.mesagraph.base;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A project in a folder of its own, with a short list of prefixes unless a test writes another. */
record Checkout(Path root) {

  static final Path CASES =
      Path.of(System.getProperty("mesagraph.home", "."), "src/test/resources/base");

  static Checkout in(Path root) {
    Checkout checkout = new Checkout(root);
    checkout.copy(CASES.resolve("checkout"));
    return checkout;
  }

  Checkout with(String file, String text) {
    return with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  Checkout with(String file, byte[] bytes) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.write(root.resolve(file), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds all files of a folder. */
  Checkout copy(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        with(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Checkout without(String file) {
    try {
      Files.delete(root.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KnowledgeBase load() {
    return KnowledgeBase.load(root);
  }

  /** What loading complains of, one line for each problem. */
  List<String> complaints() {
    MesagraphException failure = catchThrowableOfType(MesagraphException.class, this::load);
    return failure == null
        ? List.of()
        : failure.problems().stream().map(Problem::toString).toList();
  }
}
