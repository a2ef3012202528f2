package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Prefixes;
import org.mesagraph.reason.NearMiss;
import org.mesagraph.reason.Step;

/**
 * An explanation as RDF in the words of PROV. What does not hold has no origin: it is told that it
 * does not follow, and what it would follow by.
 */
final class ExplanationProv {

  private final KnowledgeBase base;
  private final Prefixes prefixes;
  private final Passages passages;

  ExplanationProv(KnowledgeBase base, Passages passages) {
    this.base = base;
    this.prefixes = base.prefixes();
    this.passages = passages;
  }

  /** As Turtle. */
  String write(Explanation explanation) {
    String document = Documents.why(explanation.triple(), prefixes);
    ProvGraph graph = new ProvGraph(base, passages, document);
    if (explanation.holds()) {
      writeProofs(explanation.proofs(), graph);
      explanation.steps().stream()
          .filter(Step.Inferred.class::isInstance)
          .forEach(step -> graph.step((Step.Inferred) step));
    } else {
      writeWhyNot(explanation, graph);
    }
    return graph.turtle();
  }

  private static void writeProofs(ProofSet set, ProvGraph graph) {
    int number = 0;
    for (Proof proof : set.proofs()) {
      number++;
      graph.proof(proof, graph.part("proof-" + number));
    }
  }

  private void writeWhyNot(Explanation explanation, ProvGraph graph) {
    Node asked = graph.part("asked");
    graph.add(asked, RDF.type.asNode(), RDF.Statement.asNode());
    graph.add(asked, RDF.subject.asNode(), explanation.triple().getSubject());
    graph.add(asked, RDF.predicate.asNode(), explanation.triple().getPredicate());
    graph.add(asked, RDF.object.asNode(), explanation.triple().getObject());
    graph.comment(asked, "does not follow");
    for (NearMiss miss : explanation.nearMisses()) {
      graph.rule(miss.rule());
      graph.comment(asked, "would follow by " + miss.rule().name() + " but for " + lacking(miss));
    }
    int number = 0;
    for (Proof proof : explanation.related()) {
      number++;
      graph.proof(proof, graph.part("related-" + number));
    }
  }

  private String lacking(NearMiss miss) {
    List<String> parts = new ArrayList<>();
    miss.missing().forEach(triple -> parts.add("missing premise: " + prefixes.show(triple)));
    miss.blocking().forEach(triple -> parts.add("in the way: " + prefixes.show(triple)));
    return String.join("; ", parts);
  }
}
