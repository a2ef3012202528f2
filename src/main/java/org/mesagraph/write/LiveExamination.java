package org.mesagraph.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.store.Examination;
import org.mesagraph.store.LiveDataset;
import org.mesagraph.store.Release;

/** Everything that can be looked at in the changes of a store; nothing is changed. */
public final class LiveExamination {

  private LiveExamination() {}

  /**
   * Looks at the log and then at the dataset. A server must not have them.
   *
   * @param release that the changes are made to
   * @return nothing if there are no changes
   */
  public static List<Examination> of(Path folder, Release release, Reasoner reasoner) {
    Path file = folder.resolve(ChangeLog.NAME);
    List<Examination> done = new ArrayList<>();
    if (Files.exists(file)) {
      done.add(
          Examination.of(
              "the log of changes is whole",
              () -> {
                read(file);
                return List.of();
              }));
      if (done.get(0).passed()) {
        LogReader.Found found = read(file);
        done.add(
            Examination.of(
                "the dataset holds what " + found.position() + " changes come to",
                () ->
                    new LiveDataset(folder)
                        .faults(
                            release.recall(reasoner),
                            found.added(),
                            found.removed(),
                            found.position())));
      }
    }
    return done;
  }

  private static LogReader.Found read(Path file) {
    try {
      return LogReader.read(file, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
