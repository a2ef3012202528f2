package org.mesagraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of the launcher in a folder of its own, with a Maven and a JDK that only pretend. Nothing
 * but the launcher's own tools is on its PATH.
 *
 * @param folder holds {@code project}, {@code bin} (the PATH), {@code jdk} and {@code home}
 */
record MiniProject(Path folder) {

  private static final List<String> TOOLS =
      List.of(
          "bash",
          "dirname",
          "find",
          "head",
          "ln",
          "mkdir",
          "mv",
          "ps",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "tail",
          "touch",
          "tr",
          "wc",
          "env",
          "cat");

  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      cat >/dev/null
      mkdir -p "$HOME/.m2/repository/some"
      touch "$HOME/.m2/repository/some/library-$$.jar"
      echo "[INFO] --- maven-compiler-plugin:3.14.0:compile (default-compile) @ mini ---"
      echo "$PWD: $JAVA_HOME: mvn $*" >>"$HOME/builds"
      while [ -e "$HOME/hold" ]; do sleep 0.1; done
      if [ -e "$HOME/broken" ]; then echo "[ERROR] it broke"; exit 1; fi
      mkdir -p target/lib
      echo jar >target/mesagraph.jar
      """;

  private static final String JAVA =
      """
      #!/usr/bin/env bash
      for argument in "$@"; do
        case $argument in
          -XX:ArchiveClassesAtExit=*)
            echo "$*" >>"$HOME/rehearsals"
            [ ! -e "$HOME/archives" ] || echo classes >"${argument#*=}"
            ;;
        esac
      done
      echo "java $*"
      cat
      """;

  static MiniProject in(Path folder) throws IOException {
    MiniProject mini = new MiniProject(folder.toRealPath());
    Files.createDirectories(mini.folder().resolve("home"));
    mini.write("project/pom.xml", "");
    mini.write("project/.mvn/maven.config", "");
    mini.write("project/src/main/java/Some.java", "");
    mini.write("project/src/test/java/SomeTest.java", "");
    mini.write("project/ontology/core.ttl", "");
    Path launcher = Path.of(System.getProperty("mesagraph.home", "."), "mesagraph");
    executable(mini.folder().resolve("project/mesagraph"), Files.readString(launcher));
    executable(mini.folder().resolve("bin/mvn"), MAVEN);
    mini.jdk("jdk", "17.0.1");
    tools(mini.folder().resolve("bin"), TOOLS);
    return mini;
  }

  /** Puts tools of this machine into a folder; what it does not have is left out. */
  static void tools(Path bin, List<String> names) throws IOException {
    for (String name : names) {
      for (String folder : List.of("/usr/bin", "/bin")) {
        Path tool = Path.of(folder, name);
        if (Files.isExecutable(tool)) {
          executable(bin.resolve(name), "#!/bin/sh\nexec " + tool + " \"$@\"\n");
        }
      }
    }
  }

  static List<String> tools() {
    return TOOLS;
  }

  void jdk(String name, String version) throws IOException {
    executable(folder.resolve(name + "/bin/java"), JAVA);
    executable(folder.resolve(name + "/bin/javac"), JAVA);
    write(name + "/release", "IMPLEMENTOR=\"None\"\nJAVA_VERSION=\"" + version + "\"\n");
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void delete(String file) throws IOException {
    Files.delete(folder.resolve(file));
  }

  boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  /** Makes a file newer than everything so far. */
  void touch(String file) throws IOException {
    Files.setLastModifiedTime(folder.resolve(file), FileTime.from(Instant.now().plusSeconds(1)));
  }

  /** Dates everything in the project back, so that the next file written is the newest. */
  void age() throws IOException {
    FileTime past = FileTime.from(Instant.now().minusSeconds(60));
    try (Stream<Path> files = Files.walk(folder.resolve("project"))) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, past);
      }
    }
  }

  List<String> builds() throws IOException {
    return lines("home/builds");
  }

  /** With what options Java was started to prepare a quicker start. */
  List<String> rehearsals() throws IOException {
    return lines("home/rehearsals");
  }

  private List<String> lines(String file) throws IOException {
    return has(file) ? Files.readAllLines(folder.resolve(file)) : List.of();
  }

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", folder.resolve("bin").toString());
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("JAVA_HOME", folder.resolve("jdk").toString());
    environment.put("MESAGRAPH_JAVA_DIRS", "");
    return environment;
  }

  CommandRun run(String... arguments) throws IOException, InterruptedException {
    return run(environment(), arguments);
  }

  CommandRun run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return start(environment, "", arguments).end();
  }

  CommandRun.Running start(Map<String, String> environment, String input, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("project/mesagraph").toString());
    command.addAll(List.of(arguments));
    return CommandRun.start(folder, environment, input, command);
  }
}
