package org.mesagraph.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.query.Checks;
import org.mesagraph.reason.Progress;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.store.Fingerprint;
import org.mesagraph.store.Release;
import org.mesagraph.store.StoreFolder;
import org.mesagraph.write.Inspector;
import org.mesagraph.write.Limits;
import org.mesagraph.write.Live;

/**
 * A project whose dataset lies in a store.
 *
 * @param release the name of the release
 * @param how whether the store was used as it stood, or why it was not
 * @param live the changes since, if more can be made
 */
record StoredProject(Project project, String release, String how, Optional<Live> live) {

  /**
   * Opens the current release of a store if it was loaded from just these files by this program;
   * loads a new one otherwise.
   *
   * @throws MesagraphException if a file is wrong, the inspection finds an error, or the release is
   *     damaged
   */
  static StoredProject open(Path root, Reasoner reasoner, Progress progress, StoreFolder store) {
    Found found = find(root, reasoner, progress, store);
    return new StoredProject(
        Project.inOrder(root, found.release().open(reasoner)),
        found.release().name(),
        found.how(),
        Optional.empty());
  }

  /**
   * The same with all changes that were made since, and a desk where more are made.
   *
   * @throws MesagraphException if, besides, the changes are damaged or do not fit the files
   */
  static StoredProject openToWrite(
      Path root, Reasoner reasoner, Progress progress, StoreFolder store) {
    Found found = find(root, reasoner, progress, store);
    Release release = found.release();
    Live live =
        Live.open(
            store.folder().resolve(Live.FOLDER),
            release,
            reasoner,
            prefixes -> Inspector.of(Checks.read(root, Checks.FOLDER, prefixes)),
            Limits.USUAL,
            Clock.systemUTC());
    return new StoredProject(
        Project.inOrder(root, live.snapshot()),
        release.name(),
        found.how() + ", and " + live.how(),
        Optional.of(live));
  }

  /** A release that was loaded from just these files by this program, and how it was found. */
  private record Found(Release release, String how) {}

  private static Found find(Path root, Reasoner reasoner, Progress progress, StoreFolder store) {
    Optional<Release> current = store.current();
    Fingerprint fingerprint = Fingerprint.of(root, Project.program());
    if (current.isPresent() && current.get().fingerprint().equals(fingerprint)) {
      Release release = current.get();
      release.verify();
      return new Found(release, release.name() + " as it was loaded at " + release.loaded());
    }
    Release release = load(root, reasoner, progress, store);
    return new Found(
        release,
        current.isPresent()
            ? release.name()
                + ", loaded now: files or program are not those of "
                + current.get().name()
            : release.name() + ", loaded now: the store was empty");
  }

  /**
   * Loads a project into a store, with everything computed afresh.
   *
   * @throws MesagraphException if a file is wrong or the inspection finds an error
   */
  static Release load(Path root, Reasoner reasoner, Progress progress, StoreFolder store) {
    Fingerprint fingerprint = Fingerprint.of(root, Project.program());
    Project project = Project.inspect(root, reasoner, progress);
    // files that were edited meanwhile have another fingerprint, and are loaded at the next start
    return store.load(project.snapshot(), fingerprint, VersionCommand.version(), Clock.systemUTC());
  }
}
