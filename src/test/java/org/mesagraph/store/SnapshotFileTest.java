package org.mesagraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.RealProject;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.reason.Progress;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.reason.Step;
import org.mesagraph.rule.Program;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SnapshotFileTest {

  private static final Fingerprint MARK = new Fingerprint("a".repeat(64));

  /** Fails where anybody computes. */
  private static final Reasoner RESTORES_ONLY =
      new Reasoner() {
        @Override
        public Closure close(Program program, Collection<Triple> asserted, Progress progress) {
          throw new AssertionError("computed again");
        }

        @Override
        public Closure restore(
            Program program, Collection<Triple> asserted, List<Step.Inferred> steps) {
          return new MaterializingReasoner().restore(program, asserted, steps);
        }
      };

  @TempDir private Path folder;

  private byte[] bytes;

  @BeforeEach
  void write() throws IOException {
    bytes = SnapshotFile.write(World.snapshot(folder), MARK);
  }

  @Test
  void gives_back_everything_of_this_project_without_computing_it() {
    Snapshot written = RealProject.snapshot();
    Snapshot read =
        SnapshotFile.read(SnapshotFile.write(written, MARK), MARK, RESTORES_ONLY).orElseThrow();

    assertThat(read.base().statements()).isEqualTo(written.base().statements());
    assertThat(read.base().shapes()).isEqualTo(written.base().shapes());
    assertThat(read.base().rules()).isEqualTo(written.base().rules());
    assertThat(read.base().files()).isEqualTo(written.base().files());
    assertThat(read.base().prefixes().namespaces())
        .isEqualTo(written.base().prefixes().namespaces());
    assertThat(read.inferred()).hasSameElementsAs(written.closure().inferred());
    assertThat(read.closure().inferred()).isEqualTo(written.closure().inferred());
    for (Triple triple : written.closure().inferred()) {
      assertThat(read.closure().justification(triple))
          .isEqualTo(written.closure().justification(triple));
    }
  }

  @Test
  void finds_the_same_derivations_on_demand() throws IOException {
    Closure written = World.snapshot(World.copyBase(folder.resolve("again"))).closure();
    Closure read = SnapshotFile.read(bytes, MARK, RESTORES_ONLY).orElseThrow().closure();

    for (Triple triple : written.inferred()) {
      assertThat(read.steps(triple)).isEqualTo(written.steps(triple)).isNotEmpty();
    }
  }

  @Test
  void computes_again_only_where_things_are_the_same() throws IOException {
    Snapshot written =
        World.snapshot(
            World.snapshot(folder.resolve("same"))
                .base()
                .with(List.of(World.same("a", "e")), statement -> false));
    Snapshot read =
        SnapshotFile.read(SnapshotFile.write(written, MARK), MARK, new MaterializingReasoner())
            .orElseThrow();

    assertThat(read.inferred()).hasSameElementsAs(written.inferred());
    assertThat(read.closure().inferred()).isEqualTo(written.closure().inferred());
  }

  @Test
  void is_not_read_for_another_fingerprint() {
    assertThat(SnapshotFile.read(bytes, new Fingerprint("b".repeat(64)), RESTORES_ONLY)).isEmpty();
  }

  @Test
  void is_not_read_if_a_bit_has_changed_or_the_end_is_missing() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = bytes.clone();
      int at = i < 100 ? i : random.nextInt(bytes.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      assertThat(SnapshotFile.read(damaged, MARK, RESTORES_ONLY)).as("byte %d", at).isEmpty();
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      assertThat(SnapshotFile.read(cut, MARK, RESTORES_ONLY)).isEmpty();
    }
  }
}
