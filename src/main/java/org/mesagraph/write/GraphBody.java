package org.mesagraph.write;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.base.Diagnosis;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;
import org.mesagraph.write.RefusedException.Reason;

/** The edits of the Graph Store Protocol, read from the body of a request. */
public final class GraphBody {

  private GraphBody() {}

  /**
   * A graph becomes what the body says.
   *
   * @throws RefusedException if the body or the name is wrong
   */
  public static Edit put(Node graph, byte[] body, Syntax syntax) {
    return new Edit.Put(named(graph), ofOneGraph(RdfBody.read(body, syntax)));
  }

  /** A graph gets what the body says in addition. */
  public static Edit post(Node graph, byte[] body, Syntax syntax) {
    return new Edit.Post(named(graph), ofOneGraph(RdfBody.read(body, syntax)));
  }

  /** The graphs that the body names get what it says; a new one, if it names none. */
  public static Edit post(byte[] body, Syntax syntax) {
    List<Quad> quads = RdfBody.read(body, syntax);
    if (quads.stream().allMatch(Quad::isDefaultGraph)) {
      if (quads.isEmpty()) {
        throw new RefusedException(Reason.UNFIT, "the body has no statement to make a graph of");
      }
      return new Edit.PostNew(quads);
    }
    if (quads.stream().anyMatch(Quad::isDefaultGraph)) {
      throw new RefusedException(
          Reason.UNFIT,
          "some statements are in a graph and some in none – name the graph of each, or send those"
              + " in none by themselves");
    }
    return new Edit.PostAll(quads);
  }

  /** A graph goes. */
  public static Edit delete(Node graph) {
    return new Edit.Delete(named(graph));
  }

  private static Node named(Node graph) {
    Optional<Problem> problem = Diagnosis.ofTerm(Place.of("graph"), graph);
    if (problem.isPresent()) {
      throw new RefusedException(
          Reason.MALFORMED, problem.get().what() + " – " + problem.get().cure());
    }
    return graph;
  }

  private static List<Quad> ofOneGraph(List<Quad> quads) {
    quads.stream()
        .filter(quad -> !quad.isDefaultGraph())
        .findFirst()
        .ifPresent(
            quad -> {
              throw new RefusedException(
                  Reason.UNFIT,
                  "the request names its graph, and so does the body: <"
                      + quad.getGraph().getURI()
                      + "> – leave out the one or the other");
            });
    return quads;
  }
}
