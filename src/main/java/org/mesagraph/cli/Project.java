package org.mesagraph.cli;

import java.nio.file.Path;
import java.util.List;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Problem;
import org.mesagraph.query.CheckFinding;
import org.mesagraph.query.Checks;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.reason.FixpointReasoner;
import org.mesagraph.shape.Finding;
import org.mesagraph.shape.Finding.Severity;
import org.mesagraph.shape.Shapes;
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
   * @throws MesagraphException if a file is wrong, a shape is broken, a check finds an error or the
   *     data contradict the ontology
   */
  static Project open(Path root) {
    KnowledgeBase base = KnowledgeBase.load(root);
    List<Problem> broken =
        new Shapes(base)
            .findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Project::problem)
                .toList();
    if (!broken.isEmpty()) {
      throw new MesagraphException(Kind.CHECK, broken);
    }
    Snapshot snapshot = Snapshot.of(base, new FixpointReasoner());
    if (!snapshot.closure().inconsistencies().isEmpty()) {
      throw new MesagraphException(
          Kind.CHECK,
          "the data contradict the ontology: "
              + base.prefixes().show(snapshot.closure().inconsistencies().get(0))
              + " – see mesagraph validate");
    }
    List<Problem> found =
        Checks.read(root, base.prefixes()).run(snapshot.dataset()).stream()
            .filter(finding -> finding.severity() == org.mesagraph.query.Severity.ERROR)
            .map(finding -> problem(base, finding))
            .toList();
    if (!found.isEmpty()) {
      throw new MesagraphException(Kind.CHECK, found);
    }
    return new Project(snapshot, SavedQueries.read(root, base.prefixes()));
  }

  private static Problem problem(KnowledgeBase base, CheckFinding finding) {
    return new Problem(
        base.placeOf(finding.focus()),
        base.prefixes().show(finding.focus()) + " " + finding.message(),
        finding.fix());
  }

  private static Problem problem(Finding finding) {
    return new Problem(finding.place(), finding.what(), finding.cure());
  }
}
