package org.mesagraph.store;

import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;

/** Where a dataset lies. */
enum Backing {
  MEMORY,
  DISK;

  /** The snapshot with a dataset of this kind. */
  Snapshot put(Snapshot snapshot, Path folder) {
    if (this == MEMORY) {
      return snapshot;
    }
    DatasetGraph dataset = DiskDataset.open(folder);
    Txn.executeWrite(dataset, () -> Snapshot.fill(dataset, snapshot.base(), snapshot.inferred()));
    return snapshot.on(dataset);
  }

  /** Lets go of it. */
  void close(Snapshot snapshot) {
    if (this == DISK) {
      DiskDataset.close(snapshot.writable());
    }
  }
}
