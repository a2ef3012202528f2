package org.mesagraph.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own, to be attacked. Its program prints {@code PORT n} once it
 * answers and ends when its input ends, so that none outlives the tests.
 */
final class Target implements AutoCloseable {

  private static final long START_SECONDS = 90;

  private final String name;
  private final Process process;
  private final Path output;
  private final Tripwires wires;
  private final int port;

  private Target(String name, Process process, Path output, Tripwires wires, int port) {
    this.name = name;
    this.process = process;
    this.output = output;
    this.wires = wires;
    this.port = port;
  }

  /**
   * Starts a program and returns once it answers.
   *
   * @param options of the virtual machine, such as -Xmx256m
   */
  static Target start(String name, Class<?> program, List<String> options, List<String> arguments) {
    try {
      Path folder = Files.createTempDirectory("mesagraph-attack");
      Tripwires wires = Tripwires.in(folder);
      Path output = folder.resolve("output");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      command.add("-Xss1m");
      command.add("-Dmesagraph.home=" + System.getProperty("mesagraph.home", "."));
      command.addAll(wires.options());
      command.add(program.getName());
      command.addAll(arguments);
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectErrorStream(true)
              .start();
      return new Target(name, process, output, wires, port(name, process, output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(String name, Process process, Path output) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < end) {
      for (String line : Files.readAllLines(output)) {
        if (line.startsWith("PORT ")) {
          return Integer.parseInt(line.substring("PORT ".length()));
        }
      }
      if (!process.isAlive()) {
        break;
      }
      pause();
    }
    process.destroyForcibly();
    throw new IllegalStateException(name + " did not start: " + Files.readString(output));
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  /** What an innocent visitor asks: of ours a saved query, of others the smallest of all. */
  String visited() {
    return name.equals("ours") ? "/q/evidence-matrix.json" : "/sparql?query=ASK%7B%7D";
  }

  /** The same as it is sent. */
  String visit() {
    return "GET " + visited() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
  }

  Tripwires wires() {
    return wires;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Everything that it has printed, its log among it. */
  String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
