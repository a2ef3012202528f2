package org.mesagraph.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.write.RefusedException.Reason;

/**
 * All changes in their order, in a file that only grows. A change is made when its entry is on
 * disk; everything else follows from that, at the latest at the next start.
 */
final class ChangeLog implements AutoCloseable {

  static final String NAME = "changes.log";
  private static final String TORN = "changes.torn";

  private final Path file;
  private final FileChannel channel;
  private long position;
  private String seal;
  private long length;
  private boolean broken;

  private ChangeLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** What was found in a file, and the log that goes on with it. */
  record Opened(ChangeLog log, LogReader.Found found) {}

  /**
   * Opens the log of a folder; an entry that was cut off at the end, of which nobody was told, is
   * taken away.
   *
   * @throws MesagraphException if another program has it open, or if it is damaged
   */
  static Opened open(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock(file, channel);
      ChangeLog log = new ChangeLog(file, channel);
      if (channel.size() < LogReader.FIRST.length()) {
        log.begin(folder);
      }
      // not through another channel: closing that one would give up the lock
      byte[] bytes = read(channel);
      LogReader.Found found = LogReader.read(file, bytes);
      if (found.length() < channel.size()) {
        // nobody was told of it; but bytes are not thrown away that somebody may want to look at
        Files.write(
            folder.resolve(TORN), Arrays.copyOfRange(bytes, (int) found.length(), bytes.length));
        channel.truncate(found.length());
        channel.force(true);
      }
      log.position = found.position();
      log.seal = found.seal();
      log.length = found.length();
      return new Opened(log, found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      // goes on where it stopped
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static void lock(Path file, FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new MesagraphException(
          Kind.INPUT, file + " is written to by another program – stop that one");
    }
  }

  private void begin(Path folder) throws IOException {
    channel.truncate(0);
    write(LogReader.FIRST.getBytes(StandardCharsets.US_ASCII), 0);
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true); // the name of the file, too, has to be on disk
    }
  }

  /** How many changes there are. */
  long position() {
    return position;
  }

  /** The digest of all of them. */
  String seal() {
    return seal;
  }

  /**
   * Adds an entry, and returns when it is on disk.
   *
   * @throws RefusedException if it cannot be written; then it is not there, or, where the reason is
   *     that the writer has stopped, nobody can tell
   */
  void append(Entry entry) {
    if (broken) {
      throw new RefusedException(Reason.STOPPED, "the log of changes can no longer be written to");
    }
    if (entry.position() != position + 1) {
      throw new IllegalArgumentException("change " + entry.position() + " after " + position);
    }
    byte[] body = EntryText.body(entry).getBytes(StandardCharsets.UTF_8);
    String next = EntryText.seal(seal, body, 0, body.length);
    byte[] end = (EntryText.SEAL + next + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer all = ByteBuffer.allocate(body.length + end.length).put(body).put(end);
    try {
      write(all.array(), length);
    } catch (IOException e) {
      throw takeBack(e);
    }
    position++;
    seal = next;
    length += all.capacity();
  }

  private void write(byte[] bytes, long from) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left, from + left.position());
    }
    channel.force(false);
  }

  private RefusedException takeBack(IOException cause) {
    try {
      channel.truncate(length);
      channel.force(true);
      return new RefusedException(
          Reason.BUSY,
          "the change cannot be recorded: " + cause.getMessage() + " – nothing was changed",
          cause);
    } catch (IOException e) {
      broken = true;
      return new RefusedException(
          Reason.STOPPED,
          file.getFileName()
              + " cannot be written to: "
              + cause.getMessage()
              + " – whether the change is recorded will be known after a restart",
          cause);
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
