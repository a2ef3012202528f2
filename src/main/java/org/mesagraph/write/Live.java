package org.mesagraph.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Prefixes;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.shape.Finding;
import org.mesagraph.shape.Finding.Severity;
import org.mesagraph.store.LiveDataset;
import org.mesagraph.store.Release;
import org.mesagraph.store.Snapshot;

/**
 * A release with all changes that were made since, and the desk where more are made.
 *
 * @param snapshot what there is now
 * @param how what was found, in a few words
 */
public record Live(Snapshot snapshot, WriteDesk desk, String how) implements AutoCloseable {

  /** The folder of the changes, beside the releases. */
  public static final String FOLDER = "live";

  /** Names the release that the changes were last found to fit. */
  private static final String FITS = "release";

  /**
   * Opens a release with its changes.
   *
   * @param folder where the changes are, or are to be
   * @param inspection with the checks that must find nothing
   * @throws MesagraphException if the log is damaged, or its changes do not fit the release
   */
  public static Live open(
      Path folder,
      Release release,
      Reasoner reasoner,
      Function<Prefixes, Inspector> inspection,
      Limits limits,
      Clock clock) {
    ChangeLog.Opened opened = ChangeLog.open(folder);
    ChangeLog log = opened.log();
    LogReader.Found found = opened.found();
    try {
      LiveDataset.Opened dataset =
          new LiveDataset(folder)
              .open(release.recall(reasoner), found.added(), found.removed(), found.position());
      Snapshot snapshot = dataset.writer().snapshot();
      Inspector inspector = inspection.apply(snapshot.base().prefixes());
      if (found.position() > 0 && !release.name().equals(fits(folder))) {
        check(folder, inspector, snapshot);
      }
      Files.writeString(folder.resolve(FITS), release.name() + "\n");
      WriteDesk desk =
          new WriteDesk(dataset.writer(), log, inspector, limits, clock, release.name());
      return new Live(snapshot, desk, how(found, dataset.how()));
    } catch (MesagraphException e) {
      log.close();
      throw e;
    } catch (IOException e) {
      log.close();
      throw new UncheckedIOException(e);
    }
  }

  private static String fits(Path folder) throws IOException {
    Path file = folder.resolve(FITS);
    return Files.exists(file) ? Files.readString(file).strip() : "";
  }

  private static void check(Path folder, Inspector inspector, Snapshot snapshot) {
    List<Finding> errors =
        inspector.all(snapshot, snapshot.dataset()).stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList();
    if (!errors.isEmpty()) {
      snapshot.close();
      throw new MesagraphException(
          Kind.CHECK,
          "the changes in "
              + folder
              + " do not fit the files any more: "
              + errors.get(0).what()
              + (errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "")
              + " – undo what was edited, or move the folder away to go on without the changes");
    }
  }

  private static String how(LogReader.Found found, LiveDataset.How how) {
    return found.position()
        + " changes"
        + (found.cut() > 0 ? ", the beginning of another cut off" : "")
        + switch (how) {
          case MADE -> ", dataset made";
          case AS_IT_SHOULD_BE -> ", dataset as it should be";
          case COMPLETED -> ", dataset completed";
          case MADE_ANEW -> ", dataset made anew as it was not as it should be";
        };
  }

  @Override
  public void close() {
    desk.close();
  }
}
