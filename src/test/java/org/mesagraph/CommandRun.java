package org.mesagraph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a finished command left behind. */
record CommandRun(int exit, String out, String err) {

  private static final int SECONDS = 60;

  /** A command that runs, with its output going to files so that no pipe can fill up. */
  record Running(Process process, Path out, Path err) {

    /** Waits until the command has said something on stderr. */
    void awaitTalk(String part) throws IOException, InterruptedException {
      Instant last = Instant.now().plusSeconds(SECONDS);
      while (!Files.readString(err).contains(part)) {
        if (Instant.now().isAfter(last)) {
          throw new IllegalStateException("never said \"" + part + "\": " + process.info());
        }
        Thread.sleep(20);
      }
    }

    CommandRun end() throws IOException, InterruptedException {
      try {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException("no end after " + SECONDS + " s: " + process.info());
        }
        return new CommandRun(
            process.exitValue(), Files.readString(out).strip(), Files.readString(err).strip());
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    }
  }

  /** Starts a command with a given input and nothing in its environment but what is given. */
  static Running start(
      Path folder, Map<String, String> environment, String input, List<String> command)
      throws IOException {
    Path out = Files.createTempFile("run", ".out");
    Path err = Files.createTempFile("run", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    return new Running(process, out, err);
  }
}
