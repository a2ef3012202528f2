package org.mesagraph.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Problem;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.shape.Finding;
import org.mesagraph.store.Snapshot;

/**
 * The files of a folder, taken through the whole line: read, checked, reasoned over.
 *
 * @param queries the saved queries beside the data
 */
record Project(Snapshot snapshot, SavedQueries queries) {

  /**
   * Opens a folder.
   *
   * @param reasoner draws the conclusions
   * @throws MesagraphException if a file is wrong or the inspection finds an error
   */
  static Project open(Path root, Reasoner reasoner) {
    return open(root, reasoner, finding -> true);
  }

  /** The same whatever the inspection finds, so that a contradiction can be explained. */
  static Project openDespiteFindings(Path root, Reasoner reasoner) {
    return open(root, reasoner, finding -> false);
  }

  private static Project open(Path root, Reasoner reasoner, Predicate<Finding> stops) {
    Inspection inspection = Inspection.of(root, reasoner);
    List<Finding> errors = inspection.errors().stream().filter(stops).toList();
    if (!errors.isEmpty()) {
      throw new MesagraphException(
          Kind.CHECK,
          errors.stream()
              .map(finding -> new Problem(finding.place(), finding.what(), finding.cure()))
              .toList());
    }
    Snapshot snapshot = inspection.snapshot();
    return new Project(snapshot, SavedQueries.read(root, snapshot.base().prefixes()));
  }
}
