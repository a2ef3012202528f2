package org.mesagraph.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.store.Examination;
import org.mesagraph.store.QuickFolder;
import org.mesagraph.store.Release;
import org.mesagraph.store.StoreFolder;

/** Loads and reloads by processes, while others ask, and while they are killed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReloadProcessTest {

  private static final boolean STRESS = Boolean.getBoolean("mesagraph.stress");
  private static final int KILLS = STRESS ? Integer.getInteger("mesagraph.kills", 100) / 4 : 3;
  private static final int RELOADS = STRESS ? 40 : 4;
  private static final int READERS = 3;
  private static final int LONGEST_LOAD_MS = 4_000;

  private final long seed = Long.getLong("mesagraph.seed", 1);
  private final Random random = new Random(seed);

  @TempDir private Path folder;

  @TempDir(factory = QuickFolder.class)
  private Path disk;

  private World world;

  @BeforeEach
  void make_a_world() throws IOException {
    world = World.in(folder, disk);
  }

  @Test
  void nobody_notices_a_reload_but_by_the_answer() throws Exception {
    ServerProcess server = world.serve("--watch");
    ExecutorService pool = Executors.newFixedThreadPool(READERS);
    AtomicBoolean over = new AtomicBoolean();
    try {
      URI address = server.awaitAddress();
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        readers.add(pool.submit(reader(address, over)));
      }
      Reader asking = Reader.of(address);
      for (int i = 1; i <= RELOADS; i++) {
        String study = "reload-" + i;
        world.edit(study);
        if (i % 2 == 0) {
          // another process may be first, or find that the server is just at it
          world.load().end();
        }
        awaitAnswer(asking, study);
      }
      over.set(true);
      int asked = 0;
      for (Future<Integer> reader : readers) {
        asked += reader.get();
      }
      assertThat(asked).isPositive();
      Figures.tell(RELOADS + " reloads under " + asked + " requests, none of which failed");
    } finally {
      over.set(true);
      server.kill();
      pool.shutdown();
    }
  }

  /** Asks until it is over, each time whether stated and inferred go together. */
  private static Callable<Integer> reader(URI server, AtomicBoolean over) {
    return () -> {
      Reader reader = Reader.of(server);
      int asked = 0;
      int known = 0;
      while (!over.get()) {
        int now = reader.ask().size();
        assertThat(now).as("nothing is taken back").isGreaterThanOrEqualTo(known);
        known = now;
        asked++;
      }
      return asked;
    };
  }

  private static void awaitAnswer(Reader reader, String study) throws Exception {
    long last = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!reader.ask().contains(study)) {
      assertThat(System.nanoTime()).as("waiting for %s", study).isLessThan(last);
      Thread.sleep(50);
    }
  }

  @Test
  void what_is_broken_is_told_and_the_old_goes_on() throws Exception {
    assumeThat(ignoresHangups()).as("a process inherits that it ignores a signal").isFalse();
    ServerProcess server = world.serve();
    try {
      URI address = server.awaitAddress();
      Set<String> before = Reader.of(address).ask();
      Path file = world.root().resolve("data/two.trig");
      String sound = Files.readString(file);
      Files.writeString(file, "nonsense", StandardOpenOption.APPEND);
      hangup(server);
      server.awaitTalk("error: not reloaded: data/two.trig:");
      assertThat(Reader.of(address).ask()).isEqualTo(before);

      Files.writeString(file, sound);
      world.edit("mended");
      hangup(server);
      server.awaitTalk("reloaded · ");
      assertThat(Reader.of(address).ask()).contains("mended");
    } finally {
      server.kill();
    }
  }

  /** Whether the signal is ignored, as nohup has it for what it starts. */
  private static boolean ignoresHangups() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1) != 0);
  }

  private static void hangup(ServerProcess server) throws Exception {
    long pid = server.process().pid();
    assertThat(new ProcessBuilder("kill", "-HUP", String.valueOf(pid)).start().waitFor()).isZero();
  }

  @Test
  void a_load_that_is_killed_leaves_the_old_release_or_the_new() throws Exception {
    assertThat(world.load().end()).isZero();
    int done = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      String run = "-Dmesagraph.seed=" + seed + ", kill " + kill;
      String before = current().name();
      world.edit("load-" + kill);
      ServerProcess load = world.load();
      Thread.sleep(random.nextInt(LONGEST_LOAD_MS));
      load.kill();
      Release after = current();
      after.verify();
      assertThat(after.examine(new MaterializingReasoner())).as(run).allMatch(Examination::passed);
      boolean isNew = !after.name().equals(before);
      if (load.said().contains("loaded rel-")) {
        assertThat(load.said()).as(run).contains("loaded " + after.name());
      }
      done += isNew ? 1 : 0;
      if (isNew) {
        assertThat(after.recall(new MaterializingReasoner()).base().triples())
            .as(run)
            .isEqualTo(world.files().triples());
      }
    }
    assertThat(world.load().end()).isZero();
    assertThat(new StoreFolder(world.store()).kept()).hasSize(2);
    Figures.tell(KILLS + " kills of a load, " + done + " after it was done, none left a half");
  }

  @Test
  void a_server_that_is_killed_while_it_reloads_answers_from_the_files_when_it_is_back()
      throws Exception {
    for (int kill = 1; kill <= KILLS; kill++) {
      ServerProcess server = world.serve("--watch");
      try {
        Set<String> known = Reader.of(server.awaitAddress()).ask();
        for (int i = 1; i < kill; i++) {
          assertThat(known).contains("swap-" + i);
        }
        world.edit("swap-" + kill);
        Thread.sleep(random.nextInt(LONGEST_LOAD_MS));
      } finally {
        server.kill();
      }
      Release release = current();
      assertThat(release.examine(new MaterializingReasoner()))
          .as("-Dmesagraph.seed=%d, kill %d", seed, kill)
          .allMatch(Examination::passed);
    }
    Figures.tell(KILLS + " kills of a server that reloads, none left a half");
  }

  private Release current() {
    return new StoreFolder(world.store()).current().orElseThrow();
  }
}
