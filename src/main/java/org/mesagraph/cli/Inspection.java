package org.mesagraph.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.query.CheckFinding;
import org.mesagraph.query.Checks;
import org.mesagraph.reason.FixpointReasoner;
import org.mesagraph.shape.Finding;
import org.mesagraph.shape.Finding.Severity;
import org.mesagraph.shape.Shapes;
import org.mesagraph.store.Snapshot;

/**
 * The files of a folder, read and reasoned over, with all that is found wrong on the way.
 *
 * @param findings of the shapes, of contradictions and of the checks, in this order
 */
record Inspection(Snapshot snapshot, List<Finding> findings) {

  Inspection {
    findings = List.copyOf(findings);
  }

  /**
   * Inspects a folder.
   *
   * @throws MesagraphException if a file cannot be read or a rule is not supported
   */
  static Inspection of(Path root) {
    KnowledgeBase base = KnowledgeBase.load(root);
    List<Finding> findings = new ArrayList<>(new Shapes(base).findings());
    Snapshot snapshot = Snapshot.of(base, new FixpointReasoner());
    for (Triple contradiction : snapshot.closure().inconsistencies()) {
      findings.add(contradiction(base, contradiction.getSubject()));
    }
    for (CheckFinding found : Checks.read(root, base.prefixes()).run(snapshot.dataset())) {
      findings.add(finding(base, found));
    }
    return new Inspection(snapshot, findings);
  }

  /** The findings that stop the program. */
  List<Finding> errors() {
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  private static Finding contradiction(KnowledgeBase base, Node subject) {
    return new Finding(
        "reason/contradiction",
        Severity.ERROR,
        base.placeOf(subject),
        base.prefixes().show(subject) + " belongs to classes that exclude each other",
        "mend one of the statements that say what it is");
  }

  private static Finding finding(KnowledgeBase base, CheckFinding found) {
    return new Finding(
        "check/" + found.check(),
        Severity.valueOf(found.severity().name()),
        base.placeOf(found.focus()),
        base.prefixes().show(found.focus()) + " " + found.message(),
        found.fix());
  }
}
