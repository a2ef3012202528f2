package org.mesagraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SavedQueryFilesTest {

  private static final String ASK =
      """
      #+ summary: Whether there is a study
      PREFIX mg: <https://example.org/ontology/>
      ASK { ?study a mg:Study }
      """;

  @TempDir private Path root;

  @Test
  void a_header_is_read_whole() {
    SavedQuery query = Sample.query(root);
    Header header = query.header();

    assertThat(query.name()).isEqualTo("evidence-for-mode");
    assertThat(query.topic()).isEqualTo("evidence");
    assertThat(query.file()).isEqualTo(Sample.FILE);
    assertThat(query.sparql()).startsWith("#defaultView:Table\nPREFIX mg:").doesNotContain("#+");
    assertThat(header.summary()).isEqualTo("Evidence for a failure mode, oldest first");
    assertThat(header.description())
        .isEqualTo(
            "Studies whose findings support or dispute a **failure mode**.\n\nA second paragraph.");
    assertThat(header.tags()).containsExactly("evidence", "researcher");
    assertThat(header.method()).isEqualTo("GET");
    assertThat(header.pagination()).contains(2);
    assertThat(header.chart())
        .containsEntry("view", "timeline")
        .containsEntry("channels", List.of("study"));
    assertThat(header.limits()).isEqualTo(new Limits(4000, 50));
    assertThat(header.contract().stability()).isEqualTo("stable");
    assertThat(header.contract().addedIn()).contains("1.0");
    assertThat(header.tests()).extracting(QueryCase::name).hasSize(2);
  }

  @Test
  void parameters_know_their_variables_defaults_and_bounds() {
    Header header = Sample.query(root).header();
    Parameter mode = header.parameter("mode").orElseThrow();
    Parameter since = header.parameter("since").orElseThrow();
    Parameter direction = header.parameter("direction").orElseThrow();

    assertThat(mode.variable().getName()).isEqualTo("_mode_iri");
    assertThat(mode.multi()).isTrue();
    assertThat(mode.ofClass())
        .map(Object::toString)
        .contains("https://example.org/ontology/FailureMode");
    assertThat(mode.label()).isEqualTo("Failure mode");
    assertThat(since.variable().getName()).isEqualTo("__since_integer");
    assertThat(since.defaults()).containsExactly("2020");
    assertThat(since.min()).contains("1990");
    assertThat(direction.enumeration()).containsExactly("supports", "direction:disputes");
    assertThat(direction.label()).isEqualTo("Direction");
  }

  @Test
  void columns_know_their_types_and_labels() {
    Header header = Sample.query(root).header();

    assertThat(header.column("study").orElseThrow().labelFrom()).contains("studyLabel");
    assertThat(header.column("mode").orElseThrow().labelFrom()).isEmpty();
    assertThat(header.column("rate").orElseThrow().optional()).isTrue();
    assertThat(header.column("rate").orElseThrow().type().text()).isEqualTo("xsd:decimal");
    assertThat(header.column("year").orElseThrow().label()).isEqualTo("Year of publication");
  }

  @Test
  void queries_are_sorted_by_topic_and_name_and_checks_are_left_out() {
    Sample.write(root, "queries/b-topic/a-query.rq", ASK);
    Sample.write(root, "queries/a-topic/z-query.rq", ASK);
    Sample.write(root, "queries/a-topic/b-query.rq", ASK);
    Sample.write(root, "queries/checks/broken.rq", "this is no query");

    assertThat(SavedQueries.read(root, Sample.PREFIXES).all())
        .extracting(SavedQuery::name)
        .containsExactly("b-query", "z-query", "a-query");
  }

  @Test
  void an_unknown_name_is_refused_with_the_nearest_one() {
    Sample.query(root);
    SavedQueries queries = SavedQueries.read(root, Sample.PREFIXES);

    assertThat(queries.find("nothing")).isEmpty();
    assertThatThrownBy(() -> queries.named("evidence-for-mod"))
        .hasMessage("no query “evidence-for-mod” – did you mean evidence-for-mode?")
        .extracting(e -> ((MesagraphException) e).kind())
        .isEqualTo(Kind.USAGE);
  }

  @Test
  void the_problems_of_all_files_are_told_at_once() {
    Sample.write(root, "queries/b/second.rq", "#+ sumary: x\nASK { ?a ?b }\n");
    Sample.write(root, "queries/a/first.rq", "ASK { ?a ?b ?c }\n");
    Sample.write(root, "queries/Top.rq", ASK);
    Sample.write(root, "queries/c/first.rq", ASK);

    assertThatThrownBy(() -> SavedQueries.read(root, Sample.PREFIXES))
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("queries/Top.rq: the file name is not in kebab-case: ")
        .hasMessageContaining("queries/Top.rq: has no topic: ")
        .hasMessageContaining("queries/a/first.rq:1: no header: ")
        .hasMessageContaining(
            "queries/b/second.rq:1: unknown key “sumary” – did you mean summary?: ")
        .hasMessageContaining("queries/b/second.rq:1: no summary: ")
        .hasMessageContaining("queries/b/second.rq:2: SPARQL: ")
        .extracting(e -> ((MesagraphException) e).kind())
        .isEqualTo(Kind.INPUT);
  }

  @Test
  void two_queries_may_not_share_a_name() {
    Sample.write(root, "queries/a/same.rq", ASK);
    Sample.write(root, "queries/b/same.rq", ASK);

    assertThatThrownBy(() -> SavedQueries.read(root, Sample.PREFIXES))
        .hasMessage("queries/b/same.rq: has the name of queries/a/same.rq: rename one of them");
  }

  @Test
  void a_file_that_is_not_utf_8_is_refused() throws IOException {
    Files.createDirectories(root.resolve("queries/a"));
    Files.write(root.resolve("queries/a/latin.rq"), new byte[] {'#', '+', ' ', (byte) 0xE9});

    assertThatThrownBy(() -> SavedQueries.read(root, Sample.PREFIXES))
        .hasMessage("queries/a/latin.rq: is not UTF-8: save the file as UTF-8");
  }

  @Test
  void a_project_without_queries_has_none() {
    assertThat(SavedQueries.read(root, Sample.PREFIXES).all()).isEmpty();
  }

  @Test
  void types_know_how_variables_end_and_are_case_sensitive() {
    Map.of("iri", "iri", "xsd:gYear", "gYear", "lang:en", "en", "lang:en-GB", "en_GB")
        .forEach(
            (text, suffix) -> {
              assertThat(ValueType.parse(text).orElseThrow().suffix()).isEqualTo(suffix);
              assertThat(ValueType.parse(text).orElseThrow().text()).isEqualTo(text);
            });
    assertThat(List.of("IRI", "xsd:Integer", "xsd:gyear", "lang:", "lang:EN", "string"))
        .allSatisfy(text -> assertThat(ValueType.parse(text)).isEmpty());
  }
}
