package org.mesagraph.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlacesTest {

  private static final String PREFIX = "@prefix e: <https://example.org/> .\n";
  private static final String E = "https://example.org/";

  @TempDir private Path root;

  @Test
  void every_statement_keeps_the_line_of_its_object() {
    assertThat(
            linesOf(
                """
                @prefix e: <https://example.org/> .

                # a comment
                e:a e:p e:b . e:a e:p e:c .
                e:d
                  a e:C ;
                  e:p e:e ,
                    e:f ;   # another
                  e:q
                    e:g ;
                  .
                e:h e:p 1 , 2.5 ,
                  true
                .
                """))
        .containsExactly(
            "e:a e:p e:b 4",
            "e:a e:p e:c 4",
            "e:d rdf:type e:C 6",
            "e:d e:p e:e 7",
            "e:d e:p e:f 8",
            "e:d e:q e:g 10",
            "e:h e:p \"1\" 12",
            "e:h e:p \"2.5\" 12",
            "e:h e:p \"true\" 13");
  }

  @Test
  void a_long_string_has_the_line_where_it_ends_and_disturbs_no_later_line() {
    assertThat(linesOf(PREFIX + "e:a e:p \"\"\"one\ntwo\n\nthree\"\"\"@en .\ne:a e:p e:b .\n"))
        .containsExactly("e:a e:p \"one\ntwo\n\nthree\"@en 5", "e:a e:p e:b 6");
  }

  @Test
  void an_object_of_many_lines_has_its_own_lines_inside() {
    assertThat(
            linesOf(
                PREFIX + "e:a e:p [\n  e:p e:b ;\n  e:p e:c\n] ;\n  e:p (\n  e:d\n  e:e\n) .\n"))
        .containsSubsequence("_ e:p e:b 3", "_ e:p e:c 4")
        .containsSubsequence("_ rdf:first e:d 7", "_ rdf:first e:e 8");
  }

  @Test
  void windows_line_ends_count_once() {
    assertThat(linesOf(PREFIX + "e:a\n  e:p e:b ;\n  e:p e:c .\n"))
        .isEqualTo(linesOf((PREFIX + "e:a\n  e:p e:b ;\n  e:p e:c .\n").replace("\n", "\r\n")))
        .containsExactly("e:a e:p e:b 3", "e:a e:p e:c 4");
  }

  @Test
  void a_byte_order_mark_is_passed_over_in_every_kind_of_file() {
    KnowledgeBase base =
        Checkout.in(root)
            .with("ontology/a.ttl", "\uFEFF" + PREFIX + "e:a e:p e:b .\n")
            .with("data/a.trig", "\uFEFF" + PREFIX + "e:g {\n  e:a e:p e:c .\n}\n")
            .with("ontology/rules/a.rules", "\uFEFF# A comment.\n")
            .load();

    assertThat(lines(base, "ontology/a.ttl")).containsExactly("e:a e:p e:b 2");
    assertThat(lines(base, "data/a.trig")).containsExactly("e:a e:p e:c 3");
    assertThat(base.rules())
        .containsExactly(new RuleText("ontology/rules/a.rules", "# A comment.\n"));
  }

  @Test
  void an_empty_file_states_nothing() {
    KnowledgeBase base =
        Checkout.in(root).with("ontology/a.ttl", "").with("data/a.trig", "").load();

    assertThat(lines(base, "ontology/a.ttl")).isEmpty();
    assertThat(lines(base, "data/a.trig")).isEmpty();
  }

  @Test
  void a_triple_of_two_places_keeps_both_and_is_one_triple() {
    KnowledgeBase base =
        Checkout.in(root)
            .with("data/a.trig", PREFIX + "e:g {\n  e:a e:p e:b .\n}\ne:h { e:a e:p e:b . }\n")
            .with("data/b.trig", PREFIX + "e:g { e:a e:p e:b . }\n")
            .load();
    Triple triple = Triple.create(iri("a"), iri("p"), iri("b"));

    assertThat(base.statementsOf(triple))
        .containsExactly(
            new Statement(iri("g"), triple, new Place("data/a.trig", 3)),
            new Statement(iri("h"), triple, new Place("data/a.trig", 5)),
            new Statement(iri("g"), triple, new Place("data/b.trig", 2)));
    assertThat(base.triples()).contains(triple).hasSize(base.statements().size() - 2);
  }

  @Test
  void a_turtle_file_is_in_the_graph_of_the_ontology() {
    KnowledgeBase base = Checkout.in(root).with("ontology/a.ttl", PREFIX + "e:a e:p e:b .").load();

    assertThat(base.statementsOf(Triple.create(iri("a"), iri("p"), iri("b"))))
        .extracting(Statement::graph)
        .containsExactly(KnowledgeBase.ONTOLOGY_GRAPH);
  }

  @Test
  void blank_nodes_of_two_files_never_meet() {
    String text = PREFIX + "_:a e:p [ e:p _:a ] , ( e:b ) .\n";
    KnowledgeBase base =
        Checkout.in(root).with("ontology/a.ttl", text).with("ontology/b.ttl", text).load();
    Set<Node> one = blankNodes(base, "ontology/a.ttl");
    Set<Node> other = blankNodes(base, "ontology/b.ttl");

    assertThat(one).hasSize(3);
    assertThat(other).hasSize(3).doesNotContainAnyElementsOf(one);
  }

  private static Set<Node> blankNodes(KnowledgeBase base, String file) {
    return base.statements().stream()
        .filter(statement -> statement.place().file().equals(file))
        .map(statement -> statement.triple().getSubject())
        .filter(Node::isBlank)
        .collect(Collectors.toSet());
  }

  private List<String> linesOf(String turtle) {
    return lines(Checkout.in(root).with("ontology/a.ttl", turtle).load(), "ontology/a.ttl");
  }

  private static List<String> lines(KnowledgeBase base, String file) {
    return base.statements().stream()
        .filter(statement -> statement.place().file().equals(file))
        .map(
            statement ->
                show(base, statement.triple().getSubject())
                    + " "
                    + show(base, statement.triple().getPredicate())
                    + " "
                    + show(base, statement.triple().getObject())
                    + " "
                    + statement.place().line())
        .toList();
  }

  private static String show(KnowledgeBase base, Node node) {
    return node.isBlank() ? "_" : base.prefixes().show(node).replaceAll("\\^\\^.*", "");
  }

  private static Node iri(String name) {
    return NodeFactory.createURI(E + name);
  }
}
