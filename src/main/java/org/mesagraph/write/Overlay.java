package org.mesagraph.write;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphTriplesQuads;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.mesagraph.store.ChangeSet;
import org.mesagraph.store.Snapshot;
import org.mesagraph.write.RefusedException.Reason;

/**
 * A dataset as it would be after a change. What is added and removed is kept here; the dataset
 * beneath is read and never written to.
 *
 * <p>As in the dataset beneath, the default graph is the union of all graphs. What is written
 * without a graph goes to a graph of its own, {@link Graphs#DEFAULT}.
 */
final class Overlay extends DatasetGraphTriplesQuads {

  private final DatasetGraph beneath;
  private final DatasetGraph added = DatasetGraphFactory.createTxnMem();
  private final Set<Quad> removed = new LinkedHashSet<>();
  private final int most;
  private final boolean isEdited;
  private long count;

  private Overlay(DatasetGraph beneath, int most, boolean isEdited) {
    this.beneath = beneath;
    this.most = most;
    this.isEdited = isEdited;
  }

  /**
   * For what a request asks for; nothing is changed yet.
   *
   * @param most how many quads may be added and removed
   */
  static Overlay toEdit(DatasetGraph beneath, int most) {
    return new Overlay(beneath, most, true);
  }

  /** With a change that was prepared, as it will be read. */
  static Overlay after(DatasetGraph beneath, ChangeSet changes) {
    Overlay overlay = new Overlay(beneath, Integer.MAX_VALUE, false);
    Txn.executeWrite(
        overlay,
        () -> {
          changes.lost().forEach(triple -> overlay.delete(inferred(triple)));
          changes.removed().forEach(overlay::delete);
          changes.added().forEach(overlay::add);
          changes.gained().forEach(triple -> overlay.add(inferred(triple)));
        });
    return overlay;
  }

  private static Quad inferred(Triple triple) {
    return Quad.create(Snapshot.INFERRED_GRAPH, triple);
  }

  /** What the change adds that was not there, in no order. */
  List<Quad> added() {
    List<Quad> quads = new ArrayList<>();
    added.find().forEachRemaining(quads::add);
    return quads;
  }

  /** What the change removes that was there. */
  List<Quad> removed() {
    return List.copyOf(removed);
  }

  @Override
  protected void addToDftGraph(Node subject, Node predicate, Node object) {
    addToNamedGraph(Graphs.DEFAULT, subject, predicate, object);
  }

  @Override
  protected void deleteFromDftGraph(Node subject, Node predicate, Node object) {
    deleteFromNamedGraph(Graphs.DEFAULT, subject, predicate, object);
  }

  @Override
  protected void addToNamedGraph(Node graph, Node subject, Node predicate, Node object) {
    Quad quad = Quad.create(graph, subject, predicate, object);
    if (!removed.remove(quad) && !beneath.contains(quad)) {
      limit();
      added.add(quad);
    }
  }

  @Override
  protected void deleteFromNamedGraph(Node graph, Node subject, Node predicate, Node object) {
    Quad quad = Quad.create(graph, subject, predicate, object);
    if (added.contains(quad)) {
      added.delete(quad);
    } else if (beneath.contains(quad)) {
      limit();
      removed.add(quad);
    }
  }

  private void limit() {
    if (++count > most) {
      throw new RefusedException(
          Reason.TOO_LARGE,
          "more than " + most + " statements would change – write them in several requests");
    }
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
    return Iter.map(
        findInUnionGraph(subject, predicate, object),
        triple -> Quad.create(Quad.defaultGraphIRI, triple));
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(
      Node graph, Node subject, Node predicate, Node object) {
    return together(graph, subject, predicate, object);
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
    return together(Node.ANY, subject, predicate, object);
  }

  private Iterator<Quad> together(Node graph, Node subject, Node predicate, Node object) {
    Iterator<Quad> before = beneath.find(graph, subject, predicate, object);
    return Iter.concat(
        removed.isEmpty() ? before : Iter.filter(before, quad -> !removed.contains(quad)),
        added.find(graph, subject, predicate, object));
  }

  /** All graphs; to an edit, only those that can be written to, which what follows cannot. */
  @Override
  public Iterator<Node> listGraphNodes() {
    Set<Node> graphs = new LinkedHashSet<>();
    beneath.listGraphNodes().forEachRemaining(graphs::add);
    added.listGraphNodes().forEachRemaining(graphs::add);
    if (isEdited) {
      graphs.remove(Snapshot.INFERRED_GRAPH);
    }
    graphs.removeIf(graph -> !removed.isEmpty() && !containsGraph(graph));
    return graphs.iterator();
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createDefaultGraph(this);
  }

  @Override
  public Graph getGraph(Node graph) {
    return GraphView.createNamedGraph(this, graph);
  }

  @Override
  public PrefixMap prefixes() {
    return beneath.prefixes();
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public boolean supportsTransactionAbort() {
    return true;
  }

  /** Reads the dataset beneath; what is written here is nobody else's. */
  @Override
  public void begin(TxnType type) {
    beneath.begin(TxnType.READ);
    added.begin(type);
  }

  @Override
  public boolean promote(Promote mode) {
    return added.promote(mode);
  }

  @Override
  public void commit() {
    added.commit();
    beneath.commit();
  }

  @Override
  public void abort() {
    added.abort();
    beneath.abort();
  }

  @Override
  public void end() {
    added.end();
    beneath.end();
  }

  @Override
  public boolean isInTransaction() {
    return added.isInTransaction();
  }

  @Override
  public ReadWrite transactionMode() {
    return added.transactionMode();
  }

  @Override
  public TxnType transactionType() {
    return added.transactionType();
  }
}
