package org.mesagraph.guard;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;

/**
 * A dataset that looks at the clock whenever it is asked and with every statement that it gives. It
 * is a view, so that no store runs a query past it with an engine of its own.
 */
final class WatchedDataset extends DatasetGraphWrapper implements DatasetGraphWrapperView {

  private final Watch watch;

  WatchedDataset(DatasetGraph dataset, Context context, Watch watch) {
    super(new DatasetGraphReadOnly(dataset), context);
    this.watch = watch;
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createDefaultGraph(this);
  }

  @Override
  public Graph getUnionGraph() {
    return GraphView.createUnionGraph(this);
  }

  @Override
  public Graph getGraph(Node name) {
    return GraphView.createNamedGraph(this, name);
  }

  @Override
  public Iterator<Quad> find() {
    return watched(super.find());
  }

  @Override
  public Iterator<Quad> find(Quad quad) {
    return watched(super.find(quad));
  }

  @Override
  public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
    return watched(super.find(graph, subject, predicate, object));
  }

  @Override
  public Iterator<Quad> findNG(Node graph, Node subject, Node predicate, Node object) {
    return watched(super.findNG(graph, subject, predicate, object));
  }

  @Override
  public boolean contains(Node graph, Node subject, Node predicate, Node object) {
    watch.check();
    return super.contains(graph, subject, predicate, object);
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return watched(super.listGraphNodes());
  }

  private <T> Iterator<T> watched(Iterator<T> found) {
    watch.check();
    return new Watched<>(found, watch);
  }

  private record Watched<T>(Iterator<T> found, Watch watch) implements IteratorCloseable<T> {
    @Override
    public boolean hasNext() {
      watch.check();
      return found.hasNext();
    }

    @Override
    public T next() {
      return found.next();
    }

    @Override
    public void close() {
      Iter.close(found);
    }
  }
}
