package org.mesagraph.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.reason.Progress;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.server.Served;
import org.mesagraph.server.StoredReleases;
import org.mesagraph.store.Fingerprint;
import org.mesagraph.store.Release;
import org.mesagraph.store.StoreFolder;
import org.mesagraph.write.Live;

/**
 * Where a server has its state from: the files of a folder, and a store if it has one.
 *
 * @param store the folder of the releases
 * @param written whether changes are made beside the releases
 */
record Origin(
    Path root, Optional<StoreFolder> store, boolean written, Reasoner reasoner, Progress progress) {

  /**
   * A state as it was opened.
   *
   * @param mark differs from that of every other state
   * @param how where it came from, in a few words
   * @param live where changes are made, if they are
   */
  record Opened(Project project, String mark, String how, Optional<Live> live) {}

  /**
   * Opens what the files state now.
   *
   * @throws MesagraphException if a file is wrong, the inspection finds an error, or the current
   *     release is damaged
   */
  Opened open() {
    // taken before anything is read, so that what is edited meanwhile is not taken for what is read
    String files = files();
    if (store.isEmpty()) {
      return new Opened(
          Project.open(root, reasoner, progress), files, root + ", in memory", Optional.empty());
    }
    StoredProject stored =
        written
            ? StoredProject.openToWrite(root, reasoner, progress, store.get())
            : StoredProject.open(root, reasoner, progress, store.get());
    return new Opened(
        stored.project(),
        mark(files, Optional.of(stored.release())),
        "store " + store.get().folder() + " · " + stored.how(),
        stored.live());
  }

  /**
   * What a server answers from, with the releases of the store beside it; where changes are made,
   * its version is told by them, too.
   */
  Served served(Opened opened) {
    Project project = opened.project();
    Served served =
        opened
            .live()
            .map(live -> Served.of(live.desk().version(), project.snapshot(), project.queries()))
            .orElseGet(() -> project.served(root));
    return store.map(folder -> StoredReleases.beside(served, folder, reasoner)).orElse(served);
  }

  /** The mark of the state that would be opened now. */
  String mark() {
    return mark(files(), store.flatMap(StoreFolder::current).map(Release::name));
  }

  private String files() {
    return Fingerprint.of(root, Project.program()).hex();
  }

  private static String mark(String files, Optional<String> release) {
    return release.map(name -> files + " " + name).orElse(files);
  }
}
