package org.mesagraph.store;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Statement;

/**
 * What lies in a folder of TDB2, for tests of other rooms.
 *
 * @param faults where it does not agree with itself
 */
public record DatasetProbe(Set<Quad> stated, Set<Triple> inferred, List<String> faults) {

  /** Reads a copy of a folder that nobody has open. */
  public static DatasetProbe of(Path folder) {
    return DiskDataset.inCopy(
        folder,
        dataset ->
            new DatasetProbe(
                Txn.calculateRead(dataset, () -> World.stated(dataset)),
                Txn.calculateRead(dataset, () -> World.inferred(dataset)),
                IndexCheck.faults(dataset)));
  }

  /** What follows from the stated quads by the rules of a knowledge base. */
  public Set<Triple> due(KnowledgeBase files) {
    Set<Quad> more = new HashSet<>(stated);
    more.removeAll(World.quads(files));
    List<Statement> added =
        more.stream()
            .map(quad -> new Statement(quad.getGraph(), quad.asTriple(), Place.of("written")))
            .toList();
    return Set.copyOf(
        World.snapshot(files.with(added, statement -> !stated.contains(World.asQuad(statement))))
            .inferred());
  }

  /** A triple as in {@code "a supports b"}. */
  public static Triple triple(String text) {
    return World.triple(text);
  }
}
