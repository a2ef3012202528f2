package org.mesagraph.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.base.Prefixes;

/**
 * What is said of a thing, bounded: what is stated or follows of it, what points at it, what its
 * neighbours are called, and what the document itself is.
 *
 * @param label what the thing is called
 * @param about quads with the thing as their subject, blank nodes followed
 * @param pointing quads with the thing as their object, or whose blank nodes lead to it
 * @param cuts the properties by which more points at it than is given
 * @param besides what no graph holds: computed, or of the document
 * @param marks that tell of each quad that follows that it does, for syntaxes without graphs
 * @param labels what the nodes are called that occur
 */
public record Description(
    Node topic,
    String label,
    List<Quad> about,
    List<Quad> pointing,
    List<Cut> cuts,
    List<Triple> besides,
    List<Triple> marks,
    Map<Node, String> labels) {

  public Description {
    about = List.copyOf(about);
    pointing = List.copyOf(pointing);
    cuts = List.copyOf(cuts);
    besides = List.copyOf(besides);
    marks = List.copyOf(marks);
    labels = Map.copyOf(labels);
  }

  /** A property by which more points at the thing than is given. */
  public record Cut(Node predicate, int given, int all) {}

  /** Everything as triples; what follows is marked by statements about statements. */
  public List<Triple> triples() {
    List<Triple> all = new ArrayList<>();
    about.forEach(quad -> all.add(quad.asTriple()));
    pointing.forEach(quad -> all.add(quad.asTriple()));
    all.addAll(besides);
    all.addAll(marks);
    return all;
  }

  /** Everything as quads; what follows is in the graph of what follows. */
  public List<Quad> quads() {
    List<Quad> all = new ArrayList<>(about);
    all.addAll(pointing);
    besides.forEach(triple -> all.add(Quad.create(Quad.defaultGraphIRI, triple)));
    return all;
  }

  /** The description as a document. */
  public byte[] write(RdfSyntax syntax, Prefixes prefixes) {
    Prefixes known = Terms.prefixes(prefixes);
    return syntax.hasGraphs()
        ? RdfText.quads(quads(), syntax, known)
        : RdfText.triples(topic, triples(), syntax, known);
  }
}
