package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.RealProject;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ValidateCommandTest {

  private static final String LINE = "  mg:hasDirection concept:supports ;";

  @TempDir private Path folder;
  private Path studies;

  @BeforeEach
  void copy() throws IOException {
    studies = ProjectCopy.in(folder).resolve("data/studies.trig");
  }

  @Test
  void the_project_is_in_order() {
    Typed typed = Typed.run("validate", "--strict");

    assertThat(typed.exit()).as(typed.out()).isZero();
    assertThat(typed.err()).isEmpty();
    assertThat(typed.out()).containsPattern("\\d+ files · [\\d,]+ statements · 0 errors · ");
  }

  @Test
  void wrong_syntax_ends_with_3_and_the_place() throws IOException {
    int line = ProjectCopy.line(studies, LINE);
    ProjectCopy.replace(studies, LINE, "  mg:hasDirection concept:supports concept:x ;");
    Typed typed = validate();

    assertThat(typed.exit()).isEqualTo(3);
    assertThat(typed.out())
        .contains("error[input]: syntax: ", "┌─ data/studies.trig:" + line, "= help: ", "1 errors");
  }

  @Test
  void a_prefix_that_is_not_declared_ends_with_3_and_the_line_itself() throws IOException {
    ProjectCopy.replace(studies, LINE, "  mgg:hasDirection concept:supports ;");
    Typed typed = validate();

    assertThat(typed.exit()).isEqualTo(3);
    assertThat(typed.out())
        .contains("prefix “mgg:” is not declared", "│ mgg:hasDirection concept:supports ;");
  }

  @Test
  void what_a_check_refuses_is_neither_explained_nor_served() throws IOException {
    String target = "  mg:hasTarget proposition:deceptive-alignment-persists ;";
    ProjectCopy.replace(
        studies, target, "  mg:hasTarget proposition:deceptive-alignment-arises-untrained ;");

    assertThat(validate().out()).contains("error[check/silent-yet-supporting]: ");
    Typed typed =
        Typed.run(
            "explain",
            "study:sleeper-agents",
            "mg:supports",
            "proposition:deceptive-alignment-arises-untrained",
            "--root",
            folder.toString());
    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains("study:sleeper-agents supports ", "on which a caveat");
  }

  @Test
  void findings_of_every_sort_are_told_in_one_run() throws IOException {
    int line = ProjectCopy.line(studies, LINE);
    ProjectCopy.replace(studies, LINE, LINE + " ");
    Path module = folder.resolve("ontology/optimization.ttl");
    String domain = "  rdfs:domain mg:BaseOptimizer ;";
    ProjectCopy.replace(module, domain, domain + "\n  rdfs:domain mg:Objective ;");
    ProjectCopy.replace(module, "\nmg:BaseObjective\n", "\nmg:Aardvark\n");
    Path claims = folder.resolve("data/s3-mesa-optimization.trig");
    ProjectCopy.replace(claims, "graph:s3 {", "graph:s4 {");
    plant("untested.rq", "queries/evidence");
    plant("no-study.rq", "queries/checks");
    Typed typed = validate();

    assertThat(typed.exit()).as(typed.out()).isEqualTo(1);
    assertThat(typed.out())
        .containsPattern(
            "error\\[pitfall/p19-several-domains]: mg:\\w+ has more than one domain\n"
                + "  ┌─ ontology/optimization.ttl:\\d+\n")
        .contains("error[layout]: a blank at the end\n  ┌─ data/studies.trig:" + line + "\n")
        .contains("error[check/claim-in-wrong-graph]: ")
        .contains("error[check/no-study]: study:sleeper-agents is a study", "remove the check")
        .contains("warning[query/untested]: untested has no test\n")
        .contains("warning[query/term-unused]: no query asks about mg:Aardvark\n");
  }

  @Test
  void a_fault_of_the_layout_alone_ends_with_1() throws IOException {
    ProjectCopy.replace(studies, LINE, LINE + " ");

    assertThat(validate().exit()).isEqualTo(1);
  }

  @Test
  void json_says_the_same_for_programs() throws IOException {
    Path claims = folder.resolve("data/s3-mesa-optimization.trig");
    ProjectCopy.replace(claims, "mg:isAbout concept:mesa-optimization ;", "mg:isAbot concept:x ;");
    Typed typed = Typed.run("validate", "--json", "--root", folder.toString());

    JsonObject report = JSON.parse(typed.out());
    assertThat(typed.exit()).isEqualTo(1);
    assertThat(report.get("errors").getAsNumber().value().intValue()).isPositive();
    assertThat(report.get("findings").getAsArray().get(0).getAsObject().keys())
        .contains("severity", "code", "file", "line", "what", "cure");
    assertThat(report.get("findings").getAsArray())
        .map(finding -> finding.getAsObject())
        .anyMatch(
            finding ->
                finding.getString("code").equals("check/term-not-declared")
                    && finding.getString("what").contains("isAbot>"));
    assertThat(JSON.parse(Typed.run("stats", "--json").out()).getObj("kinds").keys())
        .contains("Study", "Claim");
    assertThat(JSON.parseAny(Typed.run("stats", "--coverage", "--json").out()).getAsArray())
        .hasSize(3);
    assertThat(JSON.parse(Typed.run("query", "list", "--json").out()).get("queries").getAsArray())
        .isNotEmpty();
  }

  @Test
  void a_contradiction_is_found() throws IOException {
    ProjectCopy.replace(studies, "  a mg:Study ;", "  a mg:Study ;\n    a mg:Caveat ;");

    String out = validate().out();
    assertThat(out)
        .containsPattern(
            "error\\[reason/contradiction]: (study:[a-z-]+) contradicts itself by cax-\\w+"
                + " \\(ontology/[a-z]+\\.ttl:\\d+\\) – nothing is both a mg:\\w+ and a mg:\\w+:"
                + " \\1 rdf:type mg:\\w+ \\(data/studies\\.trig:")
        .containsPattern("rdf:type mg:Caveat \\(data/studies\\.trig:\\d+\\)");
  }

  @Test
  void a_contradiction_can_be_explained_though_it_stops_everything_else() throws IOException {
    ProjectCopy.replace(studies, "  a mg:Study ;", "  a mg:Study ;\n    a mg:Caveat ;");
    String subject = validate().out().replaceFirst("(?s).*contradiction]: (\\S+) .*", "$1");
    String root = folder.toString();

    Typed typed = Typed.run("explain", subject, "a", "owl:Nothing", "--root", root);

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out())
        .contains("◌ " + subject + " rdf:type owl:Nothing", "by cax-", "rdf:type mg:Caveat  ");
    assertThat(Typed.run("stats", "--root", root).err()).contains("contradicts itself by cax-");
  }

  @Test
  void a_broken_shape_ends_with_1_and_the_place() throws IOException {
    ProjectCopy.replace(studies, LINE, "  mg:hasDirection study:sleeper-agents ;");
    Typed typed = validate();

    assertThat(typed.exit()).as(typed.out()).isEqualTo(1);
    assertThat(typed.out())
        .containsPattern("error\\[[a-z]+/[^]]+]: ")
        .contains("data/studies.trig:");
  }

  @Test
  void a_broken_shape_stops_the_other_commands_with_1() throws IOException {
    ProjectCopy.replace(studies, LINE, "  mg:hasDirection study:sleeper-agents ;");
    Typed typed = Typed.run("stats", "--root", folder.toString());

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).startsWith("error: data/studies.trig:");
  }

  @Test
  void a_broken_rule_ends_with_3_and_the_place() throws IOException {
    Path rules = folder.resolve("ontology/rules/evidence.rules");
    int line = ProjectCopy.line(rules, "[roll-up-kind:");
    ProjectCopy.replace(rules, "-> (?study mg:evidences ?parent)]", "-> (?study mg:evidences)]");
    Typed typed = validate();

    assertThat(typed.exit()).isEqualTo(3);
    assertThat(typed.out()).contains("rule roll-up-kind", "ontology/rules/evidence.rules:" + line);
  }

  @Test
  void a_broken_query_header_ends_with_3_and_the_place() throws IOException {
    ProjectCopy.replace(
        folder.resolve("queries/evidence/evidence-matrix.rq"), "#+ summary:", "#+ sumary:");
    Typed typed = validate();

    assertThat(typed.exit()).isEqualTo(3);
    assertThat(typed.out())
        .contains("queries/evidence/evidence-matrix.rq:1", "did you mean summary?");
  }

  private void plant(String query, String target) throws IOException {
    Path file = RealProject.root().resolve("src/test/resources/cli").resolve(query);
    Files.copy(file, folder.resolve(target).resolve(query));
  }

  private Typed validate() {
    return Typed.run("validate", "--root", folder.toString());
  }
}
