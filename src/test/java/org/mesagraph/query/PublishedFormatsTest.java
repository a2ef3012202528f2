package org.mesagraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formats that answers are published in, each against a file or against who reads it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublishedFormatsTest {

  private static final Publication PUBLICATION =
      new Publication("https://example.org", "2026-11-20-abc");
  private static final String ASK =
      """
      #+ summary: Whether there is a study
      PREFIX mg: <https://example.org/ontology/>
      ASK { ?study a mg:Study }
      """;
  private static final String CONSTRUCT =
      """
      #+ summary: Who is about what
      PREFIX mg: <https://example.org/ontology/>
      CONSTRUCT { ?study mg:about ?mode ; mg:note [ mg:year ?year ] } WHERE { ?study mg:about ?mode ; mg:year ?year }
      """;

  @TempDir private Path root;

  private Answer page(int number) {
    return Sample.runner()
        .run(
            Sample.query(root),
            Map.of("mode", List.of("deceptive-alignment"), "since", List.of("2024")),
            Optional.of(Page.of(number, 1)));
  }

  private Answer answer(String text) {
    return Sample.runner().run(Sample.read(root, text), Map.of());
  }

  private static String written(Answer answer, BiConsumer<Answer, ByteArrayOutputStream> writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.accept(answer, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tab_separated_values_are_those_of_the_w3c() {
    assertThat(written(page(1), AnswerTsv::write))
        .isEqualTo(
            "?study\t?studyLabel\t?mode\t?year\t?rate\t?replicated\t?caveat\n"
                + "<https://example.org/study/sleeper-agents>\t\"Sleeper Agents\"@en\t"
                + "<https://example.org/concept/deceptive-alignment>\t2024\t\t\t"
                + "\"introduced \\\"intentionally\\\", not found\"\n");
  }

  @Test
  void sparql_xml_is_that_of_the_w3c() {
    assertThat(written(page(2), AnswerSparqlXml::write))
        .startsWith(
            "<?xml version=\"1.0\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">")
        .contains(
            "<variable name=\"rate\"/>",
            "<binding name=\"replicated\">",
            "<literal datatype=\"http://www.w3.org/2001/XMLSchema#decimal\">0.14</literal>");
    assertThat(written(answer(ASK), AnswerSparqlXml::write)).contains("<boolean>true</boolean>");
  }

  @Test
  void lines_of_json_are_the_rows_of_the_json() {
    Answer answer = page(2);
    String lines = new String(AnswerLines.of(answer, Sample.PREFIXES), StandardCharsets.UTF_8);

    assertThat(lines).endsWith("}\n").hasLineCount(1);
    assertThat(JSON.parse(lines))
        .isEqualTo(AnswerJson.of(answer, Sample.PREFIXES).get("rows").getAsArray().get(0));
    assertThat(new String(AnswerLines.of(answer(ASK), Sample.PREFIXES), StandardCharsets.UTF_8))
        .matches("\\{ ?\"boolean\" ?: ?true ?}\n");
  }

  @Test
  void markdown_has_links_the_caveat_the_page_and_where_it_is_from() {
    assertThat(AnswerMarkdown.of(page(1), Sample.PREFIXES, PUBLICATION))
        .isEqualTo(Sample.resource("answer.md"));
  }

  @Test
  void markdown_of_the_data_makes_no_markup() {
    String text =
        """
        #+ summary: Markup
        #+ columns:
        #+   a: {type: "xsd:string"}
        #+ limits: {maxRows: 1}
        SELECT ?a WHERE { VALUES ?a { "[x](javascript:alert(1)) | <b>*" } } ORDER BY ?a
        """;

    assertThat(AnswerMarkdown.of(answer(text), Sample.PREFIXES, PUBLICATION))
        .contains("| \\[x\\](javascript:alert(1)) \\| \\<b>\\* |");
  }

  @Test
  void json_says_where_it_is_published_and_which_page_it_is() {
    JsonObject meta = AnswerJson.of(page(2), Sample.PREFIXES, PUBLICATION).getObj("meta");

    assertThat(meta.getString("dataset")).isEqualTo("2026-11-20-abc");
    assertThat(meta.getString("href"))
        .isEqualTo(
            "https://example.org/q/evidence-for-mode"
                + "?mode=concept:deceptive-alignment&since=2024");
    assertThat(meta.getObj("page").toString())
        .isEqualTo(
            JSON.parse("{\"limit\": 1, \"offset\": 1, \"number\": 2, \"more\": false}").toString());
  }

  @Test
  void what_is_asked_is_escaped_in_addresses() {
    String text =
        """
        #+ summary: Echo
        #+ params:
        #+   said: {type: "lang:en", multi: true, default: ["a b&c=d?é", "+"]}
        #+ columns:
        #+   a: {type: "lang:en"}
        #+ limits: {maxRows: 9}
        SELECT ?a WHERE { BIND(?__said_en AS ?a) } ORDER BY ?a
        """;

    assertThat(PUBLICATION.address(answer(text), ".csv", Sample.PREFIXES))
        .isEqualTo(
            "https://example.org/q/evidence-for-mode.csv"
                + "?said=a%20b%26c%3Dd%3F%C3%A9&said=%2B");
  }

  @Test
  void an_answer_fits_the_schema_of_its_query_and_another_does_not() {
    String json = AnswerJson.of(page(1), Sample.PREFIXES, PUBLICATION).toString();
    String schema = AnswerSchema.of(Sample.query(root), PUBLICATION).toString();

    assertThat(faults(schema, json)).isEmpty();
    assertThat(faults(schema, json.replace(": 2024", ": \"2024\""))).isNotEmpty();
    assertThat(faults(schema, json.replace("\"study\"", "\"studdy\""))).isNotEmpty();
    assertThat(JSON.parse(schema).getString("$id"))
        .isEqualTo("https://example.org/q/evidence-for-mode/schema.json");
    assertThat(
            faults(
                AnswerSchema.of(Sample.read(root, ASK)).toString(),
                AnswerJson.of(answer(ASK), Sample.PREFIXES).toString()))
        .isEmpty();
  }

  private static List<String> faults(String schema, String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void a_notebook_has_the_cells_of_the_format_and_asks_for_the_same_answer() {
    JsonObject notebook = AnswerNotebook.of(page(1), Sample.PREFIXES, PUBLICATION);

    assertThat(notebook.get("nbformat").getAsNumber().value().intValue()).isEqualTo(4);
    assertThat(notebook.get("cells").getAsArray())
        .allSatisfy(
            cell -> {
              JsonObject fields = cell.getAsObject();
              boolean code = fields.getString("cell_type").equals("code");
              assertThat(fields.getString("id")).matches("[A-Za-z0-9_-]{1,64}");
              assertThat(fields.hasKey("outputs")).isEqualTo(code);
              assertThat(fields.hasKey("execution_count")).isEqualTo(code);
              assertThat(fields.hasKey("metadata")).isTrue();
              assertThat(fields.get("source").isArray()).isTrue();
            });
    assertThat(notebook.toString())
        .contains(
            "evidence-for-mode.json?mode=concept:deceptive-alignment&since=2024",
            "urllib.request",
            "import pandas");
  }

  @Test
  void a_graph_is_the_same_text_each_time_and_reads_back() {
    String turtle = AnswerGraph.turtle(answer(CONSTRUCT), Sample.PREFIXES);
    String jsonLd = AnswerGraph.jsonLd(answer(CONSTRUCT), Sample.PREFIXES).toString();

    assertThat(parsed(turtle, Lang.TURTLE).isIsomorphicWith(answer(CONSTRUCT).graph().get()))
        .isTrue();
    assertThat(parsed(jsonLd, Lang.JSONLD).isIsomorphicWith(answer(CONSTRUCT).graph().get()))
        .isTrue();
    assertThat(AnswerGraph.turtle(answer(CONSTRUCT), Sample.PREFIXES)).isEqualTo(turtle);
    assertThat(turtle)
        .startsWith("@prefix concept: <https://example.org/concept/> .\n")
        .doesNotContain("skos");
    assertThatThrownBy(() -> AnswerGraph.turtle(answer(ASK), Sample.PREFIXES))
        .hasMessageContaining("ask for JSON or CSV");
  }

  private static Graph parsed(String text, Lang lang) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, lang).parse(graph);
    return graph;
  }
}
