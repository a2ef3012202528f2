package org.mesagraph.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.base.Suggestion;
import org.mesagraph.guard.QueryRefused.Reason;

/**
 * The graphs that a query is asked about. A graph that is not there is refused, and never fetched:
 * an empty answer would look as if there were nothing to be found.
 */
record Description(DatasetGraph dataset) {

  private static final int MOST = 100;

  static Description of(DatasetGraph all, Query query, NamedGraphs graphs) {
    DatasetDescription wanted =
        graphs.isEmpty()
            ? DatasetDescription.create(query.getGraphURIs(), query.getNamedGraphURIs())
            : DatasetDescription.create(graphs.defaults(), graphs.named());
    query.getGraphURIs().clear();
    query.getNamedGraphURIs().clear();
    if (wanted.isEmpty()) {
      return new Description(all);
    }
    List<String> names =
        Stream.concat(wanted.getDefaultGraphURIs().stream(), wanted.getNamedGraphURIs().stream())
            .distinct()
            .toList();
    if (names.size() > MOST) {
      throw Measure.complex("more than " + MOST + " graphs");
    }
    names.forEach(name -> check(all, name));
    return new Description(DynamicDatasets.dynamicDataset(wanted, all, false));
  }

  private static void check(DatasetGraph all, String name) {
    boolean made =
        name.equals(Quad.unionGraph.getURI()) || name.equals(Quad.defaultGraphIRI.getURI());
    if (made || all.containsGraph(NodeFactory.createURI(name))) {
      return;
    }
    List<String> known = new ArrayList<>();
    all.listGraphNodes()
        .forEachRemaining(
            graph -> {
              if (graph.isURI()) {
                known.add(graph.getURI());
              }
            });
    Optional<String> near = Suggestion.nearest(name, known);
    throw new QueryRefused(
        Reason.NOT_ALLOWED,
        "no graph <" + name + "> here, and none is fetched" + Suggestion.phrase(name, known),
        Optional.empty(),
        near);
  }
}
