package org.mesagraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.rule.Sample;

/** A writer on disk that is killed at random moments, again and again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CrashTest {

  private static final boolean STRESS = Boolean.getBoolean("mesagraph.stress");
  private static final int KILLS = STRESS ? 100 : 5;
  private static final int LONGEST_LIFE_MS = 400;

  private final long seed = Long.getLong("mesagraph.seed", 1);

  @TempDir private Path files;

  @TempDir(factory = QuickFolder.class)
  private Path disk;

  @TempDir private Path talk;

  @Test
  void whatever_moment_it_is_killed_at_a_change_was_made_in_full_or_not_at_all() throws Exception {
    KnowledgeBase base = Sample.load(files, World.FOLDER);
    Backing.DISK.close(Backing.DISK.put(World.snapshot(base), disk));
    Random random = new Random(seed);
    long before = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      long told = liveAndDie(random.nextInt(LONGEST_LIFE_MS), kill);
      long position = verify(base, "-Dmesagraph.seed=" + seed + ", kill " + kill);
      assertThat(position)
          .as("what was told is kept (-Dmesagraph.seed=%d, kill %d)", seed, kill)
          .isGreaterThan(before)
          .isBetween(told, told + 1);
      before = position;
    }
  }

  /** Runs a writer, kills it after it has made a change and some time more; the last it told. */
  private long liveAndDie(int milliseconds, int kill) throws IOException, InterruptedException {
    Path told = talk.resolve("told-" + kill);
    Path errors = talk.resolve("errors-" + kill);
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWriter.class.getName(),
                files.toString(),
                disk.toString(),
                String.valueOf(seed))
            .redirectOutput(told.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      while (!Files.readString(told).contains("\n")) {
        assertThat(writer.isAlive()).as(Files.readString(errors)).isTrue();
        Thread.sleep(5);
      }
      // not to wait for anything, but for the kill to come at a moment that nobody chose
      Thread.sleep(milliseconds);
    } finally {
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor(1, TimeUnit.MINUTES)).isTrue();
    String lines = Files.readString(told);
    String whole = lines.substring(0, lines.lastIndexOf('\n'));
    return Long.parseLong(whole.substring(whole.lastIndexOf('\n') + 1));
  }

  /** Compares the dataset with what the changes up to its position come to; the position. */
  private long verify(KnowledgeBase base, String run) {
    DatasetGraph dataset = DiskDataset.open(disk);
    try {
      return Txn.calculateRead(
          dataset,
          () -> {
            long position = Writer.position(dataset);
            KnowledgeBase expected = World.Step.after(base, seed, position);
            Set<Quad> stated = World.stated(dataset);
            assertThat(stated).as(run).isEqualTo(World.quads(expected));
            List<Triple> due = Snapshot.of(expected, new MaterializingReasoner()).inferred();
            assertThat(World.inferred(dataset)).as(run).isEqualTo(Set.copyOf(due));
            return position;
          });
    } finally {
      DiskDataset.close(dataset);
    }
  }
}
