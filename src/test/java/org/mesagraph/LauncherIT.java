package org.mesagraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the program that was just packaged. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LauncherIT {

  private static final Path LAUNCHER =
      Path.of(System.getProperty("mesagraph.home", "."), "mesagraph").toAbsolutePath();
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @TempDir Path folder;

  @AfterEach
  void remove_links_out_of_the_folder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void runs_from_another_directory() throws Exception {
    says_its_version(run(LAUNCHER, withJavaHome(), "--version"));
    says_its_version(run(LAUNCHER, withJavaHome(), "version"));
  }

  @Test
  void runs_through_symbolic_links() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("some where/bin"));
    Files.createSymbolicLink(bin.resolve("mesagraph-1"), LAUNCHER);
    Path link = Files.createSymbolicLink(folder.resolve("mg"), Path.of("some where/bin/m"));
    Files.createSymbolicLink(bin.resolve("m"), Path.of("mesagraph-1"));

    says_its_version(run(link, withJavaHome(), "--version"));
  }

  @Test
  void finds_java_on_the_path() throws Exception {
    Map<String, String> environment = withoutJava();
    Files.createSymbolicLink(folder.resolve("bin/java"), JDK.resolve("bin/java"));

    says_its_version(run(LAUNCHER, environment, "--version"));
  }

  @Test
  void finds_java_in_the_usual_folders() throws Exception {
    Map<String, String> environment = withoutJava();
    Path usual = Files.createDirectories(folder.resolve("usual jvms"));
    Files.createSymbolicLink(usual.resolve("jdk-17"), JDK);
    environment.put("MESAGRAPH_JAVA_DIRS", folder.resolve("none") + ":" + usual);

    says_its_version(run(LAUNCHER, environment, "--version"));
  }

  @Test
  void says_what_to_install_when_there_is_no_java() throws Exception {
    CommandRun run = run(LAUNCHER, withoutJava(), "--version");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no JDK 17 or newer found", "install", "JAVA_HOME");
  }

  private static void says_its_version(CommandRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).containsPattern("mesagraph.*[0-9]+\\.[0-9]+");
    assertThat(run.exit()).isZero();
  }

  private Map<String, String> withoutJava() throws IOException {
    Path bin = folder.resolve("bin");
    MiniProject.tools(bin, MiniProject.tools());
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", bin.toString());
    environment.put("HOME", folder.toString());
    environment.put("MESAGRAPH_JAVA_DIRS", "");
    return environment;
  }

  private Map<String, String> withJavaHome() throws IOException {
    Map<String, String> environment = withoutJava();
    environment.put("JAVA_HOME", JDK.toString());
    return environment;
  }

  private CommandRun run(Path launcher, Map<String, String> environment, String argument)
      throws IOException, InterruptedException {
    return CommandRun.start(folder, environment, "", List.of(launcher.toString(), argument)).end();
  }
}
