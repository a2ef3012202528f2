package org.mesagraph.query;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphReadOnly;

/**
 * A dataset with one more named graph, which is computed and no part of the data: it can be asked
 * by its name and is listed among the graphs, but the default graph has nothing of it, so that no
 * count and no answer changes with it.
 */
public final class GraphBeside extends DatasetGraphWrapper implements DatasetGraphWrapperView {

  private final Node name;
  private final Supplier<Graph> graph;

  private GraphBeside(DatasetGraph dataset, Node name, Supplier<Graph> graph) {
    super(dataset);
    this.name = name;
    this.graph = graph;
  }

  /**
   * The dataset with a graph of a name beside it.
   *
   * @param graph is asked for whenever somebody looks into it
   */
  public static DatasetGraph of(DatasetGraph dataset, Node name, Supplier<Graph> graph) {
    return new GraphBeside(dataset, name, graph);
  }

  /** Triples as a graph that nobody can change. */
  public static Graph graph(List<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return new GraphReadOnly(graph);
  }

  @Override
  public Graph getGraph(Node graphNode) {
    return graphNode.equals(name) ? graph.get() : super.getGraph(graphNode);
  }

  @Override
  public boolean containsGraph(Node graphNode) {
    return graphNode.equals(name) || super.containsGraph(graphNode);
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return Iter.concat(super.listGraphNodes(), Iter.singletonIterator(name));
  }

  @Override
  public long size() {
    return super.size() + 1;
  }

  @Override
  public Iterator<Quad> find() {
    return find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }

  @Override
  public Iterator<Quad> find(Quad quad) {
    return find(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  @Override
  public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
    if (name.equals(g)) {
      return beside(s, p, o);
    }
    Iterator<Quad> found = super.find(g, s, p, o);
    return g == null || g.equals(Node.ANY) ? Iter.concat(found, beside(s, p, o)) : found;
  }

  @Override
  public Iterator<Quad> findNG(Node g, Node s, Node p, Node o) {
    if (name.equals(g)) {
      return beside(s, p, o);
    }
    Iterator<Quad> found = super.findNG(g, s, p, o);
    return g == null || g.equals(Node.ANY) ? Iter.concat(found, beside(s, p, o)) : found;
  }

  private Iterator<Quad> beside(Node s, Node p, Node o) {
    return Iter.map(graph.get().find(s, p, o), triple -> Quad.create(name, triple));
  }

  @Override
  public boolean contains(Quad quad) {
    return find(quad).hasNext();
  }

  @Override
  public boolean contains(Node g, Node s, Node p, Node o) {
    return find(g, s, p, o).hasNext();
  }
}
