package org.mesagraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Holds the README and the description of the model to what the program does: each {@code console}
 * block is run, and what it prints must be what the block shows. A line of one ellipsis stands for
 * any lines, an ellipsis within a line for any characters.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ReadmeIT {

  private static final Path ROOT =
      Path.of(System.getProperty("mesagraph.home", ".")).toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```console\\n\\$ ([^\\n]+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final int MOST_LINES = 120;

  private record Block(String command, String shown) {}

  private static List<Block> blocks() throws IOException {
    return blocks("README.md");
  }

  private static List<Block> blocks(String file) throws IOException {
    Matcher matcher = BLOCK.matcher(Files.readString(ROOT.resolve(file)));
    List<Block> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), matcher.group(2)));
    }
    return blocks;
  }

  @TestFactory
  Stream<DynamicTest> commands_print_what_the_readme_shows() throws IOException {
    return commands(blocks());
  }

  @TestFactory
  Stream<DynamicTest> commands_print_what_the_description_of_the_model_shows() throws IOException {
    List<Block> blocks = blocks("docs/model.md");
    assertThat(blocks).hasSizeGreaterThan(2);
    return commands(blocks);
  }

  private static Stream<DynamicTest> commands(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> block.command().startsWith("./mesagraph "))
        .filter(block -> !block.command().startsWith("./mesagraph serve"))
        .map(block -> DynamicTest.dynamicTest(block.command(), () -> check(block)));
  }

  private static void check(Block block) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("readme", ".err");
    Process process =
        new ProcessBuilder("bash", "-c", block.command())
            .directory(ROOT.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue())
          .as("exit code; stderr: %s", Files.readString(errors))
          .isEqualTo(printed.contains("does not follow") ? 1 : 0);
      assertThat(printed).matches(pattern(block.shown()));
    } finally {
      process.destroyForcibly();
      Files.delete(errors);
    }
  }

  private static Pattern pattern(String shown) {
    StringBuilder regex = new StringBuilder();
    for (String line : shown.lines().toList()) {
      if (line.equals("…")) {
        regex.append("(?:[^\\n]*\\n)*?");
      } else {
        List<String> parts = Stream.of(line.split("…", -1)).map(Pattern::quote).toList();
        regex.append(String.join("[^\\n]*", parts)).append("\\n");
      }
    }
    return Pattern.compile(regex.toString());
  }

  @Test
  void serve_answers_as_the_readme_says() throws IOException, InterruptedException {
    assertThat(blocks()).extracting(Block::command).contains("./mesagraph serve");
    Process process =
        new ProcessBuilder("./mesagraph", "serve", "--port", "0").directory(ROOT.toFile()).start();
    try (BufferedReader talk = process.errorReader(StandardCharsets.UTF_8)) {
      String base = "";
      String line = talk.readLine();
      while (line != null && !line.startsWith("ready")) {
        Matcher address = Pattern.compile("http://127\\.0\\.0\\.1:\\d+").matcher(line);
        base = base.isEmpty() && address.find() ? address.group() : base;
        line = talk.readLine();
      }
      assertThat(line).as("the line that says it is ready").isNotNull();
      HttpClient client = HttpClient.newHttpClient();
      assertThat(
              client
                  .send(
                      HttpRequest.newBuilder(URI.create(base + "/health")).build(),
                      BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(200);
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void the_build_server_runs_the_maven_lines_of_the_readme() throws IOException {
    List<String> ours =
        blocks().stream().map(Block::command).filter(c -> c.startsWith("mvn ")).toList();
    List<String> theirs =
        Files.readAllLines(ROOT.resolve(".ci/run")).stream()
            .filter(line -> line.startsWith("mvn "))
            .toList();
    assertThat(ours).isEqualTo(List.of("mvn verify")).isEqualTo(theirs);
  }

  @Test
  void the_readme_is_short_and_begins_with_the_set_up() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(MOST_LINES);
    assertThat(blocks()).extracting(Block::command).startsWith("./mesagraph serve", "mvn verify");
  }
}
