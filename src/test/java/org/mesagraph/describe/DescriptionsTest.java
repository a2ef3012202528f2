package org.mesagraph.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.RealProject;
import org.mesagraph.store.Snapshot;
import org.mesagraph.vocab.Vocab;

/** What is said of a thing, and how its bounds are drawn. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DescriptionsTest {

  private static final Node STUDY = Iris.of("study/sleeper-agents");

  private static Descriptions descriptions;

  @BeforeAll
  static void begin() {
    RealProject.snapshot().dataset().begin(ReadWrite.READ);
    descriptions = Descriptions.of(RealProject.snapshot(), RealProject.queries(), "v1");
  }

  @AfterAll
  static void end() {
    RealProject.snapshot().dataset().end();
  }

  @Test
  void a_thing_comes_with_all_that_is_said_of_it_and_leads_to_it() {
    Graph graph = graph(STUDY);

    RealProject.snapshot()
        .dataset()
        .find(Node.ANY, STUDY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> assertThat(graph.contains(quad.asTriple())).isTrue());
    assertThat(graph.contains(Node.ANY, Vocab.IS_FROM_STUDY, STUDY)).isTrue();
  }

  @Test
  void neighbours_are_named_in_the_words_of_skos_and_of_rdfs() {
    Graph graph = graph(STUDY);
    Node label = NodeFactory.createLiteralLang("study", "en");

    assertThat(graph.contains(Iris.of("ontology/Study"), SKOS.prefLabel.asNode(), label)).isTrue();
    assertThat(graph.contains(Iris.of("ontology/Study"), RDFS.label.asNode(), label)).isTrue();
    graph
        .find(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
        .forEach(
            t ->
                assertThat(graph.contains(t.getSubject(), RDFS.label.asNode(), t.getObject()))
                    .as("%s", t)
                    .isTrue());
  }

  @Test
  void what_follows_is_marked_and_nothing_else_is() {
    Description description = find(STUDY);
    Graph graph = graph(STUDY);
    Set<Triple> following =
        description.quads().stream()
            .filter(quad -> quad.getGraph().equals(Snapshot.INFERRED_GRAPH))
            .map(Quad::asTriple)
            .collect(Collectors.toSet());
    Set<Triple> marked =
        graph.find(Node.ANY, RDF.type.asNode(), RDF.Statement.asNode()).toList().stream()
            .map(
                t ->
                    Triple.create(
                        one(graph, t.getSubject(), RDF.subject.asNode()),
                        one(graph, t.getSubject(), RDF.predicate.asNode()),
                        one(graph, t.getSubject(), RDF.object.asNode())))
            .collect(Collectors.toSet());

    assertThat(following).isNotEmpty().isEqualTo(marked);
    assertThat(graph.contains(Node.ANY, DCTerms.isPartOf.asNode(), Snapshot.INFERRED_GRAPH))
        .isTrue();
  }

  @Test
  void a_mark_leads_to_how_the_statement_follows() {
    Graph graph = graph(STUDY);
    Node mark =
        graph
            .find(Node.ANY, RDF.predicate.asNode(), Iris.of("ontology/evidences"))
            .next()
            .getSubject();
    Graph derivation = graph(mark);

    assertThat(derivation.contains(mark, RDF.type.asNode(), RDF.Statement.asNode())).isTrue();
    assertThat(derivation.contains(Node.ANY, Terms.prov("used"), Iris.of("rule/evidences-concept")))
        .isTrue();
    assertThat(one(derivation, mark, RDFS.seeAlso.asNode()).getURI())
        .startsWith(Iris.BASE + "why?s=study%3Asleeper-agents&p=mg%3Aevidences&o=concept%3A");
  }

  @Test
  void blank_nodes_are_followed_on_the_way_out_and_to_their_roots() {
    Graph model = graph(Iris.of("ontology/MesaOptimizer"));
    assertThat(model.contains(Node.ANY, OWL.intersectionOf.asNode(), Node.ANY)).isTrue();

    Graph study = graph(Iris.of("ontology/Study"));
    assertThat(study.find(Node.ANY, RDF.first.asNode(), Node.ANY).toList()).hasSizeGreaterThan(20);
    assertThat(study.contains(Node.ANY, OWL.members.asNode(), Node.ANY)).isTrue();
  }

  @Test
  void what_is_left_out_is_counted() {
    Node type = Iris.of("ontology/Claim");
    Description description = find(type);
    long claims =
        RealProject.snapshot()
            .dataset()
            .getUnionGraph()
            .find(Node.ANY, RDF.type.asNode(), type)
            .toList()
            .size();

    assertThat(description.cuts())
        .contains(
            new Description.Cut(
                RDF.type.asNode(), Excerpt.MOST_BY_ONE_PROPERTY, Math.toIntExact(claims)));
    assertThat(graph(type).find(Node.ANY, RDF.type.asNode(), type).toList())
        .hasSize(Excerpt.MOST_BY_ONE_PROPERTY);
    assertThat(
            one(graph(type), Iris.of("ontology/Claim.ttl"), RDFS.comment.asNode())
                .getLiteralLexicalForm())
        .isEqualTo(
            "Of the " + claims + " statements that lead here by " + RDF.type + ", 100 are given.");
  }

  @Test
  void the_document_is_told_from_the_thing() {
    Graph graph = graph(STUDY);
    Node document = Iris.of("study/sleeper-agents.ttl");

    assertThat(graph.contains(STUDY, Terms.foaf("isPrimaryTopicOf"), document)).isTrue();
    assertThat(graph.contains(document, Terms.foaf("primaryTopic"), STUDY)).isTrue();
    assertThat(graph.contains(document, DCTerms.license.asNode(), Iris.LICENSE)).isTrue();
    assertThat(graph.contains(document, Terms.voids("inDataset"), Iris.DATASET)).isTrue();
    assertThat(graph.contains(document, Terms.in(Terms.PAV, "version"), Terms.text("v1"))).isTrue();
  }

  @Test
  void a_term_tells_its_module_and_how_often_it_is_used() {
    Node study = Iris.of("ontology/Study");
    Graph graph = graph(study);

    assertThat(
            graph.contains(study, RDFS.isDefinedBy.asNode(), Iris.of("ontology/module/evidence")))
        .isTrue();
    Node partition = graph.find(Node.ANY, Terms.voids("class"), study).next().getSubject();
    assertThat(one(graph, partition, Terms.voids("entities")).getLiteralValue()).isEqualTo(16);
  }

  @Test
  void a_graph_comes_with_all_that_it_says() {
    Node graph = Iris.of("graph/events");
    List<Quad> own =
        find(graph).quads().stream().filter(quad -> quad.getGraph().equals(graph)).toList();

    assertThat(own).hasSize(RealProject.snapshot().dataset().getGraph(graph).size()).isNotEmpty();
    assertThat(graph(graph).contains(graph, DCTerms.license.asNode(), Iris.LICENSE)).isTrue();
  }

  @Test
  void the_ontology_comes_whole_and_by_module() {
    assertThat(
            graph(Iris.ONTOLOGY)
                .contains(Iris.of("ontology/Study"), RDF.type.asNode(), OWL.Class.asNode()))
        .isTrue();
    Graph evidence = graph(Iris.of("ontology/module/evidence"));
    assertThat(evidence.contains(Iris.of("ontology/Study"), RDF.type.asNode(), OWL.Class.asNode()))
        .isTrue();
    assertThat(
            evidence.contains(Iris.of("ontology/Optimizer"), RDF.type.asNode(), OWL.Class.asNode()))
        .isFalse();
  }

  @Test
  void rules_queries_shapes_and_prefixes_are_described_though_no_graph_holds_them() {
    assertThat(
            graph(Iris.of("rule/evidence-supports"))
                .contains(Node.ANY, RDF.value.asNode(), Node.ANY))
        .isTrue();
    assertThat(graph(Iris.of("rule/cax-sco")).find(Node.ANY, RDF.value.asNode(), Node.ANY).toList())
        .hasSizeGreaterThan(10);
    assertThat(
            graph(Iris.of("query/evidence-by-study"))
                .contains(Node.ANY, Terms.sh("select"), Node.ANY))
        .isTrue();
    assertThat(graph(Iris.of("shape/claim")).contains(Node.ANY, Terms.sh("targetClass"), Node.ANY))
        .isTrue();
    assertThat(
            graph(Iris.of("ontology/module/prefixes/mg"))
                .contains(Node.ANY, Terms.sh("prefix"), Terms.text("mg")))
        .isTrue();
  }

  @Test
  void nothing_is_said_of_what_nobody_told_of() {
    assertThat(descriptions.find(Iris.of("study/none"))).isEmpty();
    assertThat(descriptions.find(Iris.of("rule/none"))).isEmpty();
    assertThat(descriptions.find(Iris.of("derivation/0000000000000000"))).isEmpty();
    assertThat(descriptions.find(RDF.type.asNode())).isEmpty();
    assertThat(descriptions.has(Iris.of("none"))).isFalse();
  }

  @Test
  void what_may_be_meant_is_near_in_slug_or_label() {
    assertThat(nearest("study/sleeper-agent")).startsWith("study/sleeper-agents");
    assertThat(nearest("study/Sleeper_Agents")).startsWith("study/sleeper-agents");
    assertThat(nearest("study/deceptive-alignment")).contains("concept/deceptive-alignment");
    assertThat(nearest("ontology/EvidenceLin")).startsWith("ontology/EvidenceLine");
    assertThat(nearest("study/zzzzzzzzzzzzzzzz")).isEmpty();
    assertThat(nearest("study/" + "sleeper-agents".repeat(100))).isEmpty();
  }

  private static List<String> nearest(String path) {
    return descriptions.directory().nearest(Iris.of(path), 5).stream()
        .map(entry -> Iris.path(entry.iri()))
        .toList();
  }

  private static Description find(Node thing) {
    return descriptions.find(thing).orElseThrow();
  }

  private static Graph graph(Node thing) {
    Graph graph = GraphFactory.createDefaultGraph();
    find(thing).triples().forEach(graph::add);
    return graph;
  }

  private static Node one(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).next().getObject();
  }
}
