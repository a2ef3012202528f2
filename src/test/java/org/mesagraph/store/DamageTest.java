package org.mesagraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.reason.MaterializingReasoner;

/** Every file of a store damaged in every way: it is never served. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DamageTest {

  private static final boolean STRESS = Boolean.getBoolean("mesagraph.stress");
  private static final int FLIPS = STRESS ? 10 : 1;
  private static final int FLIPS_OF_A_DATASET = STRESS ? 100 : 6;

  /** As much of a file of TDB2 as a small world fills; most of the rest is room for growth. */
  private static final int USED = 1 << 13;

  private final long seed = Long.getLong("mesagraph.seed", 1);
  private final Random random = new Random(seed);

  @TempDir private Path files;

  @TempDir(factory = QuickFolder.class)
  private Path folder;

  private StoreFolder store;
  private Snapshot snapshot;

  @BeforeEach
  void make_a_world() throws IOException {
    store = new StoreFolder(folder.resolve("store"));
    snapshot = World.snapshot(files);
  }

  @Test
  void whatever_happens_to_a_file_the_store_is_refused_with_a_cure() throws IOException {
    Path release = store.folder().resolve(load().name());
    List<Path> all = new ArrayList<>(filesBelow(release));
    all.add(store.folder().resolve("current"));
    int refused = 0;
    for (Path file : all) {
      byte[] sound = Files.readAllBytes(file);
      for (Damage damage : damages(sound)) {
        damage.to(file);
        assertRefused(file);
        refused++;
      }
      Files.write(file, sound);
    }
    serve();
    tell(refused + " damaged stores, all of them refused");
  }

  private interface Damage {
    void to(Path file) throws IOException;
  }

  /** Ways to damage a file: every way under stress, else one for each file. */
  private List<Damage> damages(byte[] sound) {
    List<Damage> damages = new ArrayList<>();
    for (int i = 0; i < FLIPS && sound.length > 0; i++) {
      int at = random.nextInt(sound.length);
      damages.add(file -> Files.write(file, flipped(sound, at)));
    }
    if (sound.length > 1) {
      damages.add(file -> Files.write(file, Arrays.copyOf(sound, sound.length / 2)));
      damages.add(file -> Files.write(file, Arrays.copyOf(sound, sound.length - 1)));
    }
    damages.add(file -> Files.write(file, Arrays.copyOf(sound, sound.length + 1)));
    damages.add(file -> Files.write(file, new byte[sound.length + 8]));
    damages.add(DamageTest::remove);
    return STRESS ? damages : List.of(damages.get(random.nextInt(damages.size())));
  }

  /** Without the file that names it a release is never used, but nor is it damaged. */
  private static void remove(Path file) throws IOException {
    if (file.endsWith("current")) {
      Files.write(file, new byte[0]);
    } else {
      Files.delete(file);
    }
  }

  private static void tell(String what) {
    if (STRESS) {
      System.out.println(what);
    }
  }

  private byte[] flipped(byte[] sound, int at) {
    byte[] damaged = sound.clone();
    damaged[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return damaged;
  }

  private void assertRefused(Path file) {
    assertThatThrownBy(this::serve, "%s, -Dmesagraph.seed=%d", file, seed)
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("the store is damaged")
        .hasMessageContaining("mesagraph load --store " + store.folder());
  }

  /** What a server does before it answers. */
  private void serve() {
    Release release = store.current().orElseThrow();
    release.verify();
    release.open(new MaterializingReasoner()).close();
  }

  @Test
  void a_dataset_that_agrees_with_itself_holds_what_was_written() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Backing.DISK.close(Backing.DISK.put(snapshot, disk));
    int detected = 0;
    int tried = 0;
    for (Path file : filesBelow(disk)) {
      byte[] sound = Files.readAllBytes(file);
      int used = Math.min(sound.length, USED);
      for (int i = 0; i < FLIPS_OF_A_DATASET && used > 0; i++) {
        int at = random.nextInt(used);
        Files.write(file, flipped(sound, at));
        String where = file + ":" + at + ", -Dmesagraph.seed=" + seed;
        tried++;
        detected += isDetected(disk, where) ? 1 : 0;
      }
      Files.write(file, sound);
    }
    assertThat(detected).as("a check that finds nothing is none").isPositive();
    tell(detected + " of " + tried + " flips in a dataset were found, the others had no effect");
  }

  /** Whether the damage is found; if it is not, nothing may have changed. */
  private boolean isDetected(Path disk, String where) {
    DatasetGraph dataset;
    try {
      dataset = DiskDataset.open(disk);
    } catch (MesagraphException e) {
      return true;
    }
    try {
      if (!IndexCheck.faults(dataset).isEmpty()) {
        return true;
      }
      Supplier<Set<Quad>> stated = () -> World.stated(dataset);
      Supplier<Set<Triple>> inferred = () -> World.inferred(dataset);
      assertThat(Txn.calculateRead(dataset, stated))
          .as(where)
          .isEqualTo(World.quads(snapshot.base()));
      assertThat(Txn.calculateRead(dataset, inferred))
          .as(where)
          .isEqualTo(Set.copyOf(snapshot.inferred()));
      return false;
    } finally {
      DiskDataset.close(dataset);
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      return below
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".lock"))
          .sorted()
          .toList();
    }
  }

  private Release load() {
    return store.load(snapshot, new Fingerprint("a".repeat(64)), "test", Clock.systemUTC());
  }
}
