package org.mesagraph;

import java.nio.file.Path;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.server.Current;
import org.mesagraph.server.Served;
import org.mesagraph.store.Snapshot;

/** The files of this project, read once for all tests. */
public final class RealProject {

  private static final Snapshot SNAPSHOT =
      Snapshot.of(KnowledgeBase.load(root()), new MaterializingReasoner());
  private static final SavedQueries QUERIES = SavedQueries.read(root(), SNAPSHOT.base().prefixes());

  private RealProject() {}

  public static Path root() {
    return Path.of(System.getProperty("mesagraph.home", ".")).toAbsolutePath().normalize();
  }

  public static Snapshot snapshot() {
    return SNAPSHOT;
  }

  /** The same as a server answers from it. */
  public static Current current() {
    return Current.of(Served.of("test", SNAPSHOT, QUERIES));
  }

  public static SavedQueries queries() {
    return QUERIES;
  }
}
