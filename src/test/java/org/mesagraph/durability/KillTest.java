package org.mesagraph.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.rule.Sample;
import org.mesagraph.store.QuickFolder;

/** A server that is written to over HTTP and killed, again and again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KillTest {

  private static final boolean STRESS = Boolean.getBoolean("mesagraph.stress");
  private static final int KILLS = Integer.getInteger("mesagraph.kills", STRESS ? 100 : 4);
  private static final int MINUTES = Integer.getInteger("mesagraph.minutes", 60);
  private static final int WRITERS = 2;

  /** After so many kills the writing goes on with a new store, as an old one takes its time. */
  private static final int KILLS_OF_A_STORE = 20;

  private static final int ACKNOWLEDGED_IN_A_LIFE = 3;
  private static final int LONGEST_LIFE_MS = 2_000;
  private static final int LONGEST_RECOVERY_MS = 2_500;
  private static final double KILLED_TWICE = 0.3;

  private final long seed = Long.getLong("mesagraph.seed", 1);
  private final Random random = new Random(seed);
  private final int[] numbers = new int[WRITERS];
  private double longestStart;

  @TempDir private Path folder;

  @TempDir(factory = QuickFolder.class)
  private Path disk;

  private Path root;
  private KnowledgeBase files;

  @Test
  void whatever_was_acknowledged_is_there_in_full_after_every_kill() throws Exception {
    world();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    long acknowledged = 0;
    int kills = 0;
    int twice = 0;
    while (kills < KILLS && System.nanoTime() < end) {
      Path store = Files.createTempDirectory(disk, "store");
      Ledger ledger = new Ledger(Files.createTempDirectory(folder, "ledger"));
      Inspector inspector = new Inspector(ledger, WRITERS);
      for (int i = 0; i < KILLS_OF_A_STORE && kills < KILLS && System.nanoTime() < end; i++) {
        String run = "-Dmesagraph.seed=" + seed + ", kill " + kills + ", " + store;
        liveAndDie(store, ledger, inspector, run);
        kills++;
        if (random.nextDouble() < KILLED_TWICE) {
          dieAgain(store);
          kills++;
          twice++;
        }
        assertThat(inspector.disk(store.resolve("live/tdb2"), files)).as(run).isEmpty();
      }
      finish(store, ledger, inspector);
      acknowledged += ledger.count(Ledger.Fate.MADE);
      Figures.tell(
          String.format(
              "%d kills (%d of them while recovering), %d writes acknowledged, none lost or torn;"
                  + " longest start %.1f s",
              kills, twice, acknowledged, longestStart));
    }
    assertThat(acknowledged).isPositive();
  }

  @Test
  void an_inspector_whose_writes_are_taken_away_tells_so() throws Exception {
    world();
    Path store = Files.createTempDirectory(disk, "store");
    Ledger ledger = new Ledger(Files.createTempDirectory(folder, "ledger"));
    Inspector inspector = new Inspector(ledger, WRITERS);
    liveAndDie(store, ledger, inspector, "before");
    Path before = disk.resolve("before");
    TestFolders.copy(store.resolve("live"), before);
    liveAndDie(store, ledger, inspector, "after");
    TestFolders.delete(store.resolve("live"));
    TestFolders.copy(before, store.resolve("live"));

    assertThat(inspector.disk(store.resolve("live/tdb2"), files))
        .anyMatch(wrong -> wrong.contains("=MADE: 0 of "));
  }

  private void world() throws IOException {
    root = folder.resolve("root");
    files = Sample.load(root, Sample.HOME.resolve("src/test/resources/store/small"));
  }

  /** One life: what is there is looked at, more is written, and then it is killed. */
  private void liveAndDie(Path store, Ledger ledger, Inspector inspector, String run)
      throws Exception {
    ServerProcess server = serve(store);
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    try {
      long started = System.nanoTime();
      URI address = server.awaitAddress();
      longestStart = Math.max(longestStart, (System.nanoTime() - started) / 1e9);
      assertThat(inspector.http(address)).as(run).isEmpty();
      List<Future<Integer>> clients = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        clients.add(pool.submit(new WritingClient(address, ledger, seed, writer, numbers[writer])));
      }
      long enough = ledger.count(Ledger.Fate.MADE) + ACKNOWLEDGED_IN_A_LIFE;
      while (ledger.count(Ledger.Fate.MADE) < enough) {
        assertThat(server.process().isAlive()).as("%s %s", run, server.said()).isTrue();
        Thread.sleep(5);
      }
      // not to wait for anything, but for the kill to come at a moment that nobody chose
      Thread.sleep(random.nextInt(LONGEST_LIFE_MS));
      server.kill();
      for (int writer = 0; writer < WRITERS; writer++) {
        numbers[writer] = clients.get(writer).get();
      }
    } finally {
      server.kill();
      pool.shutdown();
    }
  }

  /** Kills it while it still finds out what the first kill left. */
  private void dieAgain(Path store) throws Exception {
    ServerProcess server = serve(store);
    Thread.sleep(random.nextInt(LONGEST_RECOVERY_MS));
    server.kill();
  }

  private void finish(Path store, Ledger ledger, Inspector inspector) throws Exception {
    ServerProcess server = serve(store);
    try {
      assertThat(inspector.http(server.awaitAddress())).isEmpty();
    } finally {
      server.kill();
    }
    assertThat(inspector.disk(store.resolve("live/tdb2"), files)).isEmpty();
    assertThat(ledger.count(Ledger.Fate.UNKNOWN)).isZero();
    TestFolders.delete(store);
  }

  private ServerProcess serve(Path store) throws IOException {
    return ServerProcess.start(
        Files.createTempFile(folder, "talk", ""),
        "serve",
        "--update",
        "--port",
        "0",
        "--store",
        store.toString(),
        "--root",
        root.toString());
  }
}
