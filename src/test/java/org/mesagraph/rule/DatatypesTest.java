package org.mesagraph.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatatypesTest {

  private static final Datatypes KNOWN =
      new Datatypes(
          Set.of(
              name(XSDDatatype.XSDinteger),
              name(XSDDatatype.XSDbyte),
              name(XSDDatatype.XSDdecimal),
              name(XSDDatatype.XSDfloat)));

  @Test
  void one_value_has_one_form_whatever_its_datatype() {
    assertThat(canonical("010", XSDDatatype.XSDinteger))
        .isEqualTo(canonical("10.0", XSDDatatype.XSDdecimal))
        .isEqualTo(literal("10", XSDDatatype.XSDinteger));
    assertThat(canonical("0.50", XSDDatatype.XSDdecimal))
        .isEqualTo(literal("0.5", XSDDatatype.XSDdecimal));
    assertThat(canonical("16777206.5", XSDDatatype.XSDfloat))
        .isEqualTo(canonical("16777205.5", XSDDatatype.XSDfloat))
        .isNotEqualTo(canonical("16777207.5", XSDDatatype.XSDfloat));
    assertThat(canonical("0", XSDDatatype.XSDfloat))
        .isNotEqualTo(canonical("-0", XSDDatatype.XSDfloat));
  }

  @Test
  void literals_of_other_datatypes_stay_as_they_are_written() {
    Node one = literal("01.50", XSDDatatype.XSDdouble);

    assertThat(canonical(one)).isSameAs(one);
    assertThat(KNOWN.isIllTyped(literal("soon", XSDDatatype.XSDdate))).isFalse();
  }

  @Test
  void a_form_without_a_value_is_ill_typed() {
    assertThat(KNOWN.isIllTyped(literal("ten", XSDDatatype.XSDinteger))).isTrue();
    assertThat(KNOWN.isIllTyped(literal(" 10 ", XSDDatatype.XSDinteger))).isTrue();
    assertThat(KNOWN.isIllTyped(literal("200", XSDDatatype.XSDbyte))).isTrue();
    assertThat(KNOWN.isIllTyped(literal("10", XSDDatatype.XSDinteger))).isFalse();
    assertThat(KNOWN.isIllTyped(literal(" 10 ", XSDDatatype.XSDstring))).isFalse();
  }

  @Test
  void a_value_may_lie_outside_a_datatype() {
    assertThat(outside(literal("200", XSDDatatype.XSDinteger), XSDDatatype.XSDbyte)).isTrue();
    assertThat(outside(literal("100", XSDDatatype.XSDinteger), XSDDatatype.XSDbyte)).isFalse();
    assertThat(outside(literal("a", XSDDatatype.XSDstring), XSDDatatype.XSDinteger)).isTrue();
    assertThat(outside(NodeFactory.createLiteralLang("a", "en"), XSDDatatype.XSDstring)).isTrue();
    assertThat(KNOWN.isOutside(literal("a", XSDDatatype.XSDstring), RDF.langString.asNode()))
        .isTrue();
    assertThat(outside(literal("2026-11-20", XSDDatatype.XSDdate), XSDDatatype.XSDinteger))
        .as("nothing is known of dates")
        .isFalse();
  }

  private static boolean outside(Node literal, RDFDatatype datatype) {
    return KNOWN.isOutside(literal, name(datatype));
  }

  private static Node canonical(String form, RDFDatatype datatype) {
    return canonical(literal(form, datatype));
  }

  private static Node canonical(Node literal) {
    Node any = NodeFactory.createURI("http://example.org/any");
    return KNOWN.canonical(Triple.create(any, any, literal)).getObject();
  }

  private static Node literal(String form, RDFDatatype datatype) {
    return NodeFactory.createLiteralDT(form, datatype);
  }

  private static Node name(RDFDatatype datatype) {
    return NodeFactory.createURI(datatype.getURI());
  }
}
