package org.mesagraph.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.store.Manifest.Content;

/**
 * One loaded state of everything in a folder of its own, which nobody changes once it has its name.
 * The name ends with the digest of the manifest, and the manifest has the digest of every file.
 */
public final class Release {

  static final String PREFIX = "rel-";
  static final String MANIFEST = "manifest.json";
  static final String KEPT = "snapshot.kept";
  static final String DATASET = "tdb2";

  private static final int DIGITS = 16;
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final Manifest manifest;

  private Release(Path folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * The release in a folder, of which nothing but the manifest is read.
   *
   * @throws MesagraphException if the manifest is missing or not the one that was written
   */
  static Release in(Path folder) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(MANIFEST));
      if (!folder.getFileName().toString().equals(name(bytes))) {
        throw damaged(folder, MANIFEST + " is not the one that was written");
      }
      return new Release(folder, Manifest.parse(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw damaged(folder, MANIFEST + " cannot be read");
    } catch (IllegalArgumentException e) {
      throw damaged(folder, MANIFEST + " is of another version of this program");
    }
  }

  /** The name of the release that has a manifest of these bytes. */
  static String name(byte[] manifest) {
    return PREFIX + Digests.hex(manifest).substring(0, DIGITS);
  }

  /** Its name, which no other release has. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** When it was loaded, in UTC. */
  public String loaded() {
    return manifest.loaded();
  }

  /** What it was loaded from. */
  public Fingerprint fingerprint() {
    return manifest.fingerprint();
  }

  /** How many triples each graph has. */
  public SortedMap<String, Long> graphs() {
    return manifest.graphs();
  }

  /**
   * Compares every file with the manifest.
   *
   * @throws MesagraphException if one is missing or not as it was loaded
   */
  public void verify() {
    List<String> faults = faults();
    if (!faults.isEmpty()) {
      throw damaged(folder, faults.get(0));
    }
  }

  /** What is wrong with the files, if anything is. */
  List<String> faults() {
    // the files are mostly empty space, so that reading them is most of the work
    return manifest.files().entrySet().parallelStream()
        .flatMap(expected -> fault(expected.getKey(), expected.getValue()).stream())
        .sorted()
        .toList();
  }

  private Optional<String> fault(String name, Content expected) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.of(name + " is missing");
    }
    try {
      return content(file).equals(expected)
          ? Optional.empty()
          : Optional.of(name + " is not as it was loaded");
    } catch (IOException e) {
      return Optional.of(name + " cannot be read");
    }
  }

  /** Looks at everything; takes as long as loading. */
  public List<Examination> examine(Reasoner reasoner) {
    return ReleaseExamination.of(this, reasoner);
  }

  /**
   * The snapshot that was loaded, with the dataset on disk; verify it before. Whether the dataset
   * agrees with itself is looked at here, as what its files held when they were loaded is no proof
   * of it.
   *
   * @throws MesagraphException if another program has it open, or it does not agree
   */
  public Snapshot open(Reasoner reasoner) {
    Snapshot opened = recall(reasoner).on(DiskDataset.open(folder.resolve(DATASET)));
    List<String> faults = IndexCheck.faults(opened.writable());
    if (!faults.isEmpty()) {
      opened.close();
      throw damaged(folder, DATASET + ": " + faults.get(0));
    }
    return opened;
  }

  /**
   * The snapshot that was loaded, with the dataset in memory: for a release that few ask for, and
   * that others may have open.
   *
   * @throws MesagraphException if its file is not as it was written
   */
  public Snapshot recall(Reasoner reasoner) {
    return SnapshotFile.read(Digests.bytes(folder.resolve(KEPT)), fingerprint(), reasoner)
        .orElseThrow(() -> damaged(folder, KEPT + " is of another version of this program"));
  }

  /**
   * Lets somebody look at the dataset, whoever has it open: others have no part in a copy, and the
   * files of a release never change.
   */
  <T> T reading(Function<DatasetGraph, T> look) {
    Path own = folder.resolve(DATASET);
    return DiskDataset.isUsed(own) ? DiskDataset.inCopy(own, look) : DiskDataset.in(own, look);
  }

  /** Every file below a folder with its content; the locks of whoever has it open are left out. */
  static SortedMap<String, Content> contents(Path folder) {
    SortedMap<String, Content> contents = new TreeMap<>();
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) below.filter(Files::isRegularFile)::iterator) {
        if (!file.getFileName().toString().endsWith(".lock")) {
          contents.put(folder.relativize(file).toString().replace('\\', '/'), content(file));
        }
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Content content(Path file) throws IOException {
    MessageDigest digest = Digests.sha256();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    }
    return new Content(bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MesagraphException damaged(Path release, String what) {
    return StoreFolder.damaged(release.getParent(), release.getFileName() + "/" + what);
  }
}
