package org.mesagraph.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.store.Release;
import org.mesagraph.store.Snapshot;
import org.mesagraph.store.StoreFolder;

/**
 * The releases of a store. One other than that which is served is read into memory when it is first
 * asked for, and stays there as long as nobody asks for yet another.
 */
public final class StoredReleases implements Releases {

  private final StoreFolder folder;
  private final Reasoner reasoner;
  private final Served served;
  private final Optional<String> current;
  private final Map<String, QueryRunner> recalled = new LinkedHashMap<>();

  private StoredReleases(StoreFolder folder, Reasoner reasoner, Served served) {
    this.folder = folder;
    this.reasoner = reasoner;
    this.served = served;
    this.current =
        folder
            .current()
            .filter(release -> release.fingerprint().hex().equals(served.version()))
            .map(Release::name);
  }

  /** The state with the releases of its store beside it. */
  public static Served beside(Served served, StoreFolder folder, Reasoner reasoner) {
    return served.with(new StoredReleases(folder, reasoner, served));
  }

  @Override
  public Optional<String> current() {
    return current;
  }

  @Override
  public Found find(String name) {
    if (current.filter(name::equals).isPresent()) {
      return new Kept(served.runner());
    }
    Optional<Release> release = folder.find(name);
    if (release.isEmpty()) {
      return folder.knows(name) ? new Gone() : new Never();
    }
    return new Kept(runner(release.get()));
  }

  /** One release at a time, since each takes as much memory as what is served. */
  private synchronized QueryRunner runner(Release release) {
    QueryRunner known = recalled.get(release.name());
    if (known != null) {
      return known;
    }
    recalled.clear();
    Snapshot snapshot = release.recall(reasoner);
    QueryRunner runner = new QueryRunner(snapshot.dataset(), snapshot.base().prefixes());
    recalled.put(release.name(), runner);
    return runner;
  }
}
