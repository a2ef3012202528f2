package org.mesagraph.ontology;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.KnowledgeBase;

/** A passage is a line that its document has, and what is named after a line stands there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PassagesTest {

  private static final String ROOT = "https://w3id.org/mesagraph/";
  private static final String PASSAGE = ROOT + "passage/";
  private static final String CLAIM = ROOT + "claim/";

  /** The number of lines of each document, which is itself not part of the project. */
  private static final Map<String, Integer> LINES = Map.of("s2", 59, "s3", 27, "s4", 220);

  private static final Pattern SLUG = Pattern.compile("(s\\d+)-l(\\d+)(?:-(\\d+))?");
  private static final Pattern CLAIM_SLUG = Pattern.compile("(s\\d+-l\\d+)-[a-z0-9-]+");

  private static final Set<Triple> TRIPLES = KnowledgeBase.load(OntologyFiles.HOME).triples();

  @Test
  void a_passage_lies_within_its_document_and_is_named_after_its_lines() {
    assertThat(passages(graph())).hasSizeGreaterThan(60);
    assertThat(faults(graph())).isEmpty();
  }

  @Test
  void a_claim_is_named_after_the_line_where_it_stands() {
    assertThat(claims(graph())).hasSizeGreaterThan(100);
    assertThat(strayClaims(graph())).isEmpty();
  }

  @Test
  void a_claim_stands_in_the_graph_of_its_source() {
    assertThat(
            KnowledgeBase.load(OntologyFiles.HOME).statements().stream()
                .filter(statement -> slug(statement.triple().getSubject(), CLAIM) != null)
                .filter(
                    statement ->
                        !statement
                            .graph()
                            .getURI()
                            .equals(
                                KnowledgeBase.GRAPH
                                    + slug(statement.triple().getSubject(), CLAIM).split("-")[0])))
        .isEmpty();
  }

  @Test
  void every_passage_that_is_named_is_described_and_each_is_used() {
    assertThat(used(graph())).isEqualTo(passages(graph()));
  }

  @Test
  void planted_faults_are_reported() {
    Graph graph = graph();
    Node late = NodeFactory.createURI(PASSAGE + "s3-l28");
    graph.add(late, term("isFromSource"), NodeFactory.createURI(ROOT + "source/s3"));
    graph.add(late, term("hasFirstLine"), number(28));
    graph.add(late, term("hasLastLine"), number(28));
    Node misnamed = NodeFactory.createURI(PASSAGE + "s2-l5");
    graph.add(misnamed, term("isFromSource"), NodeFactory.createURI(ROOT + "source/s2"));
    graph.add(misnamed, term("hasFirstLine"), number(6));
    graph.add(misnamed, term("hasLastLine"), number(6));
    Node claim = NodeFactory.createURI(CLAIM + "s2-l7-planted");
    graph.add(claim, term("isStatedIn"), NodeFactory.createURI(PASSAGE + "s2-l9"));

    assertThat(faults(graph))
        .containsExactlyInAnyOrder("s3-l28 ends after line 27", "s2-l5 is not s2, lines 6 to 6");
    assertThat(strayClaims(graph)).containsExactly("s2-l7-planted");
    assertThat(used(graph)).contains("s2-l9");
    assertThat(passages(graph)).doesNotContain("s2-l9");
  }

  private static Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    TRIPLES.forEach(graph::add);
    return graph;
  }

  private static List<String> faults(Graph graph) {
    List<String> faults = new ArrayList<>();
    for (String slug : passages(graph)) {
      Node passage = NodeFactory.createURI(PASSAGE + slug);
      Matcher matcher = SLUG.matcher(slug);
      String source = object(graph, passage, "isFromSource").getURI().replaceFirst(".*/", "");
      int first = line(graph, passage, "hasFirstLine");
      int last = line(graph, passage, "hasLastLine");
      int named = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
      int end = named > 0 && matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : named;
      if (named != first || end != last || !matcher.group(1).equals(source)) {
        faults.add(slug + " is not " + source + ", lines " + first + " to " + last);
      }
      if (last > LINES.get(source)) {
        faults.add(slug + " ends after line " + LINES.get(source));
      }
    }
    return faults;
  }

  private static List<String> strayClaims(Graph graph) {
    List<String> strays = new ArrayList<>();
    for (String slug : claims(graph)) {
      Matcher matcher = CLAIM_SLUG.matcher(slug);
      Node claim = NodeFactory.createURI(CLAIM + slug);
      if (!matcher.matches()
          || !graph.contains(
              claim, term("isStatedIn"), NodeFactory.createURI(PASSAGE + matcher.group(1)))) {
        strays.add(slug);
      }
    }
    return strays;
  }

  /** The passages that have a source. */
  private static Set<String> passages(Graph graph) {
    return subjects(graph, "isFromSource", PASSAGE);
  }

  /** What says that it is stated somewhere and is named as a claim. */
  private static Set<String> claims(Graph graph) {
    return subjects(graph, "isStatedIn", CLAIM);
  }

  private static Set<String> subjects(Graph graph, String property, String namespace) {
    return graph.find(Node.ANY, term(property), Node.ANY).toList().stream()
        .map(triple -> slug(triple.getSubject(), namespace))
        .filter(slug -> slug != null)
        .collect(toSet());
  }

  /** The passages that something cites. */
  private static Set<String> used(Graph graph) {
    return graph.find().toList().stream()
        .map(triple -> slug(triple.getObject(), PASSAGE))
        .filter(slug -> slug != null)
        .collect(toSet());
  }

  private static String slug(Node node, String namespace) {
    return node.isURI() && node.getURI().startsWith(namespace)
        ? node.getURI().substring(namespace.length())
        : null;
  }

  private static Node object(Graph graph, Node subject, String property) {
    return graph.find(subject, term(property), Node.ANY).next().getObject();
  }

  private static int line(Graph graph, Node passage, String property) {
    return ((Number) object(graph, passage, property).getLiteralValue()).intValue();
  }

  private static Node number(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
  }

  private static Node term(String name) {
    return NodeFactory.createURI(OntologyFiles.NS + name);
  }
}
