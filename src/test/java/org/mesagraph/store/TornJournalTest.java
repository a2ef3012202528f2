package org.mesagraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.rule.Sample;

/** Journals that end where a writer was killed, at any byte of an entry. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TornJournalTest {

  private static final int HEADER = 28;
  private static final int DATA = 24;

  @TempDir private Path files;

  @TempDir(factory = QuickFolder.class)
  private Path disk;

  private Set<Quad> before;

  @BeforeEach
  void put() throws IOException {
    KnowledgeBase base = Sample.load(files, World.FOLDER);
    Snapshot snapshot = Backing.DISK.put(World.snapshot(base), disk);
    before = Txn.calculateRead(snapshot.writable(), () -> World.stated(snapshot.writable()));
    Backing.DISK.close(snapshot);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, HEADER - 1, HEADER, HEADER + 1, HEADER + DATA - 1})
  void part_of_an_entry_is_as_if_it_had_not_been_begun(int bytes) throws IOException {
    write(bytes);

    DatasetGraph dataset = DiskDataset.open(disk);
    try {
      assertThat(before).isNotEmpty();
      assertThat(Txn.calculateRead(dataset, () -> World.stated(dataset))).isEqualTo(before);
    } finally {
      DiskDataset.close(dataset);
    }
  }

  @Test
  void a_whole_entry_that_is_wrong_is_damage() throws IOException {
    write(HEADER + DATA);

    assertThatThrownBy(() -> DiskDataset.open(disk))
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("is damaged")
        .hasMessageContaining("load it again");
  }

  @Test
  void a_journal_in_order_is_left_alone() throws IOException {
    assertThat(TornJournal.mend(disk)).isFalse();
  }

  /** Writes the first bytes of an entry with the sum of another. */
  private void write(int bytes) throws IOException {
    ByteBuffer entry = ByteBuffer.allocate(HEADER + DATA);
    entry.putInt(DATA);
    entry.putInt(1);
    byte[] part = new byte[bytes];
    System.arraycopy(entry.array(), 0, part, 0, bytes);
    Files.write(
        disk.resolve("Data-0001/journal.jrnl"),
        part,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
