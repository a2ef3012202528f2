package org.mesagraph.explain;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.mesagraph.base.DerivationName;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.SortedTriples;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.Step;
import org.mesagraph.rule.Rule;

/**
 * Proofs in the words of PROV: a statement is an entity; a step is an activity that used a rule and
 * premises and generated a statement; what files state has the passages that say it as its sources.
 *
 * @see <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>
 */
final class ProvGraph {

  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String THINGS = "https://w3id.org/mesagraph/";
  private final KnowledgeBase base;
  private final Passages passages;
  private final String document;
  private final Set<Triple> triples = new LinkedHashSet<>();
  private final Map<Triple, Node> statements = new HashMap<>();
  private final Map<Step, Node> steps = new HashMap<>();

  /**
   * An empty graph.
   *
   * @param document IRI of what is written, which parts without an IRI of their own are named after
   */
  ProvGraph(KnowledgeBase base, Passages passages, String document) {
    this.base = base;
    this.passages = passages;
    this.document = document;
  }

  String turtle() {
    return SortedTriples.of(triples).turtle(base.prefixes());
  }

  Node part(String name) {
    return NodeFactory.createURI(document + "#" + name);
  }

  void add(Node subject, Node predicate, Node object) {
    triples.add(Triple.create(subject, predicate, object));
  }

  void comment(Node subject, String text) {
    add(subject, RDFS.comment.asNode(), NodeFactory.createLiteralLang(text, "en"));
  }

  static Node prov(String name) {
    return NodeFactory.createURI(PROV + name);
  }

  /** A statement of a file, or one that follows; the latter has an IRI of its own everywhere. */
  Node statement(Triple triple) {
    Node known = statements.get(triple);
    if (known != null) {
      return known;
    }
    List<Statement> places = base.statementsOf(triple);
    Node node =
        places.isEmpty()
            ? NodeFactory.createURI(THINGS + "derivation/" + DerivationName.of(triple))
            : part("statement-" + (statements.size() + 1));
    statements.put(triple, node);
    add(node, RDF.type.asNode(), prov("Entity"));
    add(node, RDF.type.asNode(), RDF.Statement.asNode());
    add(node, RDF.subject.asNode(), triple.getSubject());
    add(node, RDF.predicate.asNode(), triple.getPredicate());
    add(node, RDF.object.asNode(), triple.getObject());
    for (Statement place : places) {
      add(node, DCTerms.isPartOf.asNode(), place.graph());
      add(node, prov("atLocation"), text(place.place().toString()));
    }
    if (!places.isEmpty()) {
      Node source = passages.areExact(triple) ? prov("hadPrimarySource") : RDFS.seeAlso.asNode();
      for (PassageReference passage : passages.of(triple)) {
        add(node, source, passage.passage());
        add(passage.passage(), RDF.type.asNode(), prov("Entity"));
        add(passage.passage(), RDFS.label.asNode(), text(passage.toString()));
      }
    }
    return node;
  }

  /** A proof as a collection of the statements in it. */
  void proof(Proof proof, Node collection) {
    add(collection, RDF.type.asNode(), prov("Collection"));
    add(collection, prov("wasDerivedFrom"), statement(proof.conclusion()));
    collect(proof, collection, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private void collect(Proof proof, Node collection, Set<Proof> seen) {
    if (!seen.add(proof)) {
      return;
    }
    add(collection, prov("hadMember"), statement(proof.conclusion()));
    if (proof.step() instanceof Step.Inferred inferred) {
      step(inferred);
      proof.premises().forEach(premise -> collect(premise, collection, seen));
    }
  }

  /** One step, told once however many proofs take it. */
  void step(Step.Inferred step) {
    if (steps.containsKey(step)) {
      return;
    }
    Node activity = part("step-" + (steps.size() + 1));
    steps.put(step, activity);
    Node conclusion = statement(step.conclusion());
    Node rule = rule(step.rule());
    add(activity, RDF.type.asNode(), prov("Activity"));
    add(activity, prov("used"), rule);
    add(conclusion, prov("wasGeneratedBy"), activity);
    for (Triple premise : step.premises()) {
      add(activity, prov("used"), statement(premise));
      add(conclusion, prov("wasDerivedFrom"), statement(premise));
    }
    for (Triple absence : step.absences()) {
      comment(activity, "none in the graph: " + base.prefixes().show(absence));
    }
  }

  Node rule(Rule rule) {
    Node node = NodeFactory.createURI(THINGS + "rule/" + rule.name());
    add(node, RDF.type.asNode(), prov("Plan"));
    add(node, RDFS.label.asNode(), text(rule.name()));
    add(node, prov("atLocation"), text(rule.place().toString()));
    comment(node, rule.description());
    return node;
  }

  static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
