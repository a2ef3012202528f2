package org.mesagraph.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.ProcessFileLock;

/**
 * A journal of TDB2 whose last entry was cut off when its writer was killed. Such an entry is part
 * of a change that nobody was told of: that a change is made is an entry of its own, written after
 * all others and waited for. TDB2 5.6 refuses to open a dataset with such a journal; without the
 * part of an entry it passes over what was not made.
 *
 * <p>An entry is 28 bytes of header, of which the first four are the length of what follows it, or
 * a negative number if nothing does.
 */
final class TornJournal {

  private static final String NAME = "journal.jrnl";
  private static final String LOCK = "tdb.lock";
  private static final String GENERATIONS = "Data-";
  private static final int HEADER = 28;

  private TornJournal() {}

  /**
   * Cuts off the part of an entry at the end of a dataset's journal, unless somebody has the
   * dataset open.
   *
   * @return whether there was one
   */
  static boolean mend(Path dataset) throws IOException {
    Optional<Path> journal = journal(dataset);
    if (journal.isEmpty() || !isTorn(journal.get())) {
      return false;
    }
    // the lock that TDB2 takes itself: what is torn may be what a writer is just writing
    ProcessFileLock lock = ProcessFileLock.create(dataset.resolve(LOCK).toString());
    if (lock.isLockedHere() || !lock.tryLock()) {
      return false;
    }
    try {
      return cut(journal.get());
    } finally {
      ProcessFileLock.release(lock);
    }
  }

  private static boolean isTorn(Path journal) throws IOException {
    try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
      return whole(channel) < channel.size();
    }
  }

  private static boolean cut(Path journal) throws IOException {
    try (FileChannel channel =
        FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long whole = whole(channel);
      boolean torn = whole < channel.size();
      if (torn) {
        channel.truncate(whole);
        channel.force(true);
      }
      return torn;
    }
  }

  /** Where the last entry ends that is there in full. */
  private static long whole(FileChannel channel) throws IOException {
    long end = 0;
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    while (end + HEADER <= channel.size()) {
      length.clear();
      channel.read(length, end);
      long next = end + HEADER + Math.max(0, length.getInt(0));
      if (next > channel.size()) {
        return end;
      }
      end = next;
    }
    return end;
  }

  /** The journal of the generation in use, which is the last. */
  private static Optional<Path> journal(Path dataset) throws IOException {
    try (Stream<Path> folders = Files.list(dataset)) {
      List<Path> generations =
          folders
              .filter(folder -> folder.getFileName().toString().startsWith(GENERATIONS))
              .sorted(Comparator.reverseOrder())
              .toList();
      return generations.stream().findFirst().map(g -> g.resolve(NAME)).filter(Files::exists);
    }
  }
}
