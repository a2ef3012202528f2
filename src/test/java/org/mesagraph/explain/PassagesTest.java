package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.vocab.Vocab;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PassagesTest {

  private static final Node CLAIM = node("claim");
  private static final Triple FACT = Small.triple("a p b");

  private final List<Triple> facts = new ArrayList<>();

  @Test
  void a_claim_that_states_the_triple_comes_first() {
    passage("p1", "S1", 7, 7);
    passage("p2", "S2", 3, 4);
    add(CLAIM, Vocab.STATES_SUBJECT, FACT.getSubject());
    add(CLAIM, Vocab.STATES_PREDICATE, FACT.getPredicate());
    add(CLAIM, Vocab.STATES_OBJECT, FACT.getObject());
    add(CLAIM, Vocab.IS_STATED_IN, node("p2"));
    add(FACT.getSubject(), Vocab.IS_STATED_IN, node("p1"));

    assertThat(of(FACT)).containsExactly("S2:3-4");
    assertThat(of(Small.triple("a p c"))).as("another object").containsExactly("S1:7");
  }

  @Test
  void otherwise_those_of_the_subject_stand() {
    passage("p1", "S1", 7, 7);
    passage("p2", "S1", 2, 9);
    add(FACT.getSubject(), Vocab.IS_STATED_IN, node("p1"));
    add(FACT.getSubject(), Vocab.IS_STATED_IN, node("p2"));

    assertThat(of(FACT)).containsExactly("S1:2-9", "S1:7");
  }

  @Test
  void the_source_of_the_subject_stands_behind_its_definition_only() {
    passage("p1", "S1", 7, 7);
    add(FACT.getSubject(), DCTerms.source.asNode(), node("p1"));
    add(FACT.getSubject(), DCTerms.source.asNode(), node("no-passage"));

    Triple definition =
        Triple.create(FACT.getSubject(), SKOS.definition.asNode(), FACT.getObject());
    assertThat(of(definition)).containsExactly("S1:7");
    assertThat(of(FACT)).isEmpty();
  }

  @Test
  void a_claim_or_passage_that_is_named_stands_for_itself() {
    passage("p1", "S1", 7, 7);
    passage("p2", "S2", 8, 8);
    add(CLAIM, Vocab.IS_STATED_IN, node("p1"));
    add(node("line"), Vocab.IS_STATED_IN, node("p2"));

    assertThat(of(Triple.create(node("line"), Vocab.IS_ASSERTED_BY, CLAIM)))
        .containsExactly("S1:7");
    assertThat(of(Triple.create(CLAIM, Vocab.IS_STATED_IN, node("p2")))).containsExactly("S2:8");
  }

  @Test
  void passages_come_in_order_of_source_and_line_each_once() {
    passage("p1", "S2", 5, 5);
    passage("p2", "S1", 9, 9);
    passage("p3", "S1", 2, 2);
    passage("p4", "S1", 2, 3);
    for (String passage : List.of("p1", "p4", "p2", "p3")) {
      add(FACT.getSubject(), Vocab.IS_STATED_IN, node(passage));
    }

    assertThat(of(FACT)).containsExactly("S1:2", "S1:2-3", "S1:9", "S2:5");
  }

  @Test
  void a_passage_without_document_or_line_is_none() {
    add(FACT.getSubject(), Vocab.IS_STATED_IN, node("p1"));

    assertThat(of(FACT)).isEmpty();
    assertThat(of(Small.triple("unknown p b"))).isEmpty();
  }

  private List<String> of(Triple triple) {
    return new Passages(Small.closure(Small.reachability(), facts))
        .of(triple).stream().map(PassageReference::toString).toList();
  }

  private void passage(String name, String source, int first, int last) {
    Node document = node("document-" + source);
    add(node(name), Vocab.IS_FROM_SOURCE, document);
    add(node(name), Vocab.HAS_FIRST_LINE, number(first));
    add(node(name), Vocab.HAS_LAST_LINE, number(last));
    if (!facts.contains(notation(document, source))) {
      facts.add(notation(document, source));
    }
  }

  private static Triple notation(Node document, String source) {
    return Triple.create(document, SKOS.notation.asNode(), NodeFactory.createLiteralString(source));
  }

  private void add(Node... terms) {
    assertThat(terms).as(Arrays.toString(terms)).hasSize(3);
    facts.add(Triple.create(terms[0], terms[1], terms[2]));
  }

  private static Node number(int value) {
    return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
  }

  private static Node node(String name) {
    return NodeFactory.createURI("urn:x:" + name);
  }
}
