package org.mesagraph.describe;

import static org.mesagraph.describe.Terms.dcat;
import static org.mesagraph.describe.Terms.english;
import static org.mesagraph.describe.Terms.triple;
import static org.mesagraph.describe.Terms.voids;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** How to get a dataset: the endpoint, and a dump in each syntax, compressed and not. */
final class Access {

  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
  private static final String GZIP = "application/gzip";

  private Access() {}

  static List<Triple> of(Node dataset) {
    List<Triple> triples = new ArrayList<>();
    Node service = Iris.of("dataset#sparql");
    triples.add(triple(dataset, dcat("accessService"), service));
    triples.add(triple(service, RDF.type.asNode(), dcat("DataService")));
    triples.add(triple(service, DCTerms.title.asNode(), english("SPARQL 1.1 query")));
    triples.add(triple(service, dcat("endpointURL"), Iris.of("sparql")));
    triples.add(triple(service, dcat("endpointDescription"), Iris.of("sparql")));
    triples.add(triple(service, dcat("servesDataset"), dataset));
    triples.add(triple(service, DCTerms.license.asNode(), Iris.LICENSE));
    for (RdfSyntax syntax : RdfSyntax.values()) {
      triples.addAll(dump(dataset, syntax, false));
      triples.addAll(dump(dataset, syntax, true));
    }
    return triples;
  }

  private static List<Triple> dump(Node dataset, RdfSyntax syntax, boolean compressed) {
    Node dump = Iris.of("dump." + syntax.suffix() + (compressed ? ".gz" : ""));
    Node distribution = Iris.of("dataset#dump-" + syntax.suffix() + (compressed ? "-gz" : ""));
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(dataset, voids("dataDump"), dump));
    triples.add(triple(dataset, dcat("distribution"), distribution));
    triples.add(triple(distribution, RDF.type.asNode(), dcat("Distribution")));
    triples.add(
        triple(
            distribution,
            DCTerms.title.asNode(),
            english(
                (Dump.hasGraphs(syntax) ? "All graphs in " : "All statements, without graphs, in ")
                    + syntax.label()
                    + (compressed ? ", compressed" : ""))));
    triples.add(triple(distribution, dcat("downloadURL"), dump));
    triples.add(triple(distribution, DCTerms.license.asNode(), Iris.LICENSE));
    triples.add(triple(distribution, dcat("mediaType"), Terms.iri(MEDIA_TYPES + syntax.type())));
    if (compressed) {
      triples.add(triple(distribution, dcat("compressFormat"), Terms.iri(MEDIA_TYPES + GZIP)));
    }
    return triples;
  }
}
