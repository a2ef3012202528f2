package org.mesagraph.explain;

import java.util.IdentityHashMap;
import java.util.List;
import org.apache.jena.graph.Node;
import org.mesagraph.base.Prefixes;
import org.mesagraph.explain.AftermathReport.Section;
import org.mesagraph.explain.AftermathReport.Telling;
import org.mesagraph.explain.Consequence.Effect;

/**
 * An aftermath as a drawing: what is withdrawn below, above it the conclusions that are told, one
 * box for each effect, with the proofs that they had.
 */
final class AftermathDot {

  private static final String WITHDRAWN = "shape=box, style=filled, fillcolor=\"#f7e0e0\"";
  private static final String TOLD = "shape=box, style=rounded";

  private final Prefixes prefixes;
  private final ExplanationDot explanations;

  AftermathDot(Prefixes prefixes, ExplanationDot explanations) {
    this.prefixes = prefixes;
    this.explanations = explanations;
  }

  String write(AftermathReport report) {
    List<Node> named = report.aftermath().withdrawal().named();
    DotGraph graph =
        new DotGraph("without " + String.join(", ", named.stream().map(prefixes::show).toList()));
    List<String> withdrawn =
        named.stream().map(thing -> graph.node(prefixes.show(thing), WITHDRAWN)).toList();
    for (Section section : report.sections()) {
      if (!section.told().isEmpty()) {
        graph.open(AftermathText.name(section.effect()) + ": " + section.effect().meaning());
        List<String> told = section.told().stream().map(telling -> write(telling, graph)).toList();
        graph.close();
        if (section.effect() != Effect.UNAFFECTED) {
          withdrawn.forEach(from -> told.forEach(to -> graph.edge(from, to, "style=dotted")));
        }
      }
    }
    return graph.text();
  }

  private String write(Telling telling, DotGraph graph) {
    Consequence consequence = telling.consequence();
    String text =
        prefixes.show(consequence.triple())
            + consequence
                .instead()
                .map(other -> " → " + prefixes.show(other.getObject()))
                .orElse("");
    String node = graph.node(text, TOLD);
    telling
        .before()
        .ifPresent(
            why ->
                why.proofs()
                    .proofs()
                    .forEach(
                        proof ->
                            graph.edge(
                                explanations.write(proof, new IdentityHashMap<>(), graph),
                                node,
                                "label=\"before\"")));
    telling
        .after()
        .ifPresent(
            why ->
                why.proofs()
                    .proofs()
                    .forEach(
                        proof ->
                            graph.edge(
                                explanations.write(proof, new IdentityHashMap<>(), graph),
                                node,
                                "label=\"after\"")));
    return node;
  }
}
