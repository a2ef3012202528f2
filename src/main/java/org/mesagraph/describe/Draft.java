package org.mesagraph.describe;

import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * What is found of a thing, before its neighbours are named and what follows is marked.
 *
 * @param computed what no graph holds
 * @param neighbours whether neighbours are named, which the largest descriptions do without
 */
record Draft(
    List<Quad> about,
    List<Quad> pointing,
    List<Description.Cut> cuts,
    List<Triple> computed,
    boolean neighbours) {

  Draft {
    about = List.copyOf(about);
    pointing = List.copyOf(pointing);
    cuts = List.copyOf(cuts);
    computed = List.copyOf(computed);
  }

  static Draft of(Excerpt excerpt, List<Triple> computed) {
    return new Draft(excerpt.about(), excerpt.pointing(), excerpt.cuts(), computed, true);
  }

  static Draft computed(List<Triple> computed) {
    return new Draft(List.of(), List.of(), List.of(), computed, true);
  }

  boolean isEmpty() {
    return about.isEmpty() && pointing.isEmpty() && computed.isEmpty();
  }
}
