package org.mesagraph.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Revision;
import org.mesagraph.rule.Program;

/**
 * A change that is prepared and not yet made.
 *
 * @param before the snapshot that it changes, and no other
 * @param after the snapshot that it leads to
 * @param changes what happens to the dataset on the way
 */
public record Change(Snapshot before, Snapshot after, ChangeSet changes) {

  /**
   * Prepares a change; everything that can go wrong does so here.
   *
   * @param added what is to be stated, with the place that states it
   * @param removed what is to be stated no longer, wherever it was; before the others are added
   * @throws MesagraphException if it touches the ontology or the inferred graph, or if data say
   *     what only the ontology may
   */
  static Change of(Snapshot before, Collection<Statement> added, Collection<Quad> removed) {
    added.forEach(statement -> refuse(statement.graph().getURI()));
    removed.forEach(quad -> refuse(quad.getGraph().getURI()));
    Set<Quad> gone = new LinkedHashSet<>(removed);
    KnowledgeBase base = before.base();
    KnowledgeBase after = base.with(added, statement -> gone.contains(quad(statement)));
    // data that say what only the ontology may are refused here, as when files are read; and the
    // first to say that two things are the same change what the rules have to reckon with
    Program program = Program.of(after);
    Set<Quad> came = new LinkedHashSet<>();
    added.forEach(statement -> came.add(quad(statement)));
    List<Quad> addedQuads = came.stream().filter(quad -> !holds(base, quad)).toList();
    List<Quad> removedQuads =
        gone.stream().filter(quad -> holds(base, quad) && !holds(after, quad)).toList();
    Revision revision =
        program.equals(before.program())
            ? before.closure().revise(triples(addedQuads, base), triples(removedQuads, after))
            : afresh(before, before.reasoner().close(program, after.triples()));
    return new Change(
        before,
        before.revised(after, program, revision.closure()),
        new ChangeSet(addedQuads, removedQuads, revision.gained(), revision.lost()));
  }

  private static Revision afresh(Snapshot before, Closure closure) {
    List<Triple> gained = new ArrayList<>(closure.inferred());
    gained.removeAll(Set.copyOf(before.inferred()));
    List<Triple> lost = new ArrayList<>(before.inferred());
    lost.removeAll(Set.copyOf(closure.inferred()));
    return new Revision(closure, gained, lost);
  }

  /** The triples of quads that no graph of a knowledge base states. */
  private static List<Triple> triples(List<Quad> quads, KnowledgeBase base) {
    List<Triple> triples = new ArrayList<>();
    for (Quad quad : quads) {
      if (base.statementsOf(quad.asTriple()).isEmpty()) {
        triples.add(quad.asTriple());
      }
    }
    return triples;
  }

  private static boolean holds(KnowledgeBase base, Quad quad) {
    return base.statementsOf(quad.asTriple()).stream()
        .anyMatch(statement -> statement.graph().equals(quad.getGraph()));
  }

  private static Quad quad(Statement statement) {
    return Quad.create(statement.graph(), statement.triple());
  }

  private static void refuse(String graph) {
    if (graph.equals(KnowledgeBase.ONTOLOGY_GRAPH.getURI())) {
      throw new MesagraphException(
          Kind.USAGE, "the ontology changes with its files: edit them, then load anew");
    }
    if (graph.equals(Snapshot.INFERRED_GRAPH.getURI())) {
      throw new MesagraphException(
          Kind.USAGE, "what follows is computed: change what it follows from");
    }
  }
}
