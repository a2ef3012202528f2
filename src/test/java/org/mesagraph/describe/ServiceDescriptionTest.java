package org.mesagraph.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.RealProject;

/** What the description of the endpoint says is what the dataset holds and the server does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceDescriptionTest {

  private static final Node ENDPOINT = NodeFactory.createURI("http://127.0.0.1:3030/sparql");
  private static final Node UPDATE = NodeFactory.createURI("http://127.0.0.1:3030/update");
  private static final DatasetGraph DATASET = RealProject.snapshot().dataset();
  private static final Service READING =
      Service.reading(
          ENDPOINT,
          List.of("application/sparql-results+json", "text/csv", "text/turtle", "text/html"),
          List.of(new Service.Limit("rows of an answer", 100_000, "rows")));

  private static Graph description;

  @BeforeAll
  static void describe() {
    DATASET.begin(ReadWrite.READ);
    description = of(READING).graph();
  }

  @AfterAll
  static void end() {
    DATASET.end();
  }

  private static ServiceDescription of(Service service) {
    return Descriptions.of(RealProject.snapshot(), RealProject.queries(), "1").service(service);
  }

  @Test
  void the_endpoint_is_the_one_that_was_asked() {
    Node service = subject(description, sd("endpoint"), ENDPOINT);

    assertThat(objects(description, service, RDF.type.asNode())).containsExactly(sd("Service"));
    assertThat(objects(description, service, sd("supportedLanguage")))
        .containsExactly(sd("SPARQL11Query"));
    assertThat(objects(description, service, sd("feature")))
        .containsExactly(sd("UnionDefaultGraph"));
  }

  @Test
  void formats_have_the_names_of_the_W3C_and_others_are_left_out() {
    assertThat(objects(description, Node.ANY, sd("resultFormat")))
        .extracting(Node::getURI)
        .containsExactlyInAnyOrder(
            "http://www.w3.org/ns/formats/SPARQL_Results_JSON",
            "http://www.w3.org/ns/formats/SPARQL_Results_CSV",
            "http://www.w3.org/ns/formats/Turtle");
  }

  @Test
  void every_graph_is_named_with_its_size() {
    Set<Node> graphs = graphs();

    assertThat(objects(description, Node.ANY, sd("namedGraph")))
        .containsExactlyInAnyOrderElementsOf(graphs);
    for (Node graph : graphs) {
      assertThat(number(graph, "triples"))
          .as(graph.toString())
          .isEqualTo(DATASET.stream(graph, Node.ANY, Node.ANY, Node.ANY).count());
    }
  }

  @Test
  void the_default_graph_is_counted_as_the_union() {
    Node defaultGraph = objects(description, Node.ANY, sd("defaultGraph")).iterator().next();

    assertThat(number(defaultGraph, "triples")).isEqualTo(DATASET.getDefaultGraph().size());
    assertThat(objects(description, defaultGraph, Terms.voids("classPartition")))
        .hasSize(distinct(RDF.type.asNode(), Quad::getObject));
    assertThat(objects(description, defaultGraph, Terms.voids("propertyPartition")))
        .hasSize(distinct(Node.ANY, Quad::getPredicate));
  }

  @Test
  void conclusions_are_in_the_default_graph_and_in_no_other_but_their_own() {
    assertThat(objects(description, Node.ANY, sd("defaultEntailmentRegime")))
        .extracting(Node::getLocalName)
        .containsExactly("OWL-RDF-Based");
    assertThat(objects(description, Node.ANY, sd("entailmentRegime")))
        .extracting(Node::getLocalName)
        .containsExactly("Simple");
  }

  @Test
  void every_saved_query_is_told_with_where_it_runs() {
    assertThat(description.find(Node.ANY, Terms.in(Terms.SCHEMA, "target"), ENDPOINT).toList())
        .hasSize(RealProject.queries().all().size());
  }

  @Test
  void a_limit_tells_its_name_value_and_unit() {
    Node limit =
        objects(description, Node.ANY, Terms.in(Terms.SCHEMA, "additionalProperty"))
            .iterator()
            .next();

    assertThat(objects(description, limit, Terms.in(Terms.SCHEMA, "maxValue")))
        .extracting(Node::getLiteralValue)
        .containsExactly(100_000);
    assertThat(objects(description, limit, Terms.in(Terms.SCHEMA, "unitText")))
        .containsExactly(Terms.text("rows"));
  }

  @Test
  void updates_are_told_only_where_they_are_taken() {
    assertThat(objects(description, Node.ANY, sd("inputFormat"))).isEmpty();

    Graph writing = of(READING.updatedAt(UPDATE, List.of("text/turtle"))).graph();

    Node service = subject(writing, sd("endpoint"), UPDATE);
    assertThat(objects(writing, service, sd("supportedLanguage")))
        .containsExactly(sd("SPARQL11Update"));
    assertThat(objects(writing, service, sd("inputFormat"))).hasSize(1);
  }

  @Test
  void a_document_says_the_same_in_the_same_bytes_each_time() {
    String first = turtle();

    assertThat(turtle()).isEqualTo(first);
    assertThat(RDFParser.fromString(first, Lang.TURTLE).toGraph().isIsomorphicWith(description))
        .isTrue();
  }

  private static String turtle() {
    return new String(of(READING).write(RdfSyntax.TURTLE), StandardCharsets.UTF_8);
  }

  private static Set<Node> graphs() {
    return DATASET.stream().map(Quad::getGraph).collect(Collectors.toSet());
  }

  private static int distinct(Node property, Function<Quad, Node> part) {
    return (int)
        DATASET.stream(Node.ANY, Node.ANY, property, Node.ANY).map(part).distinct().count();
  }

  private static long number(Node subject, String property) {
    return ((Number)
            objects(description, subject, Terms.voids(property))
                .iterator()
                .next()
                .getLiteralValue())
        .longValue();
  }

  private static Node subject(Graph graph, Node property, Node object) {
    return graph.find(Node.ANY, property, object).next().getSubject();
  }

  private static Set<Node> objects(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY)
        .map(triple -> triple.getObject())
        .collect(Collectors.toSet());
  }

  private static Node sd(String name) {
    return Terms.in(Terms.SD, name);
  }
}
