package org.mesagraph.store;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/**
 * A dataset, to be read only, whose default graph is the union of its named graphs. What the
 * dataset beneath holds in a default graph of its own, as the store does its marks, is not seen.
 */
final class UnionDefaultGraph extends DatasetGraphReadOnly implements DatasetGraphWrapperView {

  UnionDefaultGraph(DatasetGraph base) {
    super(base);
  }

  /** The dataset beneath, which can be written to. */
  DatasetGraph base() {
    return get();
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createUnionGraph(get());
  }

  @Override
  public Graph getUnionGraph() {
    return getDefaultGraph();
  }

  @Override
  public Iterator<Quad> find() {
    return get().findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }

  @Override
  public Iterator<Quad> find(Quad quad) {
    return quad == null
        ? find()
        : find(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  @Override
  public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
    if (graph == null || Node.ANY.equals(graph)) {
      return get().findNG(Node.ANY, subject, predicate, object);
    }
    return Quad.isDefaultGraph(graph)
        ? get().find(Quad.unionGraph, subject, predicate, object)
        : get().find(graph, subject, predicate, object);
  }

  @Override
  public boolean contains(Quad quad) {
    return contains(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  @Override
  public boolean contains(Node graph, Node subject, Node predicate, Node object) {
    return find(graph, subject, predicate, object).hasNext();
  }
}
