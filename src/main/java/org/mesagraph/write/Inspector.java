package org.mesagraph.write;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.explain.Contradiction;
import org.mesagraph.query.CheckFinding;
import org.mesagraph.query.Checks;
import org.mesagraph.shape.Finding;
import org.mesagraph.shape.Finding.Severity;
import org.mesagraph.shape.Shapes;
import org.mesagraph.store.Snapshot;

/**
 * Finds what is wrong in a state of everything, the same for files and for changes.
 *
 * @param checks must find nothing
 */
public record Inspector(Checks checks) {

  /** The code of a contradiction. */
  static final String CONTRADICTION = "reason/contradiction";

  /** An inspector with the checks of a project. */
  public static Inspector of(Checks checks) {
    return new Inspector(checks);
  }

  /**
   * What shapes, contradictions and checks find, in this order.
   *
   * @param dataset what the snapshot states and what follows from it
   */
  public List<Finding> all(Snapshot snapshot, DatasetGraph dataset) {
    List<Finding> findings = new ArrayList<>(new Shapes(snapshot.base()).findings());
    findings.addAll(afterReasoning(snapshot, dataset));
    return findings;
  }

  /** The same without the shapes, which look at what is stated only. */
  public List<Finding> afterReasoning(Snapshot snapshot, DatasetGraph dataset) {
    List<Finding> findings = new ArrayList<>();
    for (Contradiction contradiction : Contradiction.in(snapshot.closure())) {
      findings.add(contradiction(snapshot.base(), contradiction));
    }
    for (CheckFinding found : checks.run(dataset)) {
      findings.add(finding("check", snapshot.base(), found));
    }
    return findings;
  }

  private static Finding contradiction(KnowledgeBase base, Contradiction contradiction) {
    return new Finding(
        CONTRADICTION,
        Severity.ERROR,
        contradiction.place(base),
        base.prefixes().show(contradiction.subject()),
        contradiction.describe(base),
        "mend a statement or the axiom; to see the proof, run ./mesagraph explain "
            + base.prefixes().show(contradiction.subject())
            + " a owl:Nothing");
  }

  /** What a check found, told as a finding of its sort. */
  public static Finding finding(String sort, KnowledgeBase base, CheckFinding found) {
    return new Finding(
        sort + "/" + found.check(),
        Severity.valueOf(found.severity().name()),
        base.placeOf(found.focus()),
        base.prefixes().show(found.focus()),
        base.prefixes().show(found.focus()) + " " + found.message(),
        found.fix());
  }
}
