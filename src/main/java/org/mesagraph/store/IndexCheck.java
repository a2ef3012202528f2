package org.mesagraph.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Whether a dataset of TDB2 agrees with itself: every index holds the same, by looking up as well
 * as from end to end, and every term is found by its number and the number by the term. TDB2 itself
 * answers wrongly without a word where that is not so.
 */
final class IndexCheck {

  /** So many faults of one kind tell as much as all of them. */
  private static final int TOLD = 5;

  private final List<String> faults = new ArrayList<>();
  private final Set<NodeId> terms = new HashSet<>();

  private IndexCheck() {}

  /**
   * Looks at a dataset.
   *
   * @return what is wrong, nothing if nothing is
   */
  static List<String> faults(DatasetGraph dataset) {
    IndexCheck check = new IndexCheck();
    try {
      Txn.executeRead(
          dataset,
          () -> {
            DatasetGraphTDB inside = TDBInternal.requireStorage(dataset);
            check.look(inside.getQuadTable().getNodeTupleTable());
            check.look(inside.getTripleTable().getNodeTupleTable());
          });
    } catch (RuntimeException | Error e) {
      // what damaged files make of TDB2 has no common kind, and an overflow of the stack is of it
      check.fault("cannot be read: " + e);
    }
    return check.faults;
  }

  private void look(NodeTupleTable table) {
    List<TupleIndex> indexes = List.of(table.getTupleTable().getIndexes());
    Set<Tuple<NodeId>> all = new HashSet<>();
    indexes.get(0).all().forEachRemaining(all::add);
    for (TupleIndex index : indexes) {
      agree(index, all);
    }
    terms.clear();
    all.forEach(tuple -> tuple.forEach(terms::add));
    NodeTable nodes = table.getNodeTable().baseNodeTable();
    terms.stream().filter(id -> !NodeId.isInline(id)).forEach(id -> agree(nodes, id));
  }

  private void agree(TupleIndex index, Set<Tuple<NodeId>> all) {
    long read = 0;
    long unknown = 0;
    for (Iterator<Tuple<NodeId>> found = index.all(); found.hasNext(); read++) {
      unknown += all.contains(found.next()) ? 0 : 1;
    }
    long hidden = all.stream().filter(tuple -> !index.find(tuple).hasNext()).count();
    if (read != all.size() || unknown > 0 || hidden > 0) {
      fault(
          "index %s holds %d of %d entries, %d of others, and does not find %d",
          index.getName(), read - unknown, all.size(), unknown, hidden);
    }
  }

  private void agree(NodeTable nodes, NodeId id) {
    try {
      if (!id.equals(nodes.getNodeIdForNode(nodes.getNodeForNodeId(id)))) {
        fault("a term is not found by its number, or the number not by the term: %s", id);
      }
    } catch (RuntimeException e) {
      fault("a term cannot be read: %s, %s", id, e);
    }
  }

  private void fault(String what, Object... parts) {
    if (faults.size() < TOLD) {
      faults.add(parts.length == 0 ? what : String.format(what, parts));
    }
  }
}
