package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.Problem;
import org.mesagraph.rule.Datatypes;
import org.mesagraph.rule.Regime;
import org.mesagraph.rule.Regime.Language;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EntailmentTest {

  static {
    JenaSystem.init(); // else its vocabularies are asked before they are made
  }

  private static final Node TYPE = RDF.type.asNode();
  private static final Node PART = RDFS.subPropertyOf.asNode();
  private static final Node P = ex("p");
  private static final Node Q = ex("q");
  private static final Node A = ex("a");
  private static final Node B = ex("b");

  @Test
  void a_graph_alone_entails_what_it_holds() {
    Closure closure = entail(Language.SIMPLE, Triple.create(A, P, B)).closure();

    assertThat(closure.inferred()).isEmpty();
    assertThat(closure.contains(Triple.create(A, P, B))).isTrue();
  }

  @Test
  void each_language_tells_more_than_the_one_before() {
    Triple property = Triple.create(P, TYPE, RDF.Property.asNode());
    Triple reflexive = Triple.create(P, PART, P);

    assertThat(follows(Language.RDF, property, Triple.create(A, P, B))).isTrue();
    assertThat(follows(Language.RDF, reflexive, Triple.create(A, P, B))).isFalse();
    assertThat(follows(Language.RDFS, reflexive, Triple.create(A, P, B))).isTrue();
  }

  @Test
  void rules_are_made_for_parts_of_properties_that_only_follow() {
    Node partOf = ex("partOf");

    assertThat(
            follows(
                Language.RDFS,
                Triple.create(A, Q, B),
                Triple.create(partOf, PART, PART),
                Triple.create(P, partOf, Q),
                Triple.create(A, P, B)))
        .isTrue();
  }

  @Test
  void an_axiom_that_only_follows_is_compiled() {
    Node both = ex("Both");
    Node list = ex("list");
    Node written = ex("written");

    assertThat(
            follows(
                Language.OWL,
                Triple.create(A, TYPE, ex("One")),
                Triple.create(both, OWL2.intersectionOf.asNode(), list),
                Triple.create(list, OWL2.sameAs.asNode(), written),
                Triple.create(written, RDF.first.asNode(), ex("One")),
                Triple.create(written, RDF.rest.asNode(), RDF.nil.asNode()),
                Triple.create(A, TYPE, both)))
        .isTrue();
  }

  @Test
  void what_holds_of_one_name_holds_of_all() {
    Triple same = Triple.create(B, OWL2.sameAs.asNode(), ex("c"));
    Triple[] graph = {Triple.create(A, P, B), same};

    assertThat(follows(Language.OWL, Triple.create(A, P, ex("c")), graph)).isTrue();
    assertThat(follows(Language.RDFS, Triple.create(A, P, ex("c")), graph)).isFalse();
  }

  @Test
  void a_value_outside_the_range_of_its_property_contradicts_and_can_be_proved() {
    Triple range = Triple.create(P, RDFS.range.asNode(), datatype());
    Triple text = Triple.create(A, P, NodeFactory.createLiteralString("ten"));
    Closure closure = entail(Language.RDFS, range, text).closure();

    assertThat(closure.inconsistencies())
        .containsExactly(Triple.create(A, TYPE, OWL2.Nothing.asNode()));
    assertThat(closure.justification(closure.inconsistencies().get(0)))
        .hasValueSatisfying(
            step -> {
              Step.Inferred inferred = (Step.Inferred) step;
              assertThat(inferred.rule().name()).isEqualTo("dt-not-type");
              assertThat(inferred.premises()).containsExactlyInAnyOrder(range, text);
            });
  }

  @Test
  void axioms_that_no_rule_stands_for_are_told() {
    Triple reflexive = Triple.create(P, TYPE, OWL2.ReflexiveProperty.asNode());

    assertThat(entail(Language.OWL, reflexive).left())
        .extracting(Problem::what)
        .containsExactly("owl:ReflexiveProperty is not supported by the reasoner");
    assertThat(entail(Language.OWL, Triple.create(A, P, B)).left()).isEmpty();
  }

  private static boolean follows(Language language, Triple conclusion, Triple... graph) {
    return entail(language, graph).closure().contains(conclusion);
  }

  private static Entailment entail(Language language, Triple... graph) {
    Regime regime = new Regime(language, new Datatypes(Set.of(datatype())));
    return Entailment.of(
        new MaterializingReasoner(), regime, Stream.of(graph).toList(), Progress.UNWATCHED);
  }

  private static Node datatype() {
    return NodeFactory.createURI(XSDDatatype.XSDinteger.getURI());
  }

  private static Node ex(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }
}
