package org.mesagraph.describe;

import static org.mesagraph.describe.Terms.english;
import static org.mesagraph.describe.Terms.foaf;
import static org.mesagraph.describe.Terms.in;
import static org.mesagraph.describe.Terms.text;
import static org.mesagraph.describe.Terms.triple;
import static org.mesagraph.describe.Terms.voids;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * What is said of the document that describes a thing. It goes by the name of its Turtle form in
 * all forms, so that all of them say the same.
 *
 * @param version of what is described
 */
record Documents(String version) {

  /** The forms in which a description can be had, besides Turtle. */
  private static final List<String> OTHERS =
      List.of("html", "md", "jsonld", "nt", "rdf", "trig", "nq");

  List<Triple> about(Node thing, String label, Draft draft) {
    Node topic = thing.getURI().equals(Iris.BASE) ? Iris.DATASET : thing;
    String path = Iris.path(topic).replaceFirst("/$", "");
    Node document = Iris.of(path + "." + RdfSyntax.TURTLE.suffix());
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(topic, foaf("isPrimaryTopicOf"), document));
    triples.add(triple(document, RDF.type.asNode(), foaf("Document")));
    triples.add(triple(document, foaf("primaryTopic"), topic));
    triples.add(triple(document, DCTerms.title.asNode(), english("Description of " + label)));
    triples.add(triple(document, DCTerms.license.asNode(), Iris.LICENSE));
    triples.add(triple(document, in(Terms.PAV, "version"), text(version)));
    OTHERS.forEach(
        form ->
            triples.add(triple(document, DCTerms.hasFormat.asNode(), Iris.of(path + "." + form))));
    if (topic.equals(Iris.DATASET)) {
      triples.add(triple(document, RDF.type.asNode(), voids("DatasetDescription")));
    } else {
      triples.add(triple(document, voids("inDataset"), Iris.DATASET));
    }
    draft
        .cuts()
        .forEach(
            cut ->
                triples.add(
                    triple(
                        document,
                        RDFS.comment.asNode(),
                        english(
                            "Of the "
                                + cut.all()
                                + " statements that lead here by "
                                + cut.predicate()
                                + ", "
                                + cut.given()
                                + " are given."))));
    return triples;
  }
}
