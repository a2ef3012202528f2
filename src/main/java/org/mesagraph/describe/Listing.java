package org.mesagraph.describe;

import static org.mesagraph.describe.Terms.text;
import static org.mesagraph.describe.Terms.triple;
import static org.mesagraph.describe.Terms.voids;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The things of a kind as a description: the part of the dataset whose IRIs begin alike. */
final class Listing {

  private Listing() {}

  static Description of(String kind, List<Directory.Entry> entries) {
    Node space = Iris.of(kind + "/");
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(Iris.DATASET, voids("subset"), space));
    triples.add(triple(space, RDF.type.asNode(), voids("Dataset")));
    triples.add(triple(space, RDFS.label.asNode(), text(kind)));
    triples.add(triple(space, voids("uriSpace"), text(space.getURI())));
    triples.add(triple(space, DCTerms.license.asNode(), Iris.LICENSE));
    triples.add(Partitions.count(space, voids("entities"), entries.size()));
    for (Directory.Entry entry : entries) {
      triples.add(triple(space, voids("rootResource"), entry.iri()));
      triples.add(triple(entry.iri(), RDFS.label.asNode(), text(entry.label())));
    }
    return new Description(
        space, kind, List.of(), List.of(), List.of(), triples, List.of(), Map.of());
  }
}
