package org.mesagraph.store;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/** A dataset, to be read only, whose default graph is the union of its named graphs. */
final class UnionDefaultGraph extends DatasetGraphReadOnly implements DatasetGraphWrapperView {

  UnionDefaultGraph(DatasetGraph base) {
    super(base);
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
  public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
    return Quad.isDefaultGraph(graph)
        ? get().find(Quad.unionGraph, subject, predicate, object)
        : get().find(graph, subject, predicate, object);
  }
}
