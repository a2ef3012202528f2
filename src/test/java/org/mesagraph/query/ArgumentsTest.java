package org.mesagraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArgumentsTest {

  private static final Node DECEPTIVE =
      NodeFactory.createURI("https://example.org/concept/deceptive-alignment");

  private static final String KINDS =
      """
      #+ summary: All kinds of values
      #+ params:
      #+   day: {type: "xsd:date", min: 2020-01-01, max: 2020-12-31}
      #+   ratio: {type: "xsd:decimal", min: 0, max: 1.5}
      #+   sure: {type: "xsd:boolean"}
      #+   year: {type: "xsd:gYear", max: "2030"}
      #+   word: {type: "xsd:string", enumeration: [strong, weak]}
      #+   name: {type: "lang:en"}
      #+   count: {type: "xsd:integer", multi: true}
      #+   twin: {type: iri, class: "mg:Twin"}
      #+   any: {type: iri}
      PREFIX mg: <https://example.org/ontology/>
      ASK {
        ?s mg:p ?__day_date , ?__ratio_decimal , ?__sure_boolean , ?__year_gYear , ?__word_string ,
          ?__name_en , ?__count_integer , ?__twin_iri , ?__any_iri .
      }
      """;

  @TempDir private Path root;
  private final DatasetGraph dataset = Sample.dataset();
  private SavedQuery query;

  @BeforeEach
  void read() {
    query = Sample.query(root);
  }

  private Arguments parse(String... pairs) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      given.merge(
          pairs[i],
          List.of(pairs[i + 1]),
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return Arguments.parse(query, given, dataset, Sample.PREFIXES);
  }

  private ArgumentProblem refusal(String... pairs) {
    Arguments arguments = parse(pairs);
    assertThat(arguments).isInstanceOf(Arguments.Refused.class);
    List<ArgumentProblem> problems = ((Arguments.Refused) arguments).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private static Node integer(int number) {
    return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
  }

  @Test
  void an_iri_a_prefixed_name_and_a_slug_mean_the_same() {
    assertThat(
            List.of(
                "https://example.org/concept/deceptive-alignment",
                "<https://example.org/concept/deceptive-alignment>",
                "concept:deceptive-alignment",
                "deceptive-alignment",
                " deceptive-alignment ",
                "Deceptive alignment"))
        .allSatisfy(
            text ->
                assertThat(parse("mode", text).orThrow().values())
                    .containsEntry("mode", List.of(DECEPTIVE)));
  }

  @Test
  void defaults_fill_what_is_not_given_and_blank_is_not_given() {
    Node since = integer(2020);

    assertThat(parse("mode", "deceptive-alignment").orThrow().values())
        .containsOnlyKeys("mode", "since")
        .containsEntry("since", List.of(since));
    assertThat(
            parse("mode", "deceptive-alignment", "since", "", "direction", " ").orThrow().values())
        .containsEntry("since", List.of(since))
        .doesNotContainKey("direction");
  }

  @Test
  void an_unknown_slug_is_refused_with_the_nearest_one() {
    ArgumentProblem problem = refusal("mode", "deceptve");

    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.parameter()).isEqualTo("mode");
    assertThat(problem.message())
        .isEqualTo("no mg:FailureMode “deceptve” – did you mean deceptive-alignment?");
    assertThat(refusal("mode", "zzzzzzzz").didYouMean()).isEmpty();
    assertThat(refusal("mode", "deceptve-alignment").message())
        .isEqualTo("no mg:FailureMode “deceptve-alignment” – did you mean deceptive-alignment?");
    assertThat(refusal("mode", "deceptive").message())
        .isEqualTo("no mg:FailureMode “deceptive” – did you mean deceptive-alignment?");
  }

  @Test
  void an_iri_of_another_class_is_refused() {
    assertThat(refusal("mode", "concept:base-objective").message())
        .isEqualTo("no mg:FailureMode concept:base-objective");
    assertThat(refusal("mode", "base-objective").status()).isEqualTo(422);
    assertThat(refusal("mode", "https://example.org/none").status()).isEqualTo(422);
  }

  @Test
  void what_cannot_be_an_iri_is_refused() {
    assertThat(refusal("mode", "concpt:x").message())
        .isEqualTo("unknown prefix “concpt:” in concpt:x – did you mean concept?");
    assertThat(refusal("mode", "concept:x> } DROP ALL #").status()).isEqualTo(400);
  }

  @Test
  void an_unknown_parameter_is_refused_with_the_nearest_one() {
    ArgumentProblem problem = refusal("mode", "deceptive-alignment", "sinse", "2020");

    assertThat(problem.message()).isEqualTo("no parameter “sinse” – did you mean since?");
    assertThat(problem.status()).isEqualTo(400);
  }

  @Test
  void all_reasons_are_told_at_once_and_thrown_as_usage() {
    Arguments arguments = parse("since", "soon", "foo", "bar");

    assertThat(((Arguments.Refused) arguments).status()).isEqualTo(400);
    assertThatThrownBy(arguments::orThrow)
        .hasMessageContaining("no parameter “foo”")
        .hasMessageContaining("“mode” is missing (Failure mode)")
        .hasMessageContaining("“soon” is not a value of xsd:integer")
        .extracting(e -> ((MesagraphException) e).kind())
        .isEqualTo(Kind.USAGE);
  }

  @Test
  void bounds_hold() {
    assertThat(refusal("mode", "deceptive-alignment", "since", "1989").detail())
        .isEqualTo("“1989” is less than 1990");
    assertThat(refusal("mode", "deceptive-alignment", "since", "2101").detail())
        .isEqualTo("“2101” is more than 2100");
    assertThat(parse("mode", "deceptive-alignment", "since", "1990"))
        .isInstanceOf(Arguments.Accepted.class);
    assertThat(
            parse("mode", "deceptive-alignment", "since", "+02100").orThrow().values().get("since"))
        .containsExactly(integer(2100));
  }

  @Test
  void only_a_multi_parameter_takes_several_values() {
    assertThat(
            parse("mode", "deceptive-alignment", "mode", "proxy-alignment")
                .orThrow()
                .values()
                .get("mode"))
        .hasSize(2);
    assertThat(refusal("mode", "deceptive-alignment", "since", "2020", "since", "2021").detail())
        .isEqualTo("“since” takes one value");
    String[] many = new String[202];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = "mode";
      many[i + 1] = "deceptive-alignment";
    }
    assertThat(refusal(many).detail()).isEqualTo("“mode” takes at most 100 values");
    assertThat(parse(Arrays.copyOf(many, 200)).orThrow().values().get("mode")).hasSize(1);
  }

  @Test
  void enumerated_iris_are_the_only_ones() {
    assertThat(List.of("supports", "direction:supports", "https://example.org/direction/supports"))
        .allSatisfy(
            text ->
                assertThat(
                        parse("mode", "deceptive-alignment", "direction", text)
                            .orThrow()
                            .values()
                            .get("direction"))
                    .extracting(Node::getURI)
                    .containsExactly("https://example.org/direction/supports"));
    assertThat(refusal("mode", "deceptive-alignment", "direction", "suports").message())
        .isEqualTo("“suports” is not one of supports, direction:disputes – did you mean supports?");
    assertThat(refusal("mode", "deceptive-alignment", "direction", "mg:Study").status())
        .isEqualTo(400);
  }

  @Test
  void each_type_checks_the_form_of_its_values() {
    query = Sample.read(root, KINDS);

    Map.of(
            "day",
            "2020-02-30",
            "ratio",
            "half",
            "sure",
            "yes",
            "year",
            "20",
            "count",
            "1.0",
            "any",
            "no such")
        .forEach((name, text) -> assertThat(refusal(name, text).detail()).contains(text));
    Map.of(
            "day",
            "2020-02-29",
            "ratio",
            "0.50",
            "sure",
            "true",
            "year",
            "2020",
            "count",
            "-3",
            "any",
            "urn:x",
            "word",
            "weak",
            "name",
            "\"; DROP")
        .forEach(
            (name, text) ->
                assertThat(parse(name, text).orThrow().values()).containsOnlyKeys(name));
    assertThat(refusal("day", "2021-01-01").detail()).endsWith("is more than 2020-12-31");
    assertThat(refusal("ratio", "1.51").detail()).endsWith("is more than 1.5");
    assertThat(refusal("year", "2031").detail()).endsWith("is more than 2030");
    assertThat(refusal("word", "week").message())
        .isEqualTo("“week” is not one of strong, weak – did you mean weak?");
    assertThat(parse("name", "fox").orThrow().values().get("name"))
        .containsExactly(NodeFactory.createLiteralLang("fox", "en"));
  }

  @Test
  void a_slug_that_two_iris_share_is_refused() {
    query = Sample.read(root, KINDS);

    assertThat(refusal("twin", "twin").message())
        .isEqualTo("“twin” may be concept:twin or study:twin – did you mean concept:twin?");
    assertThat(parse("twin", "study:twin")).isInstanceOf(Arguments.Accepted.class);
  }
}
