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
import java.util.zip.Adler32;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.dboe.transaction.txn.ComponentId;

/**
 * A journal of TDB2 whose last entry was cut off when its writer was killed. Such an entry is part
 * of a change that nobody was told of: that a change is made is an entry of its own, written after
 * all others and waited for. TDB2 5.6 refuses to open a dataset with such a journal; without the
 * part of an entry it passes over what was not made.
 *
 * <p>An entry begins with the length of its data, or a negative number if it has none, and a sum
 * over all of it. A journal in which a whole entry has another sum is damaged in another way, and
 * left alone.
 */
final class TornJournal {

  private static final String NAME = "journal.jrnl";
  private static final String GENERATIONS = "Data-";
  private static final int SUM = Integer.BYTES;

  /** Length, sum and type, and the component that the entry is for. */
  private static final int HEADER = 3 * Integer.BYTES + ComponentId.SIZE;

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
    ProcessFileLock lock = ProcessFileLock.create(dataset.resolve(DiskDataset.LOCK).toString());
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

  /** Where the last entry ends that is there in full; the end of the file if one is wrong. */
  private static long whole(FileChannel channel) throws IOException {
    long size = channel.size();
    long end = 0;
    while (end + HEADER <= size) {
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      channel.read(header, end);
      int length = Math.max(0, header.getInt(0));
      long next = end + HEADER + length;
      if (next > size) {
        return end;
      }
      ByteBuffer data = ByteBuffer.allocate(length);
      channel.read(data, end + HEADER);
      if (header.getInt(SUM) != sum(header, data)) {
        return size;
      }
      end = next;
    }
    return end;
  }

  /** The sum of an entry, which counts as 0 in it. */
  private static int sum(ByteBuffer header, ByteBuffer data) {
    byte[] bytes = header.array().clone();
    ByteBuffer.wrap(bytes).putInt(SUM, 0);
    Adler32 sum = new Adler32();
    sum.update(bytes);
    sum.update(data.array());
    return (int) sum.getValue();
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
