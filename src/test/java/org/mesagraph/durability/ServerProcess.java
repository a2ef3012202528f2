package org.mesagraph.durability;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * This program as a process of its own, to be killed.
 *
 * @param talk what it says, on both of its outputs
 */
record ServerProcess(Process process, Path talk) {

  static final String TOKEN = "a-token-of-the-tests-0123456789abcdef";

  private static final Pattern ADDRESS = Pattern.compile("pages (http://127\\.0\\.0\\.1:\\d+)/");
  private static final long PATIENCE_SECONDS = 120;

  /** Starts a command of this program. */
  static ServerProcess start(Path talk, String... arguments) throws IOException {
    return start(talk, List.of(), arguments);
  }

  /** The same with options for its virtual machine. */
  static ServerProcess start(Path talk, List<String> options, String... arguments)
      throws IOException {
    return start(talk, List.of(), options, arguments);
  }

  /**
   * The same.
   *
   * @param before a command that runs it, such as one that limits it
   */
  static ServerProcess start(
      Path talk, List<String> before, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // as the launcher has them
    command.addAll(List.of("-Xss1m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.mesagraph.cli.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(talk.toFile());
    builder.environment().put("MESAGRAPH_TOKEN", TOKEN);
    return new ServerProcess(builder.start(), talk);
  }

  /** Waits until it has said something. */
  ServerProcess awaitTalk(String part) throws IOException, InterruptedException {
    long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!said().contains(part)) {
      if (!process.isAlive() || System.nanoTime() > last) {
        process.destroyForcibly();
        throw new IllegalStateException("never said “" + part + "” but: " + said());
      }
      Thread.sleep(10);
    }
    return this;
  }

  /** Waits until it answers; where. */
  URI awaitAddress() throws IOException, InterruptedException {
    awaitTalk("ready in");
    Matcher address = ADDRESS.matcher(said());
    if (!address.find()) {
      throw new IllegalStateException("no address in: " + said());
    }
    return URI.create(address.group(1));
  }

  String said() throws IOException {
    return Files.readString(talk);
  }

  /** Ends it as the power cord does, as far as a process can tell. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    end();
  }

  /** Waits for its end; the exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("no end after " + PATIENCE_SECONDS + " s");
    }
    return process.exitValue();
  }
}
