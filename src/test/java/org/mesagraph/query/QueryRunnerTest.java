package org.mesagraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueryRunnerTest {

  private static final String BY_NAME =
      """
      #+ summary: Studies of a name
      #+ params: {name: {type: "xsd:string", required: true}}
      #+ columns: {study: {type: iri, labelFrom: none}, name: {type: "xsd:string"}}
      #+ limits: {maxRows: 10}
      PREFIX mg: <https://example.org/ontology/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      SELECT ?study (?_name_string AS ?name) WHERE {
        ?study a mg:Study ;
          skos:prefLabel ?label .
        FILTER(STR(?label) = ?_name_string)
      }
      ORDER BY ?study
      """;

  @TempDir private Path root;
  private final QueryRunner runner = Sample.runner();

  private static Map<String, List<String>> given(String... pairs) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      given.put(pairs[i], List.of(pairs[i + 1].split("\\|")));
    }
    return given;
  }

  private static List<String> studies(Answer answer) {
    return answer.rows().stream().map(row -> Individuals.slug(row.get("study"))).toList();
  }

  @Test
  void a_query_finds_rows_with_its_defaults() {
    Answer answer = runner.run(Sample.query(root), given("mode", "deceptive-alignment"));

    assertThat(studies(answer)).containsExactly("sleeper-agents", "alignment-faking");
    assertThat(answer.arguments()).containsOnlyKeys("mode", "since");
    assertThat(answer.variables())
        .containsExactly("study", "studyLabel", "mode", "year", "rate", "replicated", "caveat");
    assertThat(answer.page()).isEmpty();
    assertThat(answer.more()).isFalse();
  }

  @Test
  void a_parameter_that_is_selected_stays_in_the_answer_and_what_is_unbound_is_absent() {
    Answer answer = runner.run(Sample.query(root), given("mode", "deceptive-alignment"));

    assertThat(answer.rows().get(0))
        .containsOnlyKeys("study", "studyLabel", "mode", "year", "caveat");
    assertThat(answer.rows().get(0).get("mode").getURI()).endsWith("/deceptive-alignment");
  }

  @Test
  void an_optional_parameter_narrows_only_when_it_is_given() {
    SavedQuery query = Sample.query(root);

    assertThat(studies(runner.run(query, given("mode", "deceptive-alignment", "since", "1990"))))
        .containsExactly("sceptics", "sleeper-agents", "alignment-faking");
    assertThat(
            studies(
                runner.run(
                    query,
                    given(
                        "mode", "deceptive-alignment", "since", "1990", "direction", "disputes"))))
        .containsExactly("sceptics");
  }

  @Test
  void several_values_are_the_union_of_each() {
    Answer answer =
        runner.run(Sample.query(root), given("mode", "deceptive-alignment|proxy-alignment"));

    assertThat(studies(answer)).containsExactly("coin-run", "sleeper-agents", "alignment-faking");
    assertThat(answer.rows())
        .extracting(row -> Individuals.slug(row.get("mode")))
        .containsExactly("proxy-alignment", "deceptive-alignment", "deceptive-alignment");
  }

  @Test
  void several_values_reach_filters_in_unions_and_subqueries() {
    String text =
        """
        #+ summary: Studies of some years
        #+ params: {year: {type: "xsd:integer", required: true, multi: true}}
        #+ columns: {study: {type: iri, labelFrom: none}}
        #+ limits: {maxRows: 10}
        PREFIX mg: <https://example.org/ontology/>
        SELECT DISTINCT ?study WHERE {
          ?study a mg:Study .
          { ?study mg:year ?y . FILTER(?y = ?_year_integer) }
          UNION { SELECT ?study WHERE { ?study mg:year ?y . FILTER(?y + 1 = ?_year_integer) } }
          FILTER NOT EXISTS { ?study mg:year 2019 . FILTER(?_year_integer = 2019) }
        }
        ORDER BY ?study
        """;
    SavedQuery query = Sample.read(root, text);

    assertThat(studies(runner.run(query, given("year", "2025"))))
        .containsExactly("alignment-faking", "sleeper-agents");
    assertThat(studies(runner.run(query, given("year", "2023|2019")))).containsExactly("coin-run");
    assertThat(studies(runner.run(query, given("year", "2022|2025"))))
        .containsExactly("alignment-faking", "coin-run", "sleeper-agents");
  }

  @Test
  void a_hostile_text_matches_nothing_and_changes_nothing() {
    SavedQuery query = Sample.read(root, BY_NAME);
    assertThat(studies(runner.run(query, given("name", "CoinRun")))).containsExactly("coin-run");

    assertThat(
            List.of(
                "CoinRun\" || true || \"",
                "x\") } UNION { ?study ?p ?o } #",
                "\\\" . ?study ?p ?o",
                "?label",
                "x\n} ; DROP ALL"))
        .allSatisfy(
            text -> {
              Answer answer = runner.run(query, given("name", text.replace('|', ' ')));
              assertThat(answer.rows()).isEmpty();
            });
    assertThat(studies(runner.run(query, given("name", "CoinRun")))).containsExactly("coin-run");
  }

  @Test
  void a_hostile_iri_is_refused_before_it_is_asked() {
    assertThatThrownBy(
            () -> runner.run(Sample.query(root), given("mode", "https://example.org/> ?p ?o } #")))
        .hasMessageContaining("holds a character that no IRI may hold")
        .extracting(e -> ((MesagraphException) e).kind())
        .isEqualTo(Kind.USAGE);
  }

  @Test
  void a_page_is_a_part_and_tells_whether_more_follows() {
    SavedQuery query = Sample.query(root);
    Map<String, List<String>> given = given("mode", "deceptive-alignment", "since", "1990");

    Answer first = runner.run(query, given, Optional.of(Page.of(1, 2)));
    Answer second = runner.run(query, given, Optional.of(Page.of(2, 2)));
    Answer third = runner.run(query, given, Optional.of(Page.of(3, 2)));

    assertThat(studies(first)).containsExactly("sceptics", "sleeper-agents");
    assertThat(first.more()).isTrue();
    assertThat(studies(second)).containsExactly("alignment-faking");
    assertThat(second.more()).isFalse();
    assertThat(third.rows()).isEmpty();
    assertThat(query.query().hasLimit()).isFalse();
  }

  @Test
  void a_page_stays_within_the_limit_of_the_query() {
    SavedQuery query = Sample.read(root, Sample.text() + "LIMIT 2 OFFSET 1\n");
    Map<String, List<String>> given = given("mode", "deceptive-alignment", "since", "1990");

    Answer first = runner.run(query, given, Optional.of(Page.of(1, 1)));
    Answer second = runner.run(query, given, Optional.of(Page.of(2, 1)));

    assertThat(studies(first)).containsExactly("sleeper-agents");
    assertThat(first.more()).isTrue();
    assertThat(studies(second)).containsExactly("alignment-faking");
    assertThat(second.more()).isFalse();
    assertThat(runner.run(query, given, Optional.of(Page.of(3, 1))).rows()).isEmpty();
    assertThat(runner.run(query, given).rows()).hasSize(2);
  }

  @Test
  void too_many_rows_are_refused_and_never_cut_off() {
    SavedQuery query = Sample.read(root, Sample.text().replace("maxRows: 50", "maxRows: 2"));

    assertThat(runner.run(query, given("mode", "deceptive-alignment")).rows()).hasSize(2);
    assertThatThrownBy(
            () -> runner.run(query, given("mode", "deceptive-alignment", "since", "1990")))
        .hasMessageContaining("finds more than 2 rows – ask for less")
        .hasMessageContaining("limits.maxRows in " + Sample.FILE)
        .extracting(e -> ((MesagraphException) e).kind())
        .isEqualTo(Kind.LIMIT);
  }

  @Test
  void a_query_that_takes_too_long_is_ended() {
    String text =
        """
        #+ summary: Far too many combinations
        #+ columns: {n: {type: "xsd:integer"}}
        #+ limits: {timeoutMs: 50}
        SELECT (COUNT(*) AS ?n) WHERE {
          ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p . ?q ?r ?s . ?t ?u ?v .
        }
        """;
    SavedQuery query = Sample.read(root, text);

    assertThatThrownBy(() -> runner.run(query, Map.of()))
        .hasMessageContaining("within 50 ms")
        .extracting(e -> ((MesagraphException) e).kind())
        .isEqualTo(Kind.LIMIT);
  }

  @Test
  void ask_and_construct_are_answered() {
    String ask =
        """
        #+ summary: Whether a study is about a mode
        #+ params: {study: {type: iri, class: "mg:Study", required: true}}
        PREFIX concept: <https://example.org/concept/>
        PREFIX mg: <https://example.org/ontology/>
        ASK { ?_study_iri mg:about concept:proxy-alignment }
        """;
    SavedQuery asked = Sample.read(root, ask);
    assertThat(runner.run(asked, given("study", "coin-run")).ask()).contains(true);
    assertThat(runner.run(asked, given("study", "sceptics")).ask()).contains(false);

    SavedQuery built =
        Sample.read(
            root,
            ask.replace(
                "ASK {", "CONSTRUCT { concept:proxy-alignment mg:studiedIn ?_study_iri } WHERE {"));
    Answer answer = runner.run(built, given("study", "coin-run"));
    assertThat(answer.graph().orElseThrow().find().toList())
        .singleElement()
        .extracting(triple -> Individuals.slug(triple.getObject()))
        .isEqualTo("coin-run");
    assertThat(runner.run(built, given("study", "sceptics")).graph().orElseThrow().isEmpty())
        .isTrue();
  }

  @Test
  void a_transaction_of_the_caller_is_used() {
    runner.dataset().begin(TxnType.READ);
    try {
      assertThat(runner.run(Sample.query(root), given("mode", "proxy-alignment")).rows())
          .hasSize(1);
      assertThat(runner.dataset().isInTransaction()).isTrue();
    } finally {
      runner.dataset().end();
    }
    assertThat(runner.dataset().isInTransaction()).isFalse();
  }

  @Test
  void an_answer_cannot_be_changed() {
    Answer answer = runner.run(Sample.query(root), given("mode", "proxy-alignment"));
    Node node = answer.rows().get(0).get("study");

    assertThatThrownBy(() -> answer.rows().get(0).put("study", node))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> answer.arguments().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
