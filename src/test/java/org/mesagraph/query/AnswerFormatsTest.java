package org.mesagraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnswerFormatsTest {

  private static final String ASK =
      """
      #+ summary: Whether there is a study
      PREFIX mg: <https://example.org/ontology/>
      ASK { ?study a mg:Study }
      """;

  @TempDir private Path root;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Answer answer() {
    return Sample.runner()
        .run(
            Sample.query(root),
            Map.of("mode", List.of("deceptive-alignment"), "since", List.of("2024")),
            Optional.of(Page.of(1, 2)));
  }

  private Answer answer(String text) {
    return Sample.runner().run(Sample.read(root, text), Map.of());
  }

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void json_has_native_values_and_labelled_iris() {
    AnswerJson.write(answer(), Sample.PREFIXES, out);

    assertThat(JSON.parse(written())).isEqualTo(JSON.parse(Sample.resource("answer.json")));
    assertThat(JSON.parse(written()).get("rows").getAsArray().get(0).getAsObject().keySet())
        .containsExactly("study", "mode", "year", "caveat");
  }

  @Test
  void json_of_an_ask_is_a_truth_value() {
    JsonObject json = AnswerJson.of(answer(ASK), Sample.PREFIXES);

    assertThat(json.getBoolean("boolean")).isTrue();
    assertThat(json.keySet()).containsExactly("meta", "boolean");
  }

  @Test
  void json_keeps_numbers_that_json_cannot_hold_as_text() {
    String text =
        """
        #+ summary: Odd numbers
        #+ columns:
        #+   a: {type: "xsd:double"}
        #+   b: {type: "xsd:integer"}
        #+   c: {type: "xsd:decimal"}
        #+   d: {type: "xsd:integer"}
        #+   e: {type: "xsd:string"}
        #+ limits: {maxRows: 1}
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        SELECT ?a ?b ?c ?d ?e WHERE {
          VALUES (?a ?b ?c ?d ?e) {
            ("INF"^^xsd:double 123456789012345678901234567890 0.30 "x"^^xsd:integer "é\\n</script>")
          }
        }
        ORDER BY ?a ?b ?c ?d ?e
        """;

    AnswerJson.write(answer(text), Sample.PREFIXES, out);

    assertThat(written())
        .contains("\"a\" : \"INF\"")
        .contains("\"b\" : 123456789012345678901234567890")
        .contains("\"c\" : 0.3")
        .contains("\"d\" : \"x\"")
        .contains("é\\n");
    assertThat(JSON.parse(written()).get("rows").getAsArray().get(0).getAsObject().getString("e"))
        .isEqualTo("é\n</script>");
  }

  @Test
  void csv_is_that_of_the_w3c() {
    AnswerCsv.write(answer(), out);

    assertThat(written()).isEqualTo(Sample.resource("answer.csv").replace("\n", "\r\n"));
  }

  @Test
  void sparql_json_is_that_of_the_w3c() {
    AnswerSparqlJson.write(answer(), out);

    JsonObject json = JSON.parse(written());
    assertThat(json.getObj("head").getArray("vars").map(value -> value.getAsString().value()))
        .containsExactly("study", "studyLabel", "mode", "year", "rate", "replicated", "caveat");
    JsonObject first = json.getObj("results").get("bindings").getAsArray().get(0).getAsObject();
    assertThat(first.getObj("year").getString("datatype")).endsWith("#integer");
    assertThat(first.getObj("studyLabel").getString("xml:lang")).isEqualTo("en");
    assertThat(first.hasKey("rate")).isFalse();
  }

  @Test
  void sparql_json_of_an_ask_is_a_truth_value() {
    AnswerSparqlJson.write(answer(ASK), out);

    assertThat(JSON.parse(written()).getBoolean("boolean")).isTrue();
  }

  @Test
  void a_graph_is_no_table() {
    Answer graph = answer(ASK.replace("ASK", "CONSTRUCT WHERE"));

    assertThatThrownBy(() -> AnswerCsv.write(graph, out)).hasMessageContaining("ask for Turtle");
    assertThatThrownBy(() -> AnswerJson.of(graph, Sample.PREFIXES))
        .hasMessageContaining("ask for Turtle");
  }
}
