package org.mesagraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule for query files, broken once in an otherwise good file. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LintTest {

  @TempDir private Path root;

  /** Replaces a text by another and expects one problem on the line where a word is then found. */
  private void broken(String from, String to, String at, String what) {
    String text = Sample.text();
    assertThat(text).contains(from);
    String bent = text.replace(from, to);
    int line = (int) bent.substring(0, bent.indexOf(at)).lines().count();
    line += bent.startsWith("\n", bent.indexOf(at) - 1) || bent.indexOf(at) == 0 ? 1 : 0;
    List<String> problems = Sample.problems(root, bent);
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith(Sample.FILE + ":" + line + ": " + what);
  }

  @Test
  void the_sample_itself_is_in_order() {
    assertThat(Sample.problems(root, Sample.text())).isEmpty();
  }

  @Test
  void unknown_keys_are_refused_with_the_nearest_one() {
    broken("#+ tags:", "#+ tag:", "#+ tag:", "unknown key “tag” – did you mean tags?");
    broken("maxRows: 50", "maxRows: 50, maxrow: 1", "#+ limits", "unknown key “limits.maxrow”");
    broken("class: \"mg", "klass: \"mg", "#+   mode: {type", "unknown key “params.mode.klass”");
    broken(
        "rows: 2,", "rows: 2, row: 2,", "#+     expect: {rows", "unknown key “tests.expect.row”");
    broken(
        "{type: iri, labelFrom: none}",
        "{type: iri, labelFrom: none, labl: x}",
        "#+   mode: {type: iri, labelFrom",
        "unknown key “columns.mode.labl” – did you mean label?");
  }

  @Test
  void yaml_that_is_not_well_formed_is_told_with_its_line() {
    broken("[evidence, researcher]", "[evidence, researcher", "#+ method", "YAML: ");
    assertThat(Sample.problems(root, Sample.text().replace("#+ tags:", "#+ method: GET\n#+ tags:")))
        .containsExactly(Sample.FILE + ":8: “method” is given twice: keep one of them");
  }

  @Test
  void yaml_cannot_make_objects_or_repeat_itself() {
    broken("method: GET", "method: !!java.net.URL GET", "#+ method", "YAML: the tag ");
    broken("method: GET", "method: &m GET", "#+ method", "YAML: an anchor");
    broken(
        "[evidence, researcher]",
        "&t [&u [a, a]]\n#+ chart2: [*t, *t]",
        "#+ summary",
        "YAML: Number of aliases");
  }

  @Test
  void values_of_the_wrong_kind_are_refused() {
    broken(
        "pagination: 2", "pagination: many", "#+ pagination", "“pagination” is not a whole number");
    broken("pagination: 2", "pagination: 0", "#+ pagination", "“pagination” is not a whole number");
    broken(
        "multi: true",
        "multi: yes",
        "#+   mode: {type: iri, class",
        "“params.mode.multi” is not true or false");
    broken(
        "stability: stable",
        "stability: stabel",
        "#+ contract",
        "“contract.stability” is not one of");
    broken("method: GET", "method: get", "#+ method", "“method” is not one of GET, POST");
    broken(
        "#+ chart: {view: timeline, x: year, mark: 1.5, channels: [study]}",
        "#+ chart: timeline",
        "#+ chart",
        "“chart” is not a mapping");
  }

  @Test
  void a_summary_is_needed_and_short() {
    broken(
        "summary: Evidence",
        "summary: " + "x".repeat(60) + " Evidence",
        "#+ summary",
        "the summary has 102 characters");
    broken(
        "#+ summary: Evidence for a failure mode, oldest first\n",
        "",
        "#+ description",
        "no summary");
  }

  @Test
  void types_are_case_sensitive() {
    broken(
        "{type: \"xsd:decimal\"",
        "{type: \"xsd:Decimal\"",
        "#+   rate",
        "“xsd:Decimal” is not a type – did you mean xsd:decimal?");
    broken(
        "{type: \"xsd:decimal\", optional: true}",
        "{optional: true}",
        "#+   rate",
        "“columns.rate” has no type");
  }

  @Test
  void parameters_and_variables_are_the_same() {
    broken(
        "mg:direction ?__direction_iri",
        "mg:direction ?direction",
        "#+   direction: {type",
        "the query does not use parameter “direction”");
    broken(
        "mg:direction ?__direction_iri",
        "mg:direction ?_direction_iri",
        "    mg:direction ?_dir",
        "?_direction_iri is not how “direction” is declared");
    broken(
        "  OPTIONAL { ?study mg:rate ?rate }",
        "  OPTIONAL { ?study mg:rate ?rate . FILTER EXISTS { ?study mg:x ?_foo_iri } }",
        "  OPTIONAL { ?study mg:rate",
        "?_foo_iri is no parameter of the header");
  }

  @Test
  void a_parameter_may_be_anywhere_in_a_query() {
    String head = "#+ summary: x\nPREFIX mg: <https://example.org/ontology/>\n";
    assertThat(
            List.of(
                "CONSTRUCT { ?_x_iri a mg:Study } WHERE { ?s a mg:Study }",
                "ASK { ?s a mg:Study } VALUES ?_x_iri { mg:a }",
                "ASK { { SELECT ?s WHERE { ?s a mg:Study } ORDER BY ?_x_iri } }",
                "ASK { { SELECT ?s WHERE { ?s a mg:Study } GROUP BY ?s HAVING (?_x_iri > 1) } }",
                "ASK { ?s a mg:Study MINUS { ?s mg:p ?y FILTER(?y > ?_x_iri) } }",
                "ASK { ?s a mg:Study OPTIONAL { GRAPH ?_x_iri { ?s a mg:Study } } }"))
        .allSatisfy(
            query ->
                assertThat(Sample.problems(root, head + query + "\n"))
                    .singleElement()
                    .asString()
                    .contains(":3: ?_x_iri is no parameter of the header"));
  }

  @Test
  void a_variable_in_a_comment_or_a_string_does_not_count() {
    String text =
        Sample.text()
            .replace("ORDER BY", "# ?_other_iri\nORDER BY")
            .replace("?caveat }", "?caveat FILTER(?caveat != \"?_x_iri\") }");

    assertThat(Sample.problems(root, text)).isEmpty();
  }

  @Test
  void parameter_names_have_letters_and_digits_only() {
    String text =
        Sample.text()
            .replace("since:", "since_year:")
            .replace("?__since_integer", "?__since_year_integer");

    assertThat(Sample.problems(root, text))
        .anyMatch(
            problem ->
                problem.contains("parameter name “since_year” has more than letters and digits"));
  }

  @Test
  void an_optional_parameter_without_default_is_not_computed_with() {
    broken(
        "#+ defaults:\n#+   - since: 2020\n",
        "",
        "  FILTER(?year",
        "optional ?__since_integer is computed with but has no default");
    broken(
        "FILTER(?year >= ?__since_integer)",
        "FILTER(?year >= ?__since_integer) BIND(STR(?__direction_iri) AS ?b)",
        "  FILTER(?year",
        "optional ?__direction_iri is computed with");
  }

  @Test
  void an_optional_parameter_inside_exists_is_a_pattern() {
    String text =
        Sample.text()
            .replace("mg:direction ?__direction_iri ;", "")
            .replace(
                "  FILTER(?year",
                "  FILTER EXISTS { ?study mg:direction ?__direction_iri }\n  FILTER(?year");

    assertThat(Sample.problems(root, text)).isEmpty();
  }

  @Test
  void a_parameter_is_not_assigned_to() {
    broken(
        "    mg:year ?year ;",
        "    mg:year ?year ; mg:direction ?d . VALUES ?__direction_iri { mg:a } ?study",
        "mg:direction ?__direction_iri",
        "?__direction_iri is assigned to");
  }

  @Test
  void defaults_and_bounds_are_values_of_their_type() {
    broken(
        "- since: 2020",
        "- since: 1980",
        "#+   since: {type",
        "the default or example of “params.since”: “1980” is less than 1990");
    broken("min: 1990", "min: early", "#+   since: {type", "“early” is not a value of xsd:integer");
    broken(
        "- since: 2020",
        "- sinse: 2020\n#+   - since: 2020",
        "#+   - sinse",
        "“defaults” names no parameter “sinse” – did you mean since?");
    broken(
        "min: 1990",
        "default: 2000, min: 1990",
        "#+   since: {type",
        "“params.since” has a “default” here and under “defaults”");
    broken(
        "class: \"mg:FailureMode\"",
        "class: \"mgg:FailureMode\"",
        "#+   mode: {type: iri, class",
        "unknown prefix “mgg:”");
    broken(
        "direction:disputes]", "dir:disputes]", "#+   direction: {type", "unknown prefix “dir:”");
  }

  @Test
  void columns_are_what_the_query_selects_in_order() {
    broken(
        "#+   caveat: {type: \"xsd:string\", optional: true}\n",
        "",
        "SELECT",
        "?caveat is selected but not among the columns");
    broken(
        "#+   caveat: {",
        "#+   other: {type: \"xsd:string\"}\n#+   caveat: {",
        "#+   other",
        "the query does not select column “other”");
    broken(
        "?rate ?replicated ?caveat WHERE",
        "?caveat ?replicated ?rate WHERE",
        "#+ columns",
        "the columns are not in the order of the query");
    broken(
        "SELECT ?study ?studyLabel (?_mode_iri AS ?mode) ?year ?rate ?replicated ?caveat",
        "SELECT *",
        "PREFIX mg",
        "SELECT *");
  }

  @Test
  void an_iri_column_says_where_its_label_is() {
    broken(", labelFrom: none}", "}", "#+   mode: {type: iri}", "IRI column “mode” has no label");
    broken(
        "labelFrom: none",
        "labelFrom: modeLabel",
        "#+   mode: {type: iri, labelFrom",
        "the query does not select the label ?modeLabel");
    broken(
        "optional: true}\n#+ chart",
        "optional: true, labelFrom: none}\n#+ chart",
        "#+   caveat",
        "only an IRI column has a label");
  }

  @Test
  void the_order_is_total() {
    broken("ORDER BY ?year ?study\n", "", "PREFIX mg", "no ORDER BY");
    broken("ORDER BY ?year ?study\n", "ORDER BY ?year\n", "ORDER BY", "the order is not total");
    broken(
        "ORDER BY ?year ?study\n",
        "ORDER BY ?x ?study\n",
        "ORDER BY",
        "it is ordered by ?x, which is not selected");
  }

  @Test
  void something_limits_the_rows() {
    String unlimited = Sample.text().replace("#+ pagination: 2\n", "").replace(", maxRows: 50", "");

    assertThat(Sample.problems(root, unlimited))
        .singleElement()
        .asString()
        .contains(":33: nothing limits the number of rows");
    assertThat(Sample.problems(root, unlimited + "LIMIT 3\n")).isEmpty();
  }

  @Test
  void a_single_row_needs_neither_order_nor_limit() {
    String text =
        """
        #+ summary: How many studies there are
        #+ columns: {count: {type: "xsd:integer"}}
        PREFIX mg: <https://example.org/ontology/>
        SELECT (COUNT(*) AS ?count) WHERE { ?study a mg:Study }
        """;

    assertThat(Sample.problems(root, text)).isEmpty();
  }

  @Test
  void prefixes_are_used_sorted_and_those_of_the_project() {
    broken(
        "PREFIX mg:",
        "PREFIX concept: <https://example.org/concept/>\nPREFIX mg:",
        "PREFIX concept",
        "prefix “concept:” is not used");
    broken("skos/core#>", "skos/kore#>", "PREFIX skos", "prefix “skos:” means another namespace");
    broken(
        "PREFIX mg: <https://example.org/ontology/>\nPREFIX skos: <http://www.w3.org/2004/02/skos/core#>",
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\nPREFIX mg: <https://example.org/ontology/>",
        "PREFIX mg",
        "prefix “mg:” is out of order");
    String other =
        Sample.text().replace("PREFIX mg:", "PREFIX m:").replaceAll("mg:(?!Fail)(?! <)", "m:");
    assertThat(Sample.problems(root, other))
        .singleElement()
        .asString()
        .contains(":34: prefix “m:” is not one of the project – did you mean mg?");
  }

  @Test
  void sparql_errors_are_told_with_the_line_of_the_file() {
    broken("mg:year ?year ;", "mg:year \"?year ;", "    mg:year", "SPARQL: Lexical error");
    broken("mg:year ?year ;", "foo:year ?year ;", "    foo:year", "SPARQL: ");
    broken(
        "ORDER BY ?year ?study",
        "ORDER BY ?year ?study LIMIT ?x",
        "ORDER BY",
        "SPARQL: Encountered");
    broken("FILTER(?year >= ?__since_integer)", "LET(?x := 1)", "  LET", "SPARQL: ");
  }

  @Test
  void only_three_forms_can_be_saved_and_the_graphs_are_not_theirs() {
    assertThat(Sample.problems(root, "#+ summary: x\nDESCRIBE <urn:x>\n"))
        .singleElement()
        .asString()
        .contains(":2: not a query to save");
    assertThat(Sample.problems(root, "#+ summary: x\nASK FROM <urn:x> { ?a ?b ?c }\n"))
        .singleElement()
        .asString()
        .contains(":2: FROM fixes the graphs");
  }

  @Test
  void tests_name_what_there_is() {
    broken(
        "params: {mode: deceptive-alignment}",
        "params: {mode: deceptive-alignment, sinc: 1}",
        "#+     params: {mode",
        "the test names no parameter “sinc” – did you mean since?");
    broken(
        "caveat: \"introduced",
        "caveaat: \"introduced",
        "#+     expect: {rows",
        "the test names no column “caveaat” – did you mean caveat?");
    broken("rows: 2,", "ask: true,", "#+     expect: {ask", "“ask” needs an ASK query");
    broken(
        "rows: 2,",
        "columns: [[a]],",
        "#+     expect: {columns",
        "“tests.expect.columns” is not a list of texts");
    broken(
        "status: 422",
        "status: 404",
        "#+   - {name: an unknown",
        "status 404 is none that a query answers");
    broken(
        "name: an unknown mode is refused",
        "name: two studies since 2020",
        "#+   - {name: two",
        "two tests are named");
    broken(
        "expect: {status: 422, didYouMean: true}",
        "expect: {}",
        "#+   - {name: an unknown",
        "a test without an expectation");
  }
}
