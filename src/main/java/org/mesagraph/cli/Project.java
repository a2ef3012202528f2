package org.mesagraph.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Problem;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.query.SavedQuery;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.reason.Progress;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.server.Served;
import org.mesagraph.shape.Finding;
import org.mesagraph.store.Fingerprint;
import org.mesagraph.store.KeptSnapshots;
import org.mesagraph.store.Snapshot;

/** The files of a folder, taken through the whole line: read, checked, reasoned over. */
final class Project {

  /** Where snapshots are kept, beside the program. */
  private static final String KEPT = "kept";

  private final Snapshot snapshot;
  private final Supplier<SavedQueries> queries;
  private final Function<String, Optional<SavedQuery>> query;

  /** A project whose saved queries were read together with the data. */
  private Project(Snapshot snapshot, SavedQueries queries) {
    this.snapshot = snapshot;
    this.queries = () -> queries;
    this.query = queries::find;
  }

  /** A project whose saved queries were found in order before, and are read when asked for. */
  private Project(Snapshot snapshot, Path root) {
    this.snapshot = snapshot;
    this.queries = () -> SavedQueries.read(root, snapshot.base().prefixes());
    this.query = name -> SavedQueries.readOne(root, name, snapshot.base().prefixes());
  }

  /**
   * Opens a folder. If neither its files nor the program have changed since they were last found in
   * order, what was computed then is used.
   *
   * @param reasoner draws the conclusions
   * @param progress is told how far it is
   * @throws MesagraphException if a file is wrong or the inspection finds an error
   */
  static Project open(Path root, Reasoner reasoner, Progress progress) {
    return open(root, reasoner, progress, finding -> true);
  }

  /** The same whatever the inspection finds, so that a contradiction can be explained. */
  static Project openDespiteFindings(Path root, Reasoner reasoner, Progress progress) {
    return open(root, reasoner, progress, finding -> false);
  }

  private static Project open(
      Path root, Reasoner reasoner, Progress progress, Predicate<Finding> stops) {
    Path program = program();
    // what another reasoner would find is not what was kept
    return Files.isRegularFile(program) && reasoner instanceof MaterializingReasoner
        ? open(root, progress, stops, program, new KeptSnapshots(program.resolveSibling(KEPT)))
        : inspect(root, reasoner, progress, stops, snapshot -> {});
  }

  /** The same with snapshots kept for a program. */
  static Project open(
      Path root, Progress progress, Predicate<Finding> stops, Path program, KeptSnapshots kept) {
    Reasoner reasoner = new MaterializingReasoner();
    Fingerprint fingerprint = Fingerprint.of(root, program);
    return kept.find(fingerprint, reasoner)
        .map(snapshot -> inOrder(root, snapshot))
        .orElseGet(
            () ->
                inspect(
                    root,
                    reasoner,
                    progress,
                    stops,
                    snapshot -> {
                      // what was edited while it was read must not be kept as what it was before
                      if (Fingerprint.of(root, program).equals(fingerprint)) {
                        kept.keep(snapshot, fingerprint);
                      }
                    }));
  }

  /**
   * Opens a folder with everything computed afresh.
   *
   * @throws MesagraphException if a file is wrong or the inspection finds an error
   */
  static Project inspect(Path root, Reasoner reasoner, Progress progress) {
    return inspect(root, reasoner, progress, finding -> true, snapshot -> {});
  }

  /**
   * The same.
   *
   * @param stops which errors stop the program
   * @param keep is given a snapshot in which there are none
   */
  private static Project inspect(
      Path root,
      Reasoner reasoner,
      Progress progress,
      Predicate<Finding> stops,
      Consumer<Snapshot> keep) {
    Inspection inspection = Inspection.of(root, reasoner, progress);
    List<Finding> errors = inspection.errors().stream().filter(stops).toList();
    if (!errors.isEmpty()) {
      throw new MesagraphException(
          Kind.CHECK,
          errors.stream()
              .map(finding -> new Problem(finding.place(), finding.what(), finding.cure()))
              .toList());
    }
    Snapshot snapshot = inspection.snapshot();
    Project project = new Project(snapshot, SavedQueries.read(root, snapshot.base().prefixes()));
    if (inspection.errors().isEmpty()) {
      keep.accept(snapshot);
    }
    return project;
  }

  /** A project that was found in order before. */
  static Project inOrder(Path root, Snapshot snapshot) {
    return new Project(snapshot, root);
  }

  /** The jar of this program, or its folder of classes in development. */
  static Path program() {
    try {
      return Path.of(Project.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program does not know where it is", e);
    }
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** What a server answers from; its version is that of the files and the program. */
  Served served(Path root) {
    return Served.of(Fingerprint.of(root, program()).hex(), snapshot, queries());
  }

  /** All saved queries beside the data. */
  SavedQueries queries() {
    return queries.get();
  }

  /** The saved query of a name, if there is one. */
  Optional<SavedQuery> query(String name) {
    return query.apply(name);
  }
}
