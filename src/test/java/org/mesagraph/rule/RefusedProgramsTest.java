package org.mesagraph.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Problem;

/** Every folder of cases holds axioms or rules and, in problems.txt, why they are refused. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefusedProgramsTest {

  @TestFactory
  Stream<DynamicTest> what_is_not_supported_is_refused_with_file_and_line(@TempDir Path temporary) {
    return Sample.cases(Sample.HOME.resolve("src/test/resources/rule/refused"), "problems.txt")
        .stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    folder.toUri(),
                    () -> check(folder, temporary.resolve(folder.getFileName()))));
  }

  private static void check(Path folder, Path root) throws IOException {
    Path problems = folder.resolve("problems.txt");
    KnowledgeBase base = Sample.load(root, folder);
    MesagraphException failure =
        catchThrowableOfType(MesagraphException.class, () -> Program.of(base));

    List<String> expected = Files.readAllLines(problems);
    assertThat(expected).isNotEmpty().allMatch(line -> line.matches("\\S+:\\d+: .+: .+"));
    assertThat(failure).isNotNull();
    assertThat(failure.problems().stream().map(Problem::toString))
        .containsExactlyElementsOf(expected);
  }
}
