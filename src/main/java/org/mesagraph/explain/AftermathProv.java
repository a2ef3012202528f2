package org.mesagraph.explain;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.explain.AftermathReport.Section;
import org.mesagraph.explain.AftermathReport.Telling;
import org.mesagraph.reason.Step;

/**
 * An aftermath as RDF in the words of PROV: the withdrawal is an activity that used what is
 * withdrawn; it invalidates what is lost, generates what is gained and influences what is weakened.
 */
final class AftermathProv {

  private final KnowledgeBase base;
  private final Passages passages;

  AftermathProv(KnowledgeBase base, Passages passages) {
    this.base = base;
    this.passages = passages;
  }

  /** As Turtle. */
  String write(AftermathReport report) {
    Withdrawal withdrawal = report.aftermath().withdrawal();
    String document = Documents.without(withdrawal.named(), base.prefixes());
    ProvGraph graph = new ProvGraph(base, passages, document);
    Node activity = graph.part("withdrawal");
    graph.add(activity, RDF.type.asNode(), ProvGraph.prov("Activity"));
    graph.comment(activity, "A withdrawal that is only imagined; nothing is stored.");
    withdrawal.fallen().forEach(thing -> graph.add(activity, ProvGraph.prov("used"), thing));
    for (Section section : report.sections()) {
      graph.comment(activity, section.others() + " conclusions: " + section.effect().meaning());
      section.told().forEach(telling -> write(telling, activity, graph));
    }
    return graph.turtle();
  }

  private static void write(Telling telling, Node activity, ProvGraph graph) {
    Consequence consequence = telling.consequence();
    Triple triple = consequence.triple();
    Node statement = graph.statement(triple);
    switch (consequence.effect()) {
      case LOST -> graph.add(statement, ProvGraph.prov("wasInvalidatedBy"), activity);
      case CHANGED -> {
        Node other = graph.statement(consequence.instead().orElseThrow());
        graph.add(statement, ProvGraph.prov("wasInvalidatedBy"), activity);
        graph.add(other, ProvGraph.prov("wasRevisionOf"), statement);
        graph.add(other, ProvGraph.prov("wasInfluencedBy"), activity);
      }
      case GAINED, WEAKENED -> graph.add(statement, ProvGraph.prov("wasInfluencedBy"), activity);
      case NOT_COMPARED, UNAFFECTED -> graph.comment(statement, consequence.effect().meaning());
    }
    // proofs of before and after are not set apart: each names the statement that it is of
    telling.before().ifPresent(why -> why.proofs().proofs().forEach(p -> steps(p, graph)));
    telling.after().ifPresent(why -> why.proofs().proofs().forEach(p -> steps(p, graph)));
  }

  private static void steps(Proof proof, ProvGraph graph) {
    if (proof.step() instanceof Step.Inferred inferred) {
      graph.step(inferred);
      proof.premises().forEach(premise -> steps(premise, graph));
    }
  }
}
