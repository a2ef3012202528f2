package org.mesagraph.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.LineIndex;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Place;
import org.mesagraph.explain.Coverage;
import org.mesagraph.explain.Passages;
import org.mesagraph.query.Checks;
import org.mesagraph.reason.Progress;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.shape.Finding;
import org.mesagraph.shape.Finding.Severity;
import org.mesagraph.shape.Shapes;
import org.mesagraph.store.Snapshot;
import org.mesagraph.write.Inspector;

/**
 * The files of a folder, read and reasoned over, with all that is found wrong on the way.
 *
 * @param findings of the shapes, of contradictions, of the checks and of the lines that nothing is
 *     stated from, in this order
 */
record Inspection(Snapshot snapshot, List<Finding> findings) {

  Inspection {
    findings = List.copyOf(findings);
  }

  /**
   * Inspects a folder.
   *
   * @param reasoner draws the conclusions
   * @param progress is told how far it is
   * @throws MesagraphException if a file cannot be read or a rule is not supported
   */
  static Inspection of(Path root, Reasoner reasoner, Progress progress) {
    KnowledgeBase base = KnowledgeBase.load(root);
    Inspector inspector = Inspector.of(Checks.read(root, Checks.FOLDER, base.prefixes()));
    // the shapes look at what the files state, so that they need not wait for what follows
    ForkJoinTask<List<Finding>> shapes =
        ForkJoinPool.commonPool().submit(() -> new Shapes(base).findings());
    Snapshot snapshot = Snapshot.of(base, reasoner, progress);
    List<Finding> findings = new ArrayList<>(shapes.join());
    findings.addAll(inspector.afterReasoning(snapshot, snapshot.dataset()));
    Passages passages = new Passages(snapshot.closure());
    for (LineIndex index : LineIndex.readAll(root)) {
      findings.addAll(uncovered(Coverage.of(passages, index)));
    }
    return new Inspection(snapshot, findings);
  }

  /** The findings that stop the program. */
  List<Finding> errors() {
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  private static List<Finding> uncovered(Coverage coverage) {
    String index = LineIndex.FOLDER + "/" + coverage.source() + ".tsv";
    return coverage.uncovered().stream()
        .map(
            line ->
                new Finding(
                    "coverage/line-without-claim",
                    Severity.WARNING,
                    new Place(index, line + 1),
                    "",
                    "line " + line + " of " + coverage.source() + " has content and no claim",
                    "add what it says as a claim, or mend the kind of the line"))
        .toList();
  }
}
