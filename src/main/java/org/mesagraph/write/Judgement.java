package org.mesagraph.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.explain.Contradiction;
import org.mesagraph.explain.ExplanationJson;
import org.mesagraph.explain.Passages;
import org.mesagraph.shape.Finding;
import org.mesagraph.shape.Finding.Severity;
import org.mesagraph.store.Change;
import org.mesagraph.store.Snapshot;
import org.mesagraph.write.RefusedException.Reason;

/** Whether a change may be made. */
record Judgement(Inspector inspector) {

  /**
   * Refuses statements with terms that no file may have either.
   *
   * @throws RefusedException with each of them
   */
  static void checkTerms(List<Quad> added) {
    Map<Node, Defect> defects = new HashMap<>();
    for (Quad quad : added) {
      for (Node node :
          List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())) {
        if (!node.isBlank() && Complaints.isWrong(node)) {
          Complaints complaints = new Complaints();
          complaints.check(node, 0, 0);
          defects.put(node, complaints.all().get(0));
        }
      }
    }
    refuse("a term is not in order", List.copyOf(defects.values()));
  }

  /**
   * Refuses a change after which something is wrong that was not wrong before.
   *
   * @throws RefusedException with the report, and the proof of each contradiction
   */
  void check(Change change) {
    Snapshot after = change.after();
    List<Finding> errors =
        errors(inspector.all(after, Overlay.after(change.before().dataset(), change.changes())));
    if (errors.isEmpty()) {
      return;
    }
    // a change is not to blame for what was wrong before it
    Set<String> known = new HashSet<>();
    errors(inspector.all(change.before(), change.before().dataset()))
        .forEach(finding -> known.add(key(finding)));
    List<Defect> defects = new ArrayList<>();
    Map<String, JsonObject> proofs = proofs(after);
    for (Finding error : errors) {
      if (!known.contains(key(error))) {
        defects.add(
            Defect.of(
                error,
                error.code().equals(Inspector.CONTRADICTION)
                    ? Optional.ofNullable(proofs.get(error.focus()))
                    : Optional.empty()));
      }
    }
    refuse("what the change leads to is not in order", defects);
  }

  private static String key(Finding finding) {
    // the words of a contradiction name its statements, and there may be more of them by now
    return finding.code().equals(Inspector.CONTRADICTION)
        ? finding.code() + " " + finding.focus()
        : finding.code() + " " + finding.what();
  }

  private static List<Finding> errors(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  private static Map<String, JsonObject> proofs(Snapshot after) {
    ExplanationJson json = new ExplanationJson(after.base(), new Passages(after.closure()));
    Map<String, JsonObject> proofs = new HashMap<>();
    for (Contradiction contradiction : Contradiction.in(after.closure())) {
      proofs.put(
          after.base().prefixes().show(contradiction.subject()), json.tree(contradiction.proof()));
    }
    return proofs;
  }

  private static void refuse(String message, List<Defect> defects) {
    if (!defects.isEmpty()) {
      throw new RefusedException(Reason.UNFIT, message, defects);
    }
  }
}
