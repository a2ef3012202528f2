package org.mesagraph.describe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.base.Lazy;

/** All quads of a dataset in order, and what is counted in them; made when asked for. */
final class Holdings {

  private final Lazy<List<Quad>> quads;
  private final Lazy<List<Triple>> triples;
  private final Lazy<Statistics> statistics;
  private final Lazy<SortedMap<Node, Statistics>> graphs;
  private final Lazy<List<Linksets.Linkset>> linksets;
  private final Lazy<Directory> directory;

  /**
   * What a dataset holds.
   *
   * @param directory of everything that is described
   */
  Holdings(DatasetGraph dataset, Lazy<Directory> directory) {
    this.quads = new Lazy<>(() -> sorted(dataset));
    this.triples =
        new Lazy<>(
            () -> quads().stream().map(Quad::asTriple).distinct().sorted(Order.TRIPLES).toList());
    this.statistics = new Lazy<>(() -> Statistics.of(triples()));
    this.graphs = new Lazy<>(this::countGraphs);
    this.linksets = new Lazy<>(() -> new Linksets().of(triples()));
    this.directory = directory;
  }

  /** Every quad, its blank nodes named for good. */
  List<Quad> quads() {
    return quads.get();
  }

  /** Every triple once, whatever graphs hold it; in order. */
  List<Triple> triples() {
    return triples.get();
  }

  Statistics statistics() {
    return statistics.get();
  }

  /** The counts of each graph. */
  SortedMap<Node, Statistics> graphs() {
    return graphs.get();
  }

  List<Linksets.Linkset> linksets() {
    return linksets.get();
  }

  Directory directory() {
    return directory.get();
  }

  private SortedMap<Node, Statistics> countGraphs() {
    Map<Node, List<Triple>> triples = new HashMap<>();
    quads()
        .forEach(
            quad ->
                triples
                    .computeIfAbsent(quad.getGraph(), any -> new ArrayList<>())
                    .add(quad.asTriple()));
    SortedMap<Node, Statistics> counts = new TreeMap<>(Order.NODES);
    triples.forEach((graph, own) -> counts.put(graph, Statistics.of(own)));
    return counts;
  }

  private static List<Quad> sorted(DatasetGraph dataset) {
    List<Quad> all = new ArrayList<>();
    dataset.find().forEachRemaining(all::add);
    Map<Node, Node> names = BlankNames.of(all);
    return all.stream().map(quad -> BlankNames.rename(quad, names)).sorted(Order.QUADS).toList();
  }
}
