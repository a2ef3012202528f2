package org.mesagraph.write;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.write.RefusedException.Reason;

/** What a request does to the statements, read and not yet done. */
public sealed interface Edit {

  /** What is done, in one word for the log. */
  String kind();

  /** Does it, within a transaction of the overlay. */
  Outcome on(Overlay overlay, long position);

  /**
   * What came of an edit.
   *
   * @param graph the graph that it was about, if it was one
   * @param isNew whether there was no such graph before
   */
  record Outcome(Optional<Node> graph, boolean isNew) {
    static final Outcome OF_MANY = new Outcome(Optional.empty(), false);
  }

  /** The operations of SPARQL 1.1 Update, one after the other. */
  record Update(UpdateText text) implements Edit {
    @Override
    public String kind() {
      return "update";
    }

    @Override
    public Outcome on(Overlay overlay, long position) {
      text.run(overlay);
      return Outcome.OF_MANY;
    }
  }

  /** A graph becomes what the body says: PUT of the Graph Store Protocol, §5.3. */
  record Put(Node graph, List<Quad> quads) implements Edit {
    @Override
    public String kind() {
      return "put";
    }

    @Override
    public Outcome on(Overlay overlay, long position) {
      boolean isNew = !overlay.containsGraph(graph);
      if (quads.isEmpty() && !isNew) {
        throw new RefusedException(
            Reason.UNFIT,
            "the body has no statement, and would replace <"
                + graph.getURI()
                + "> by nothing – if that is meant, send DELETE");
      }
      overlay.removeGraph(graph);
      quads.forEach(quad -> overlay.add(Quad.create(graph, quad.asTriple())));
      return new Outcome(Optional.of(graph), isNew);
    }
  }

  /** A graph gets what the body says in addition: POST, §5.5. */
  record Post(Node graph, List<Quad> quads) implements Edit {
    @Override
    public String kind() {
      return "post";
    }

    @Override
    public Outcome on(Overlay overlay, long position) {
      boolean isNew = !overlay.containsGraph(graph);
      quads.forEach(quad -> overlay.add(Quad.create(graph, quad.asTriple())));
      return new Outcome(Optional.of(graph), isNew);
    }
  }

  /** A new graph is made of what the body says, and named here: POST to the store itself, §5.5. */
  record PostNew(List<Quad> quads) implements Edit {
    @Override
    public String kind() {
      return "post-new";
    }

    @Override
    public Outcome on(Overlay overlay, long position) {
      return new Post(Graphs.posted(position), quads).on(overlay, position);
    }
  }

  /** Each graph that the body names gets what is said in it, in addition. */
  record PostAll(List<Quad> quads) implements Edit {
    @Override
    public String kind() {
      return "post-all";
    }

    @Override
    public Outcome on(Overlay overlay, long position) {
      quads.forEach(overlay::add);
      return Outcome.OF_MANY;
    }
  }

  /** A graph goes: DELETE, §5.4. */
  record Delete(Node graph) implements Edit {
    @Override
    public String kind() {
      return "delete";
    }

    @Override
    public Outcome on(Overlay overlay, long position) {
      if (!overlay.containsGraph(graph)) {
        throw new RefusedException(Reason.NOT_FOUND, "there is no graph <" + graph.getURI() + ">");
      }
      overlay.removeGraph(graph);
      return new Outcome(Optional.of(graph), false);
    }
  }
}
