package org.mesagraph.describe;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.RealProject;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Statement;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.server.Current;
import org.mesagraph.server.Served;
import org.mesagraph.store.Snapshot;

/** A small project whose labels and IRIs are as odd as they may be. */
public final class Odd {

  private Odd() {}

  static Path root() {
    return RealProject.root().resolve("src/test/resources/describe/odd");
  }

  /** With what no file may hold, but what might come another way all the same. */
  public static Snapshot snapshot() {
    Node about = Iris.of("ontology/isAbout");
    Node first = NodeFactory.createBlankNode();
    Node second = NodeFactory.createBlankNode();
    List<Triple> more =
        List.of(
            Triple.create(study("link"), about, NodeFactory.createURI("javascript:alert(1)")),
            Triple.create(
                study("link"), about, NodeFactory.createURI("data:text/html,%3Cscript%3E")),
            Triple.create(study("values"), about, NodeFactory.createURI("study:no-prefixed-name")),
            Triple.create(study("script"), about, first),
            Triple.create(first, about, second),
            Triple.create(first, about, study("image")),
            Triple.create(second, about, NodeFactory.createLiteralString("deep")));
    KnowledgeBase base =
        KnowledgeBase.load(root())
            .with(
                more.stream()
                    .map(t -> new Statement(Iris.of("graph/odd"), t, Place.of("a test")))
                    .toList(),
                statement -> false);
    return Snapshot.of(base, new MaterializingReasoner());
  }

  private static Node study(String slug) {
    return Iris.of("study/" + slug);
  }

  /** The same as a server answers from it. */
  public static Current current() {
    Snapshot snapshot = snapshot();
    return Current.of(
        Served.of("odd", snapshot, SavedQueries.read(root(), snapshot.base().prefixes())));
  }

  static Descriptions descriptions(Snapshot snapshot) {
    return Descriptions.of(snapshot, SavedQueries.read(root(), snapshot.base().prefixes()), "odd");
  }
}
