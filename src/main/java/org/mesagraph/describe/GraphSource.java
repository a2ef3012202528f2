package org.mesagraph.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * The named graphs: what is said of each, and everything that it says.
 *
 * @param dataset holds them
 */
record GraphSource(DatasetGraph dataset) implements Source {

  @Override
  public Optional<Draft> find(Node thing) {
    if (!Iris.isGraph(thing)) {
      return Optional.empty();
    }
    List<Quad> own = new ArrayList<>();
    dataset.find(thing, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(own::add);
    Excerpt excerpt = Excerpt.of(thing, dataset);
    if (own.isEmpty() && excerpt.about().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Draft(excerpt.about(), own, List.of(), List.of(), false));
  }

  @Override
  public Stream<Directory.Entry> entries() {
    List<Node> graphs = new ArrayList<>();
    dataset.listGraphNodes().forEachRemaining(graphs::add);
    Labels labels = new Labels(dataset);
    return graphs.stream()
        .filter(Iris::isGraph)
        .map(graph -> new Directory.Entry(graph, labels.of(graph)));
  }
}
