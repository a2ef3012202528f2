package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.parse.Parser;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.RealProject;
import org.mesagraph.store.Snapshot;

/** Proofs and what-if as PROV, DOT and Markdown, each read back by who knows the language. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProofFormatsTest {

  private static final Snapshot SNAPSHOT = RealProject.snapshot();
  private static final ExplanationService WHY =
      ExplanationService.of(SNAPSHOT.base(), SNAPSHOT.closure());
  private static final WhatIfService WHAT_IF =
      WhatIfService.of(SNAPSHOT.base(), SNAPSHOT.program(), SNAPSHOT.closure());
  private static final Triple HOLDS =
      WHY.triple("study:sleeper-agents", "mg:supports", "proposition:deceptive-alignment-persists");
  private static final Triple DOES_NOT =
      WHY.triple(
          "study:sleeper-agents",
          "mg:supports",
          "proposition:deceptive-alignment-arises-untrained");

  private static Node prov(String name) {
    return NodeFactory.createURI("http://www.w3.org/ns/prov#" + name);
  }

  private static Graph parsed(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
    return graph;
  }

  /** The statement of a triple in the graph. */
  private static Node statement(Graph graph, Triple triple) {
    return graph.find(Node.ANY, RDF.predicate.asNode(), triple.getPredicate()).toList().stream()
        .map(Triple::getSubject)
        .filter(node -> graph.contains(node, RDF.subject.asNode(), triple.getSubject()))
        .filter(node -> graph.contains(node, RDF.object.asNode(), triple.getObject()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_proof_in_prov_has_each_step_with_its_rule_premises_and_sources() {
    Explanation explanation = WHY.explain(HOLDS, 100);
    Graph graph = parsed(WHY.asTurtle(explanation));

    assertThat(WHY.asTurtle(explanation)).isEqualTo(WHY.asTurtle(WHY.explain(HOLDS, 100)));
    for (Proof proof : explanation.proofs().proofs()) {
      Node conclusion = statement(graph, proof.conclusion());
      assertThat(graph.contains(conclusion, prov("wasGeneratedBy"), Node.ANY)).isTrue();
      for (Proof premise : proof.premises()) {
        assertThat(
                graph.contains(
                    conclusion, prov("wasDerivedFrom"), statement(graph, premise.conclusion())))
            .isTrue();
      }
      for (Triple leaf : proof.leaves()) {
        Node stated = statement(graph, leaf);
        assertThat(graph.contains(stated, prov("wasGeneratedBy"), Node.ANY)).isFalse();
        assertThat(
                graph.find(stated, prov("atLocation"), Node.ANY).toList().stream()
                    .map(triple -> triple.getObject().getLiteralLexicalForm()))
            .isNotEmpty()
            .allMatch(place -> place.matches("(data|ontology)/.*:[0-9]+"));
      }
    }
    assertThat(graph.find(Node.ANY, prov("hadPrimarySource"), Node.ANY).toList()).isNotEmpty();
    assertThat(
            graph.find(Node.ANY, RDF.type.asNode(), prov("Activity")).toList().stream()
                .map(Triple::getSubject))
        .isNotEmpty()
        .allSatisfy(
            step ->
                assertThat(
                        graph.find(step, prov("used"), Node.ANY).toList().stream()
                            .filter(
                                t ->
                                    graph.contains(t.getObject(), RDF.type.asNode(), prov("Plan"))))
                    .hasSize(1));
  }

  @Test
  void what_does_not_follow_has_no_origin() {
    Graph graph = parsed(WHY.asTurtle(WHY.explain(DOES_NOT, 5)));

    Node asked = statement(graph, DOES_NOT);
    assertThat(graph.contains(asked, prov("wasGeneratedBy"), Node.ANY)).isFalse();
    assertThat(WHY.asTurtle(WHY.explain(DOES_NOT, 5)))
        .contains("does not follow", "would follow by evidence-supports but for missing premise:");
  }

  @Test
  void a_drawing_is_dot_with_a_box_for_each_proof() throws IOException {
    Explanation explanation = WHY.explain(HOLDS, 100);
    MutableGraph graph = new Parser().read(WHY.asDot(explanation));

    assertThat(graph.isDirected()).isTrue();
    assertThat(graph.graphs()).hasSize(explanation.proofs().proofs().size());
    assertThat(WHY.asDot(explanation)).contains("study:sleeper-agents", "S4:78", "data/");
    assertThat(new Parser().read(WHY.asDot(WHY.explain(DOES_NOT, 5))).graphs()).isNotEmpty();
  }

  @Test
  void no_text_breaks_a_drawing() throws IOException {
    DotGraph drawing = new DotGraph("a \"b\" \\ ]; c");
    String node = drawing.node("x\"]; evil [label=\"\n\\", "shape=box");
    drawing.edge(node, node, "");
    MutableGraph graph = new Parser().read(drawing.text());

    assertThat(graph.nodes()).hasSize(1);
    assertThat(graph.nodes().iterator().next().get("label").toString()).contains("evil");
  }

  @Test
  void markdown_has_links_lines_and_places() {
    assertThat(WHY.asMarkdown(WHY.explain(HOLDS, 1)))
        .startsWith(
            "## [study:sleeper-agents](https://w3id.org/mesagraph/study/sleeper-agents) "
                + "[mg:supports](https://w3id.org/mesagraph/ontology/supports) ")
        .contains("### Proof 1\n\n- ◌ [", "\n  by `evidence-supports`: ", "[S4:78](")
        .containsPattern("\\(`ontology/rules/evidence.rules:[0-9]+`\\)");
    assertThat(WHY.asMarkdown(WHY.explain(DOES_NOT, 1)))
        .contains("**does not follow**", "✗ missing premise: ");
  }

  @Test
  void markup_in_the_data_is_text() {
    assertThat(ExplanationMarkdown.safe("a\n*b* [c](javascript:d) `e` <f>"))
        .isEqualTo("a \\*b\\* \\[c\\](javascript:d) \\`e\\` \\<f\\>");
  }

  @Test
  void what_falls_is_invalidated_what_changes_is_revised() throws IOException {
    List<Node> things = WHAT_IF.things(List.of("study:sleeper-agents"));
    Aftermath aftermath = WHAT_IF.without(things);
    Graph graph = parsed(WHAT_IF.asTurtle(aftermath, 1, false));
    String markdown = WHAT_IF.asMarkdown(aftermath, 1, false);

    for (Consequence consequence : aftermath.of(Consequence.Effect.LOST, false)) {
      assertThat(
              graph.contains(
                  statement(graph, consequence.triple()), prov("wasInvalidatedBy"), Node.ANY))
          .isTrue();
    }
    for (Consequence consequence : aftermath.of(Consequence.Effect.CHANGED, false)) {
      assertThat(
              graph.contains(
                  statement(graph, consequence.instead().orElseThrow()),
                  prov("wasRevisionOf"),
                  statement(graph, consequence.triple())))
          .isTrue();
    }
    assertThat(graph.contains(Node.ANY, prov("used"), things.get(0))).isTrue();
    assertThat(markdown).startsWith("## Without [study:sleeper-agents](").contains("### lost · ");
    assertThat(new Parser().read(WHAT_IF.asDot(aftermath, 1, false)).graphs()).isNotEmpty();
    assertThat(WHAT_IF.asTurtle(WHAT_IF.without(things), 1, false))
        .isEqualTo(WHAT_IF.asTurtle(aftermath, 1, false));
  }

  @Test
  void whoever_watches_can_end_the_work() {
    List<Node> things = WHAT_IF.things(List.of("source:s4"));

    assertThatThrownBy(
            () ->
                WHAT_IF.without(
                    things,
                    (taken, known) -> {
                      throw new CancellationException("enough");
                    }))
        .isInstanceOf(CancellationException.class);
  }
}
