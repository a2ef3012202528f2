package org.mesagraph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

  private static final Pattern CURRENT_LINE = Pattern.compile("rel-[0-9a-f]{16}\n");
  private static final String UNFINISHED = "new-";
  private static final String SERVING = "serve.lock";
  private static final String LOADING = "load.lock";

  /** A disk with fewer bytes than this counts as full. */
  private static final long LITTLE = 16L << 20;

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
      String name = new String(Files.readAllBytes(folder.resolve(CURRENT)), StandardCharsets.UTF_8);
      if (!CURRENT_LINE.matcher(name).matches()) {
        throw damaged(folder, CURRENT + " names no release");
      }
      return Optional.of(name.strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The releases that are there and can be read, the current one first, then newest first. */
  public List<Release> kept() {
    List<Release> kept = new ArrayList<>();
    for (String name : names()) {
      try {
        kept.add(Release.in(folder.resolve(name)));
      } catch (MesagraphException e) {
        // a damaged one is told of where it is asked for, and by doctor
      }
    }
    return kept;
  }

  /**
   * A release by its name, if it is there.
   *
   * @throws MesagraphException if it is damaged
   */
  public Optional<Release> find(String name) {
    return names().contains(name)
        ? Optional.of(Release.in(folder.resolve(name)))
        : Optional.empty();
  }

  /** Whether there is or ever was a release of this name. */
  public boolean knows(String name) {
    return history().names().contains(name) || before().filter(name::equals).isPresent();
  }

  /** The names of the releases that are there, the current one first, then newest first. */
  private List<String> names() {
    List<String> loaded = new ArrayList<>(history().names());
    Collections.reverse(loaded);
    return Stream.concat(before().stream(), loaded.stream())
        .distinct()
        .filter(name -> Files.isDirectory(folder.resolve(name)))
        .toList();
  }

  private History history() {
    return new History(folder.resolve("releases.log"));
  }

  /**
   * Takes the part of the one process that serves the store; loading needs no part in it.
   *
   * @throws MesagraphException if another process serves it
   */
  public StoreLock serve() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    return StoreLock.take(
        folder.resolve(SERVING),
        folder + " is served by %s – stop that, or load and serve a store of its own folder");
  }

  /** The process that serves the store, if there is one. */
  public Optional<String> server() {
    return StoreLock.owned(folder.resolve(SERVING));
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
      StoreLock lock =
          StoreLock.take(
              folder.resolve(LOADING),
              "another load into " + folder + " is under way, by %s – wait for it");
      try {
        clear(name -> name.startsWith(UNFINISHED));
        return add(write(snapshot, fingerprint, version, clock));
      } finally {
        lock.close();
      }
    } catch (IOException | UncheckedIOException | InternalError e) {
      // InternalError is what Java makes of a mapped file that the disk has no room for
      throw unwritable(folder, e);
    }
  }

  /** The release that was current; none if what names it is damaged. */
  private Optional<String> before() {
    try {
      return currentName();
    } catch (MesagraphException e) {
      return Optional.empty();
    }
  }

  /** Makes a release current, and keeps the one before. */
  private Release add(Release release) throws IOException {
    List<String> kept = Stream.concat(currentName().stream(), Stream.of(release.name())).toList();
    // whoever knows its name may ask for it as soon as it is current
    history().add(release.name(), release.loaded());
    point(release.name());
    clear(
        name ->
            name.startsWith(Release.PREFIX)
                && !kept.contains(name)
                && !DiskDataset.isUsed(folder.resolve(name).resolve(Release.DATASET)));
    return release;
  }

  /** That something in a store is not as it was written. */
  static MesagraphException damaged(Path folder, String what) {
    return new MesagraphException(
        Kind.INPUT,
        "the store is damaged: " + what + " – load it again: mesagraph load --store " + folder);
  }

  /** That a folder cannot be written to, with what is probably in the way. */
  static MesagraphException unwritable(Path folder, Throwable cause) {
    String why =
        folder.toFile().getUsableSpace() < LITTLE
            ? "the disk is full – make room"
            : cause.getMessage() + " – make it writable for this user";
    return new MesagraphException(
        Kind.INPUT,
        folder + " cannot be written to: " + why + "; the release that was current still is",
        cause);
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
    sync(folder);
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
      List<String> faults = IndexCheck.faults(dataset);
      if (!faults.isEmpty()) {
        throw new IllegalStateException("the store does not agree with itself: " + faults);
      }
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
    sync(folder);
  }

  /** Waits until the names in a folder are on disk, where a system knows how. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; there a name may be lost, and with it a load that was told of
    }
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
      Folders.delete(path);
    }
  }
}
