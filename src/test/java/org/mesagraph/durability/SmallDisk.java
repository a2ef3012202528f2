package org.mesagraph.durability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A disk in memory of a few megabytes, where whoever runs the tests may mount one.
 *
 * @param folder where it is mounted
 */
record SmallDisk(Path folder) implements AutoCloseable {

  private static final int BLOCK = 4_096;

  /** Mounts one; none where that is not allowed. */
  static Optional<SmallDisk> mount(Path folder, int megabytes)
      throws IOException, InterruptedException {
    boolean mounted =
        run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", folder + ""));
    return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
  }

  /** Lets nobody write to it any more, or lets them again. */
  void writable(boolean writable) throws IOException, InterruptedException {
    String options = "remount," + (writable ? "rw" : "ro");
    if (!run(List.of("mount", "-o", options, folder.toString()))) {
      throw new IllegalStateException(folder + " cannot be mounted with " + options);
    }
  }

  /** Fills it up but for so many bytes. */
  void fill(long left) throws IOException {
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (folder.toFile().getUsableSpace() > left) {
        out.write(block);
        out.flush();
      }
    }
  }

  /** Makes room again. */
  void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  private static boolean run(List<String> command) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      if (!run(List.of("umount", folder.toString()))) {
        run(List.of("umount", "-l", folder.toString()));
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
