package org.mesagraph.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mesagraph.reason.Reasoner;

/**
 * Snapshots that were inspected and found in order, kept so that the next run need not do it again.
 * The folder may be deleted at any time, and several programs may use it at once; whether it can be
 * written to changes nothing but the time that the next run takes.
 *
 * @param folder one file for each fingerprint
 */
public record KeptSnapshots(Path folder) {

  private static final String ENDING = ".kept";

  /** As many as people switch between, such as two branches and what they just edited. */
  private static final int MOST = 4;

  /** The snapshot with a fingerprint, if it was kept and is sound. */
  public Optional<Snapshot> find(Fingerprint fingerprint, Reasoner reasoner) {
    try {
      return SnapshotFile.read(Files.readAllBytes(file(fingerprint)), fingerprint, reasoner);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps a snapshot in which no error was found. */
  public void keep(Snapshot snapshot, Fingerprint fingerprint) {
    byte[] bytes = SnapshotFile.write(snapshot, fingerprint);
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "unfinished", "");
      try {
        Files.write(unfinished, bytes);
        Files.move(unfinished, file(fingerprint), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      for (Path old : oldest()) {
        Files.deleteIfExists(old);
      }
    } catch (IOException e) {
      // a folder that cannot be written to: the next run computes again
    }
  }

  private Path file(Fingerprint fingerprint) {
    return folder.resolve(fingerprint.hex() + ENDING);
  }

  /** What is too much, the files that were written last left out. */
  private List<Path> oldest() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted(Comparator.comparing(KeptSnapshots::written).reversed())
          .skip(MOST)
          .toList();
    }
  }

  private static long written(Path file) {
    // another run may have deleted it meanwhile; then its time is 0
    return file.toFile().lastModified();
  }
}
