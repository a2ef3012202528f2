package org.mesagraph.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.store.QuickFolder;
import org.mesagraph.store.StoreFolder;

/** A machine that has no room, no memory or no permission left, and a store that is taken. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaultTest {

  private static final boolean STRESS = Boolean.getBoolean("mesagraph.stress");
  private static final int TIMES = STRESS ? 10 : 1;
  private static final int STORMS = STRESS ? 10 : 1;
  private static final int ABORTS = STRESS ? 50 : 2;
  private static final int MEGABYTES = 40;
  private static final int HOGS = 16;
  private static final int INPUT = 3;

  @TempDir private Path folder;

  @TempDir(factory = QuickFolder.class)
  private Path disk;

  private World world;

  @BeforeEach
  void make_a_world() throws IOException {
    world = World.in(folder, disk);
  }

  @Test
  void a_store_is_served_by_one_process_and_the_other_is_told_by_which() throws Exception {
    ServerProcess first = world.serve();
    try {
      URI address = first.awaitAddress();
      for (int i = 0; i < TIMES; i++) {
        ServerProcess second = world.serve();
        assertThat(second.end()).isEqualTo(INPUT);
        assertThat(second.said())
            .contains("error: ")
            .contains("is served by process " + first.process().pid());
      }
      assertThat(Reader.of(address).ask()).isNotEmpty();
    } finally {
      first.kill();
    }
    ServerProcess third = world.serve();
    third.awaitAddress();
    third.kill();
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_told_with_a_cure() throws Exception {
    try (SmallDisk small = small()) {
      World there = new World(world.root(), small.folder().resolve("store"), world.talks());
      assertThat(there.load().end()).isZero();
      String before = new StoreFolder(there.store()).current().orElseThrow().name();
      small.writable(false);
      there.edit("read-only");
      for (int i = 0; i < TIMES; i++) {
        for (ServerProcess process : List.of(there.load(), there.serve())) {
          assertThat(process.end()).as(process.said()).isEqualTo(INPUT);
          assertThat(process.said())
              .contains("error: ", "cannot be written to", "make it writable");
        }
      }
      assertSound(there, before);
      small.writable(true);
      assertThat(there.load().end()).isZero();
    }
  }

  @Test
  void a_load_without_room_is_told_and_leaves_the_release_of_before() throws Exception {
    try (SmallDisk small = small()) {
      World there = new World(world.root(), small.folder().resolve("store"), world.talks());
      assertThat(there.load().end()).isZero();
      String before = new StoreFolder(there.store()).current().orElseThrow().name();
      for (int i = 0; i < TIMES; i++) {
        there.edit("full-" + i);
        small.fill((i % 8L) << 18);
        ServerProcess load = there.load();
        assertThat(load.end()).as(load.said()).isEqualTo(INPUT);
        assertThat(load.said()).contains("error: ", "the disk is full – make room");
        small.free();
        assertSound(there, before);
      }
      assertThat(there.load().end()).isZero();
    }
  }

  @Test
  void what_was_acknowledged_before_there_was_no_room_is_there() throws Exception {
    try (SmallDisk small = small()) {
      World there = new World(world.root(), small.folder().resolve("store"), world.talks());
      Ledger ledger = new Ledger(folder);
      Inspector inspector = new Inspector(ledger, 1);
      int number = 0;
      for (int i = 0; i < TIMES; i++) {
        ServerProcess server = there.serve("--update");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
          URI address = server.awaitAddress();
          assertThat(inspector.http(address)).as(server.said()).isEmpty();
          Future<Integer> client = pool.submit(new WritingClient(address, ledger, i, 0, number));
          awaitAcknowledged(ledger, server);
          small.fill(0);
          Thread.sleep(2_000);
          small.free();
          server.kill();
          number = client.get();
        } finally {
          server.kill();
          pool.shutdown();
        }
      }
      ServerProcess last = there.serve("--update");
      try {
        assertThat(inspector.http(last.awaitAddress())).as(last.said()).isEmpty();
      } finally {
        last.kill();
      }
      assertThat(inspector.disk(there.store().resolve("live/tdb2"), there.files())).isEmpty();
      Figures.tell(
          TIMES + " full disks, " + ledger.count(Ledger.Fate.MADE) + " acknowledged, none lost");
    }
  }

  @Test
  void a_process_without_memory_ends_and_is_back_with_everything() throws Exception {
    Ledger ledger = new Ledger(folder);
    Inspector inspector = new Inspector(ledger, 1);
    int number = 0;
    int ended = 0;
    for (int i = 0; i < STORMS; i++) {
      ServerProcess server =
          world.serve(List.of(), List.of("-Xmx56m", "-XX:+UseSerialGC"), "--update");
      ExecutorService pool = Executors.newFixedThreadPool(1 + HOGS);
      try {
        URI address = server.awaitAddress();
        assertThat(inspector.http(address)).as(server.said()).isEmpty();
        Future<Integer> client = pool.submit(new WritingClient(address, ledger, i, 0, number));
        awaitAcknowledged(ledger, server);
        for (int hog = 0; hog < HOGS; hog++) {
          pool.submit(new Hog(address));
        }
        ended += server.process().waitFor(15, TimeUnit.SECONDS) ? 1 : 0;
        server.kill();
        number = client.get();
      } finally {
        server.kill();
        pool.shutdownNow();
      }
    }
    ServerProcess back = world.serve("--update");
    try {
      assertThat(inspector.http(back.awaitAddress())).as(back.said()).isEmpty();
    } finally {
      back.kill();
    }
    Figures.tell(
        STORMS
            + " storms, "
            + ended
            + " of which ended the process, "
            + ledger.count(Ledger.Fate.MADE)
            + " acknowledged, none lost");
  }

  @Test
  void a_write_that_is_refused_leaves_nothing_that_could_harm_the_next() throws Exception {
    Ledger ledger = new Ledger(folder);
    Inspector inspector = new Inspector(ledger, 1);
    List<Write> writes = new ArrayList<>();
    ServerProcess server = world.serve("--update");
    try {
      WritingClient client = new WritingClient(server.awaitAddress(), ledger, 1, 0, 0);
      for (int i = 1; i <= ABORTS; i++) {
        assertThat(client.refused(i)).isTrue();
        Write write = new Write(0, i, Write.Kind.SMALL);
        client.make(write);
        writes.add(write);
      }
    } finally {
      server.kill();
    }
    assertThat(inspector.disk(world.store().resolve("live/tdb2"), world.files())).isEmpty();
    assertThat(writes).allMatch(write -> ledger.fates().get(write) == Ledger.Fate.MADE);
    Figures.tell(ABORTS + " refused writes of 60,000 triples, each before a sound one: no damage");
  }

  private static void awaitAcknowledged(Ledger ledger, ServerProcess server) throws Exception {
    long enough = ledger.count(Ledger.Fate.MADE) + 3;
    while (ledger.count(Ledger.Fate.MADE) < enough) {
      assertThat(server.process().isAlive()).as(server.said()).isTrue();
      Thread.sleep(5);
    }
  }

  private static void assertSound(World there, String release) {
    assertThat(new StoreFolder(there.store()).current().orElseThrow().name()).isEqualTo(release);
    assertThat(
            new StoreFolder(there.store())
                .current()
                .orElseThrow()
                .recall(new MaterializingReasoner())
                .inferred())
        .isNotEmpty();
  }

  private SmallDisk small() throws Exception {
    Optional<SmallDisk> small =
        SmallDisk.mount(Files.createDirectories(folder.resolve("small")), MEGABYTES);
    assumeThat(small).as("only who may mount a disk can have a small one").isPresent();
    return small.orElseThrow();
  }
}
