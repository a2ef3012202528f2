package org.mesagraph.store;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Statement;

/**
 * The one who changes a dataset: stated and inferred triples together, in one transaction, so that
 * no reader and no crash ever finds the one without the other. How many changes were made is noted
 * in the same transaction.
 */
public final class Writer {

  /** A mark in the default graph of the dataset beneath, which no query sees. */
  private static final Node STORE = NodeFactory.createURI("urn:x-mesagraph:store");

  private static final Node POSITION = NodeFactory.createURI("urn:x-mesagraph:position");

  private final DatasetGraph dataset;
  private Snapshot snapshot;
  private boolean failed;

  private Writer(Snapshot snapshot) {
    this.dataset = snapshot.writable();
    this.snapshot = snapshot;
  }

  /** The writer of a snapshot's dataset, of which there must be no other. */
  public static Writer of(Snapshot snapshot) {
    return new Writer(snapshot);
  }

  /** The state after the last change. */
  public synchronized Snapshot snapshot() {
    return snapshot;
  }

  /** How many changes the dataset has seen. */
  public long position() {
    return Txn.calculateRead(dataset, () -> position(dataset));
  }

  /**
   * Prepares a change of the present state; nothing is changed yet.
   *
   * @throws MesagraphException if it cannot be made
   */
  public synchronized Change prepare(Collection<Statement> added, Collection<Quad> removed) {
    Change change = Change.of(snapshot, added, removed);
    if (DiskDataset.is(dataset)) {
      DiskDataset.refuseOthers(change.changes().all());
    }
    return change;
  }

  /** Makes a change that was prepared for the present state. */
  public synchronized void apply(Change change) {
    apply(change, Runnable::run);
  }

  /**
   * The same.
   *
   * @param moment runs what it is given once, in the moment in which readers may go over to the
   *     state after the change; what it is given is that everything is kept
   */
  public synchronized void apply(Change change, Consumer<Runnable> moment) {
    if (failed) {
      throw new IllegalStateException(
          "a change failed half-way: the store must be verified, or loaded again, before another");
    }
    if (change.before() != snapshot) {
      throw new IllegalStateException("the change was prepared for another state");
    }
    dataset.begin(ReadWrite.WRITE);
    try {
      change.changes().apply(dataset);
      mark(dataset, position(dataset) + 1);
      moment.accept(dataset::commit);
      snapshot = change.after();
    } catch (RuntimeException | Error e) {
      // TDB2 5.6 may damage itself in the write after one that was aborted (GH-3877), so that on
      // disk there is none; in memory an aborted change leaves everything as it was
      failed = DiskDataset.is(dataset);
      dataset.abort();
      throw e;
    } finally {
      dataset.end();
    }
  }

  /** How many changes a dataset has seen, within a transaction of the caller's. */
  static long position(DatasetGraph dataset) {
    Iterator<Quad> found = dataset.find(Quad.defaultGraphNodeGenerated, STORE, POSITION, Node.ANY);
    return found.hasNext() ? Long.parseLong(found.next().getObject().getLiteralLexicalForm()) : 0;
  }

  /** Notes how many changes a dataset has seen, within a transaction of the caller's. */
  static void mark(DatasetGraph dataset, long position) {
    List<Quad> before =
        Iter.toList(dataset.find(Quad.defaultGraphNodeGenerated, STORE, POSITION, Node.ANY));
    before.forEach(dataset::delete);
    dataset.add(
        Quad.defaultGraphNodeGenerated,
        STORE,
        POSITION,
        NodeFactory.createLiteralString(String.valueOf(position)));
  }
}
