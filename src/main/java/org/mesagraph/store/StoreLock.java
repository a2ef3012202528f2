package org.mesagraph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * A part in which there is one process at a time, such as the one that serves a store. The system
 * lets go of it when the process ends, however it ends; the file tells others who it is.
 */
public final class StoreLock implements AutoCloseable {

  private final FileChannel channel;

  private StoreLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the part of a lock file, until it is closed.
   *
   * @param refusal what to say if it is taken, with %s for by whom
   * @throws MesagraphException if another has it
   */
  static StoreLock take(Path file, String refusal) {
    return tryTake(file)
        .orElseThrow(() -> new MesagraphException(Kind.INPUT, String.format(refusal, owner(file))));
  }

  /**
   * Which other process has the part, if any; nothing is written. Not for the one that has it: who
   * closes a file gives up every lock on it, by the rules of POSIX.
   */
  static Optional<String> owned(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return isLocked(channel) ? Optional.empty() : Optional.of(owner(file));
    } catch (IOException e) {
      // what cannot be written to cannot be held either
      return Optional.empty();
    }
  }

  private static Optional<StoreLock> tryTake(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        return Optional.empty();
      }
      String owner = "process " + ProcessHandle.current().pid() + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
      return Optional.of(new StoreLock(channel));
    } catch (IOException e) {
      throw StoreFolder.unwritable(file.getParent(), e);
    }
  }

  /** Whether a channel now has the lock, which it loses when it is closed. */
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String owner(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? "another process" : text;
    } catch (IOException e) {
      return "another process";
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
