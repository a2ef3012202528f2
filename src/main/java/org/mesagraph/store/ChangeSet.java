package org.mesagraph.store;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What a change does to a dataset, prepared so completely that applying it can fail for no reason
 * that lies in it: every quad is one that a dataset can hold.
 *
 * @param added stated quads that were not there
 * @param removed stated quads that were there
 * @param gained triples that follow now and did not before
 * @param lost triples that followed before and do not now
 */
public record ChangeSet(
    List<Quad> added, List<Quad> removed, List<Triple> gained, List<Triple> lost) {

  public ChangeSet {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
    Stream.concat(added.stream(), gained.stream().map(ChangeSet::inferred))
        .forEach(ChangeSet::check);
  }

  /** Makes the change, within a transaction of the caller's. */
  void apply(DatasetGraph dataset) {
    lost.forEach(triple -> dataset.delete(inferred(triple)));
    removed.forEach(dataset::delete);
    added.forEach(dataset::add);
    gained.forEach(triple -> dataset.add(inferred(triple)));
  }

  /** Whether nothing changes at all. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && gained.isEmpty() && lost.isEmpty();
  }

  /** Everything that a dataset has to hold afterwards and did not before. */
  List<Quad> all() {
    List<Quad> all = new ArrayList<>(added);
    gained.forEach(triple -> all.add(inferred(triple)));
    return all;
  }

  private static Quad inferred(Triple triple) {
    return Quad.create(Snapshot.INFERRED_GRAPH, triple);
  }

  private static void check(Quad quad) {
    boolean wellFormed =
        quad.getGraph().isURI()
            && !quad.isDefaultGraph()
            && !quad.isUnionGraph()
            && (quad.getSubject().isURI() || quad.getSubject().isBlank())
            && quad.getPredicate().isURI()
            && (quad.getObject().isURI()
                || quad.getObject().isBlank()
                || quad.getObject().isLiteral());
    if (!wellFormed) {
      throw new IllegalArgumentException("no graph holds " + quad);
    }
    Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
        .forEach(ChangeSet::checkText);
  }

  /** Half a surrogate pair cannot be written to disk. */
  private static void checkText(Node node) {
    String text = node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    try {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text that is not Unicode: " + node, e);
    }
  }
}
