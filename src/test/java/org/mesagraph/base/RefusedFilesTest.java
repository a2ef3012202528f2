package org.mesagraph.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every folder of cases holds files of a project and, in problems.txt, what is said of them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefusedFilesTest {

  private static final Path CASES = Checkout.CASES.resolve("refused");

  @TestFactory
  Stream<DynamicTest> a_bad_file_is_refused_with_file_line_and_cure(@TempDir Path temporary)
      throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList().stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(
                      folder.getFileName().toString(),
                      folder.toUri(),
                      () -> check(folder, temporary.resolve(folder.getFileName()))));
    }
  }

  private static void check(Path folder, Path root) throws IOException {
    Checkout checkout = Checkout.in(root).copy(folder);
    if (Files.exists(folder.resolve("no-prefixes"))) {
      checkout.without(Prefixes.FILE);
    }
    List<String> expected = Files.readAllLines(folder.resolve("problems.txt"));

    assertThat(expected).isNotEmpty().allMatch(line -> line.matches("\\S+: .+: .+"));
    assertThat(checkout.complaints()).containsExactlyElementsOf(expected);
  }
}
