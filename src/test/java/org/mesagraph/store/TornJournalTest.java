package org.mesagraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.journal.Journal;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntryType;
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

  private static final int HEADER = 16;
  private static final int DATA = 24;
  private static final int ENTRY = HEADER + DATA;

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
  @ValueSource(
      ints = {1, HEADER - 1, HEADER, ENTRY - 1, ENTRY, ENTRY + 1, ENTRY + HEADER, 2 * ENTRY - 1})
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
    write(2 * ENTRY);
    byte[] bytes = Files.readAllBytes(journal());
    bytes[ENTRY - 1]++;
    Files.write(journal(), Arrays.copyOf(bytes, bytes.length - 1));

    assertThatThrownBy(() -> DiskDataset.open(disk))
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("is damaged")
        .hasMessageContaining("load it again");
    assertThat(Files.size(journal())).isEqualTo(bytes.length - 1);
  }

  @Test
  void a_journal_in_order_is_left_alone() throws IOException {
    assertThat(TornJournal.mend(disk)).isFalse();
  }

  /** Writes the first bytes of two entries of a change that was not made, by TDB2's own hand. */
  private void write(int bytes) throws IOException {
    Journal journal = Journal.create(Location.create(journal().getParent().toString()));
    ComponentId component = ComponentId.allocLocal();
    journal.write(JournalEntryType.REDO, component, ByteBuffer.allocate(DATA));
    journal.write(JournalEntryType.REDO, component, ByteBuffer.allocate(DATA));
    journal.close();
    assertThat(Files.size(journal())).isEqualTo(2 * ENTRY);
    Files.write(journal(), Arrays.copyOf(Files.readAllBytes(journal()), bytes));
  }

  private Path journal() {
    return disk.resolve("Data-0001/journal.jrnl");
  }
}
