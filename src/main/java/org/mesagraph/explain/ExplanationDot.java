package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.NearMiss;
import org.mesagraph.reason.Step;

/**
 * An explanation as a drawing: premises below, conclusions above, a rule between them; what files
 * state is filled and carries its lines.
 */
final class ExplanationDot {

  private static final String STATED = "shape=box, style=filled, fillcolor=\"#e8eef7\"";
  private static final String FOLLOWS = "shape=box, style=rounded";
  private static final String LACKING = "shape=box, style=dashed, color=\"#8a1c1c\"";
  private static final String RULE = "shape=plaintext, fontcolor=\"#555555\"";

  private final KnowledgeBase base;
  private final Prefixes prefixes;
  private final Passages passages;

  ExplanationDot(KnowledgeBase base, Passages passages) {
    this.base = base;
    this.prefixes = base.prefixes();
    this.passages = passages;
  }

  String write(Explanation explanation) {
    DotGraph graph = new DotGraph(prefixes.show(explanation.triple()));
    if (explanation.holds()) {
      writeAll(explanation.proofs().proofs(), "proof ", graph);
    } else {
      String asked =
          graph.node(prefixes.show(explanation.triple()) + " \n does not follow", LACKING);
      explanation.nearMisses().forEach(miss -> writeMiss(miss, asked, graph));
      writeAll(explanation.related(), "holds between the two ", graph);
    }
    return graph.text();
  }

  private void writeAll(List<Proof> proofs, String label, DotGraph graph) {
    int number = 0;
    for (Proof proof : proofs) {
      number++;
      graph.open(label + number);
      write(proof, new IdentityHashMap<>(), graph);
      graph.close();
    }
  }

  /** Draws a proof, a part that is used again once only, and returns its conclusion's node. */
  String write(Proof proof, Map<Proof, String> drawn, DotGraph graph) {
    String known = drawn.get(proof);
    if (known != null) {
      return known;
    }
    if (!(proof.step() instanceof Step.Inferred inferred)) {
      String leaf = graph.node(stated(proof.conclusion()), STATED);
      drawn.put(proof, leaf);
      return leaf;
    }
    String conclusion = graph.node(prefixes.show(proof.conclusion()), FOLLOWS);
    drawn.put(proof, conclusion);
    String rule = graph.node("by " + inferred.rule().name() + " " + inferred.rule().place(), RULE);
    graph.edge(rule, conclusion, "");
    proof.premises().forEach(part -> graph.edge(write(part, drawn, graph), rule, ""));
    for (Triple absence : inferred.absences()) {
      String none = graph.node("none in the graph: " + prefixes.show(absence), LACKING);
      graph.edge(none, rule, "style=dashed");
    }
    return conclusion;
  }

  private String stated(Triple triple) {
    List<String> parts = new ArrayList<>(List.of(prefixes.show(triple)));
    String about = passages.areExact(triple) ? "" : "cf. ";
    passages.of(triple).forEach(passage -> parts.add(about + passage));
    base.statementsOf(triple).stream()
        .map(Statement::place)
        .forEach(place -> parts.add(place.toString()));
    return String.join(" ", parts);
  }

  private void writeMiss(NearMiss miss, String asked, DotGraph graph) {
    String rule =
        graph.node("would follow by " + miss.rule().name() + " " + miss.rule().place(), RULE);
    graph.edge(rule, asked, "style=dashed");
    for (Triple missing : miss.missing()) {
      graph.edge(graph.node("missing: " + prefixes.show(missing), LACKING), rule, "style=dashed");
    }
    for (Triple blocking : miss.blocking()) {
      graph.edge(
          graph.node("in the way: " + prefixes.show(blocking), STATED), rule, "arrowhead=tee");
    }
  }
}
