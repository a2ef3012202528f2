package org.mesagraph.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.write.RefusedException.Reason;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RdfBodyTest {

  private static final String S = "<https://example.org/s> ";
  private static final String P = "<https://example.org/p> ";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final String RDF =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
          + " xmlns:e='https://example.org/'>\n";

  /** A body that is refused, and what is said. */
  private record Bad(Syntax syntax, String body, String said) {
    @Override
    public String toString() {
      return syntax + " " + body.substring(0, Math.min(60, body.length()));
    }
  }

  @TestFactory
  Stream<DynamicTest> what_is_wrong_is_told_with_its_place() {
    String context = "{\"@context\": {\"p\": \"https://example.org/p\"},\n ";
    return Stream.of(
            new Bad(Syntax.TURTLE, S + P + "\n  'a' 'b' .", "line 2"),
            new Bad(Syntax.TURTLE, S + P + "'1x'^^<" + XSD + "integer> .", "line 1, column 49: "),
            new Bad(Syntax.TURTLE, S + P + "'1x'^^<" + XSD + "integer> .", "is not a value of"),
            new Bad(Syntax.TURTLE, S + P + "'x'^^<https://example.org/t> .", "is not known here"),
            new Bad(Syntax.TURTLE, S + P + "'x'@toolonglanguage .", "not a language tag"),
            new Bad(Syntax.TURTLE, S + P + "<javascript:alert(1)> .", "a scheme that links must"),
            new Bad(Syntax.TURTLE, S + P + "\n <data:text/html,x> .", "line 2, column 2"),
            new Bad(Syntax.TURTLE, S + P + "\n <rel> .", "line 2, column 2: a relative IRI"),
            new Bad(Syntax.TURTLE, "@prefix : <#> .\n" + S + P + ":a .", "a relative IRI"),
            new Bad(Syntax.TURTLE, S + P + "<_:b0> .", "a blank node in angle brackets"),
            new Bad(Syntax.TURTLE, S + P + "<https://example.org/a b> .", "line 1, column 49"),
            new Bad(Syntax.TURTLE, S + P + "<<( " + S + P + S + ")>> .", "a quoted triple"),
            new Bad(Syntax.TURTLE, S + P + "'x'@en--ltr .", "a text with a direction"),
            new Bad(Syntax.TURTLE, S + P + "'nul \u0000' .", "line 1, column 54: a NUL"),
            new Bad(Syntax.TURTLE, S + P + "q:a .", "Undefined prefix: q"),
            new Bad(Syntax.TURTLE, S + P, "line 1"),
            new Bad(Syntax.TRIG, "_:g { " + S + P + "1 }", "a graph without a name"),
            new Bad(Syntax.TRIG, "<https://example.org/g> { " + S + P + "1 ", "line 1"),
            new Bad(Syntax.N_TRIPLES, S + P + "'single' .", "line 1, column 49"),
            new Bad(Syntax.N_TRIPLES, S + P + "\"a\" .\n" + S + P, "line 2"),
            new Bad(Syntax.N_QUADS, S + P + "\"a\" _:g .", "a graph without a name"),
            new Bad(Syntax.RDF_XML, "<!DOCTYPE x [<!ENTITY e 'v'>]>" + RDF, "line 1, column 1"),
            new Bad(Syntax.RDF_XML, RDF + "<rdf:Description></rdf:RDF>", "line 2"),
            new Bad(Syntax.RDF_XML, RDF + "<e:T rdf:about='rel'/></rdf:RDF>", "a relative IRI"),
            new Bad(Syntax.RDF_XML, RDF + "<e:T><e:p>A&xxe;B</e:p></e:T></rdf:RDF>", "line 2"),
            new Bad(Syntax.JSON_LD, context + "\"p\": }", "line 2"),
            new Bad(Syntax.JSON_LD, "{\"@context\": \"http://127.0.0.1:9/\"}", "is not fetched"),
            new Bad(Syntax.JSON_LD, "{\"@context\": \"file:///etc/passwd\"}", "is not fetched"),
            new Bad(
                Syntax.JSON_LD,
                "{\"@context\": {\"@import\": \"http://127.0.0.1:9/\"}, \"@id\": \"urn:a:b\"}",
                "is not fetched"),
            new Bad(
                Syntax.JSON_LD,
                "{\"@context\": {\"q\": {\"@id\": \"https://e.org/q\", \"@context\": \"http://a/\"}},"
                    + " \"q\": {\"@id\": \"urn:ex:b\"}}",
                "loading a remote context"),
            new Bad(Syntax.JSON_LD, context + "\"p\": {\"@id\": \"rel\"}}", "a relative IRI"),
            new Bad(Syntax.JSON_LD, context + "\"undefined\": 1}", "undefined"))
        .map(bad -> DynamicTest.dynamicTest(bad.toString(), () -> assertRefused(bad)));
  }

  private static void assertRefused(Bad bad) {
    RefusedException refusal = refusal(bad.body().getBytes(StandardCharsets.UTF_8), bad.syntax());

    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.defects()).isNotEmpty();
    assertThat(refusal.defects().toString()).contains(bad.said());
  }

  private static RefusedException refusal(byte[] body, Syntax syntax) {
    RefusedException refusal =
        catchThrowableOfType(RefusedException.class, () -> RdfBody.read(body, syntax));
    assertThat(refusal).as("that it is refused").isNotNull();
    return refusal;
  }

  @Test
  void bytes_that_are_not_utf_8_are_told_with_their_place() {
    byte[] body = (S + P + "'a\n??' .").getBytes(StandardCharsets.UTF_8);
    body[body.length - 4] = (byte) 0xC3;

    assertThat(refusal(body, Syntax.TURTLE)).hasMessageContaining("byte 0xC3 is not UTF-8");
    assertThat(refusal(body, Syntax.TURTLE).defects().get(0).position())
        .isEqualTo(new Position(2, 2));
  }

  @TestFactory
  Stream<DynamicTest> what_is_nested_deeply_is_refused() {
    String triple = S + P;
    return Stream.of(
            new Bad(Syntax.TURTLE, triple + "[ " + P, "] "),
            new Bad(Syntax.TURTLE, triple + "( ", ") "),
            new Bad(Syntax.TRIG, triple + "<<( " + S + P, ")>> "),
            new Bad(Syntax.N_TRIPLES, triple + "<<( " + S + P, ")>> "),
            new Bad(Syntax.JSON_LD, "{\"https://example.org/p\":", "}"),
            new Bad(Syntax.JSON_LD, "[", "]"),
            new Bad(Syntax.RDF_XML, RDF + "<e:T><e:p>", "</e:p></e:T>"))
        .map(
            bad ->
                DynamicTest.dynamicTest(
                    bad.toString(),
                    () -> {
                      String text = bad.body().repeat(50_000) + bad.said().repeat(50_000);
                      RefusedException refusal =
                          refusal(text.getBytes(StandardCharsets.UTF_8), bad.syntax());
                      assertThat(refusal.reason()).isEqualTo(Reason.UNFIT);
                      assertThat(refusal).hasMessageContaining("nested more than 200 deep");
                    }));
  }

  @Test
  void what_is_in_order_is_read() {
    assertThat(read(Syntax.TURTLE, "\uFEFF" + S + P + "'(', \"[[\\\"[\", '''{\n'{''', 1.5, true ."))
        .hasSize(5);
    assertThat(read(Syntax.TRIG, "GRAPH <https://example.org/g> { [] " + P + "'é'@en-GB }"))
        .singleElement()
        .satisfies(quad -> assertThat(quad.getGraph().getURI()).endsWith("/g"));
    assertThat(read(Syntax.N_QUADS, S + P + "\"a\" .")).allMatch(Quad::isDefaultGraph);
    assertThat(read(Syntax.RDF_XML, RDF + "<e:T><e:p>a &lt; b</e:p></e:T></rdf:RDF>")).hasSize(2);
    assertThat(
            read(
                Syntax.JSON_LD,
                "{\"@context\": {\"p\": \"https://example.org/p\"}, \"p\": [1, \"[\", true]}"))
        .hasSize(3);
    assertThat(read(Syntax.TURTLE, "")).isEmpty();
  }

  private static List<Quad> read(Syntax syntax, String body) {
    return RdfBody.read(body.getBytes(StandardCharsets.UTF_8), syntax);
  }

  @Test
  void blank_nodes_are_those_of_no_other_text() {
    String body = "_:b " + P + "1 .";
    assertThat(read(Syntax.TURTLE, body)).doesNotContainAnyElementsOf(read(Syntax.TURTLE, body));
    String json = "{\"@id\": \"_:b0\", \"https://example.org/p\": 1}";
    assertThat(read(Syntax.JSON_LD, json)).doesNotContainAnyElementsOf(read(Syntax.JSON_LD, json));
  }
}
