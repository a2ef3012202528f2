package org.mesagraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What we must never do to TDB2 5.6, and that we would find out (GH-3877): the write after one that
 * was aborted leaves a hole in the file of terms.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AbortedWriteTest {

  private static final int MANY = 60_000;

  @TempDir(factory = QuickFolder.class)
  private Path disk;

  @Test
  void the_write_after_one_that_was_aborted_damages_a_dataset_and_the_damage_is_found() {
    DatasetGraph before = DiskDataset.open(disk);
    before.executeWrite(() -> add(before, "first", 10));
    DiskDataset.close(before);

    DatasetGraph dataset = DiskDataset.open(disk);
    dataset.begin(ReadWrite.WRITE);
    add(dataset, "aborted", MANY);
    dataset.abort();
    dataset.end();
    dataset.executeWrite(
        () -> {
          // a term that has to be read from the file, and then one that is written to it
          assertThat(dataset.stream().toList()).hasSize(10);
          add(dataset, "second", 10);
        });
    DiskDataset.close(dataset);

    DatasetGraph again = DiskDataset.open(disk);
    try {
      assertThat(IndexCheck.faults(again)).isNotEmpty();
    } finally {
      DiskDataset.close(again);
    }
  }

  private static void add(DatasetGraph dataset, String what, int count) {
    Triple pattern = World.triple("a supports b");
    for (int i = 0; i < count; i++) {
      dataset.add(
          Quad.create(
              World.graph("one"),
              Triple.create(
                  pattern.getSubject(),
                  pattern.getPredicate(),
                  NodeFactory.createLiteralString(what + " literal number " + i))));
    }
  }
}
