package org.mesagraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.RealProject;
import org.mesagraph.base.SortedTriples;

/** The saved queries as sparql-examples: in shape, runnable as they stand, and in nobody's way. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SparqlExamplesTest {

  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final QueryRunner RUNNER =
      new QueryRunner(RealProject.snapshot().dataset(), RealProject.snapshot().base().prefixes());
  private static final SparqlExamples EXAMPLES =
      new SparqlExamples(RUNNER, "https://w3id.org/mesagraph/sparql");
  private static final SortedTriples ALL = EXAMPLES.of(RealProject.queries());

  private static Graph graph() {
    return parsed(ALL.turtle(RUNNER.prefixes()));
  }

  private static Graph parsed(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
    return graph;
  }

  @Test
  void all_saved_queries_have_the_shape_that_readers_rely_on() {
    Shapes shapes = Shapes.parse(parsed(Sample.resource("sparql-examples-shapes.ttl")));

    assertThat(ShaclValidator.get().validate(shapes, graph()).conforms()).isTrue();
    assertThat(graph().find(Node.ANY, RDFS.comment.asNode(), Node.ANY).toList())
        .hasSize(RealProject.queries().all().size());
    Graph broken = graph();
    broken.remove(Node.ANY, RDFS.comment.asNode(), Node.ANY);
    assertThat(ShaclValidator.get().validate(shapes, broken).conforms()).isFalse();
  }

  @Test
  void the_text_is_the_same_each_time() {
    assertThat(EXAMPLES.of(RealProject.queries()).turtle(RUNNER.prefixes()))
        .isEqualTo(ALL.turtle(RUNNER.prefixes()));
  }

  @TestFactory
  Stream<DynamicTest> a_query_with_its_example_bound_finds_what_it_finds_with_the_argument() {
    return Stream.of("evidence-by-study", "lost-without", "claims-at-line", "sources", "contents")
        .map(RealProject.queries()::named)
        .map(query -> DynamicTest.dynamicTest(query.name(), () -> checkSame(query)));
  }

  private static void checkSame(SavedQuery query) {
    Node subject = NodeFactory.createURI("https://w3id.org/mesagraph/query/" + query.name());
    String text =
        graph()
            .find(subject, NodeFactory.createURI(SH + "select"), Node.ANY)
            .next()
            .getObject()
            .getLiteralLexicalForm();
    Map<String, List<String>> given = new LinkedHashMap<>();
    query.header().params().stream()
        .filter(Parameter::required)
        .forEach(p -> given.put(p.name(), List.of(p.example().orElseThrow())));
    long found =
        Txn.calculateRead(
            RUNNER.dataset(),
            () ->
                RowSetOps.count(
                    QueryExec.dataset(RUNNER.dataset())
                        .query(QueryFactory.create(text, Syntax.syntaxSPARQL_11))
                        .select()));

    assertThat(found).isPositive().isEqualTo(RUNNER.run(query, given).rows().size());
  }

  @Test
  void beside_the_data_they_can_be_asked_by_name_and_change_no_count() {
    DatasetGraph alone = RUNNER.dataset();
    Graph examples = GraphBeside.graph(ALL.triples());
    DatasetGraph both = GraphBeside.of(alone, EXAMPLES.graph(), () -> examples);
    String name = EXAMPLES.graph().getURI();

    assertThat(count(both, "SELECT * { ?s ?p ?o }"))
        .isEqualTo(count(alone, "SELECT * { ?s ?p ?o }"));
    assertThat(count(both, "SELECT * { GRAPH <" + name + "> { ?s ?p ?o } }"))
        .isEqualTo(ALL.triples().size());
    assertThat(count(both, "SELECT * FROM <" + name + "> { ?s ?p ?o }"))
        .isEqualTo(ALL.triples().size());
    assertThat(count(both, "SELECT DISTINCT ?g { GRAPH ?g { ?s a <" + SH + "SPARQLExecutable> } }"))
        .isEqualTo(1);
    assertThat(count(both, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))
        .isEqualTo(count(alone, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }") + 1);
  }

  private static long count(DatasetGraph dataset, String query) {
    return Txn.calculateRead(
        dataset, () -> RowSetOps.count(QueryExec.dataset(dataset).query(query).select()));
  }
}
