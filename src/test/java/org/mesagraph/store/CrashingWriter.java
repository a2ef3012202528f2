package org.mesagraph.store;

import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.reason.MaterializingReasoner;

/**
 * A program that changes a dataset on disk until it is killed, and prints the number of every
 * change once it is made. Arguments: folder of the files, folder of the dataset, seed.
 */
final class CrashingWriter {

  private CrashingWriter() {}

  public static void main(String[] arguments) {
    JenaSystem.init();
    KnowledgeBase files = KnowledgeBase.load(Path.of(arguments[0]));
    DatasetGraph dataset = DiskDataset.open(Path.of(arguments[1]));
    long seed = Long.parseLong(arguments[2]);
    long position = Txn.calculateRead(dataset, () -> Writer.position(dataset));
    KnowledgeBase base = World.Step.after(files, seed, position);
    Writer writer = Writer.of(Snapshot.of(base, new MaterializingReasoner()).on(dataset));
    while (true) {
      position++;
      World.Step step = World.Step.of(seed, position);
      writer.apply(writer.prepare(step.added(), step.removed()));
      System.out.println(position);
    }
  }
}
