package org.mesagraph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * A folder of releases, of which one is current. A load writes a new release beside the others,
 * verifies it, and then says in one step that it is current; the one before is kept.
 *
 * @param folder where the releases lie
 */
public record StoreFolder(Path folder) {

  /** Holds the name of the current release. */
  private static final String CURRENT = "current";

  private static final String UNFINISHED = "new-";

  /**
   * The current release, if there is one.
   *
   * @throws MesagraphException if there should be one and it cannot be used
   */
  public Optional<Release> current() {
    return currentName().map(name -> Release.in(folder.resolve(name)));
  }

  private Optional<String> currentName() {
    try {
      return Optional.of(Files.readString(folder.resolve(CURRENT)).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a release of a snapshot and makes it current.
   *
   * @param version of this program
   * @throws MesagraphException if another load is under way, or the snapshot holds what a store
   *     would not keep as it is
   */
  public Release load(Snapshot snapshot, Fingerprint fingerprint, String version, Clock clock) {
    // everything that may be refused is refused before the dataset is opened
    DiskDataset.refuseOthers(snapshot.base());
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(
              folder.resolve("load.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock(channel);
        clear(name -> name.startsWith(UNFINISHED));
        Release release = write(snapshot, fingerprint, version, clock);
        Set<String> kept =
            Stream.concat(currentName().stream(), Stream.of(release.name()))
                .collect(Collectors.toSet());
        point(release.name());
        clear(name -> name.startsWith(Release.PREFIX) && !kept.contains(name));
        return release;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Locks the folder until the channel is closed. */
  private void lock(FileChannel channel) throws IOException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw new MesagraphException(
          Kind.INPUT, "another load into " + folder + " is under way – wait for it");
    }
  }

  private Release write(Snapshot snapshot, Fingerprint fingerprint, String version, Clock clock)
      throws IOException {
    Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
    put(unfinished.resolve(Release.KEPT), SnapshotFile.write(snapshot, fingerprint));
    Path dataset = Files.createDirectory(unfinished.resolve(Release.DATASET));
    fill(dataset, snapshot);
    SortedMap<String, Long> graphs = count(dataset, snapshot);
    byte[] manifest =
        new Manifest(
                version,
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                fingerprint,
                Release.contents(unfinished),
                graphs)
            .toJson()
            .getBytes(StandardCharsets.UTF_8);
    put(unfinished.resolve(Release.MANIFEST), manifest);
    Path release = folder.resolve(Release.name(manifest));
    Files.move(unfinished, release, StandardCopyOption.ATOMIC_MOVE);
    return Release.in(release);
  }

  private static void fill(Path folder, Snapshot snapshot) {
    DatasetGraph dataset = DiskDataset.open(folder);
    try {
      Txn.executeWrite(dataset, () -> Snapshot.fill(dataset, snapshot.base(), snapshot.inferred()));
    } finally {
      DiskDataset.close(dataset);
    }
  }

  /** Reads everything back, compares it with what it should be, and counts it. */
  private static SortedMap<String, Long> count(Path folder, Snapshot snapshot) {
    DatasetGraph dataset = DiskDataset.open(folder);
    try {
      return Txn.calculateRead(
          dataset,
          () -> {
            Set<Quad> expected = snapshot.quads();
            SortedMap<String, Long> graphs = new TreeMap<>();
            long found = 0;
            for (Quad quad : (Iterable<Quad>) dataset::find) {
              if (!expected.contains(quad)) {
                throw new IllegalStateException("the store holds what was not loaded: " + quad);
              }
              graphs.merge(quad.getGraph().getURI(), 1L, Long::sum);
              found++;
            }
            if (found != expected.size()) {
              throw new IllegalStateException(
                  "the store holds " + found + " quads of " + expected.size());
            }
            return graphs;
          });
    } finally {
      DiskDataset.close(dataset);
    }
  }

  /** Makes a release current, in one step. */
  private void point(String name) throws IOException {
    Path unfinished = folder.resolve(UNFINISHED + CURRENT);
    put(unfinished, (name + "\n").getBytes(StandardCharsets.UTF_8));
    Files.move(unfinished, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes a file and waits until it is on disk. */
  private static void put(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private void clear(Predicate<String> unwanted) throws IOException {
    List<Path> found;
    try (Stream<Path> entries = Files.list(folder)) {
      found = entries.filter(path -> unwanted.test(path.getFileName().toString())).toList();
    }
    for (Path path : found) {
      try (Stream<Path> below = Files.walk(path)) {
        for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
