package org.mesagraph.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;
import org.mesagraph.base.Statement;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AxiomsTest {

  @Test
  void a_rule_says_in_words_what_its_axiom_says_and_where(@TempDir Path root) throws IOException {
    assertThat(
            rules(root, "axiom-cls-uni").stream()
                .map(rule -> rule.place() + " " + rule.name() + ": " + rule.description()))
        .containsOnly(
            "ontology/in.ttl:5 cls-uni: every (<https://example.org/A> or <https://example.org/B>"
                + " or (<https://example.org/C> and <https://example.org/D>)) is a"
                + " <https://example.org/U>");
    assertThat(described(root.resolve("chain"), "axiom-prp-spo2"))
        .containsExactly(
            "<https://example.org/q> then <https://example.org/r> implies <https://example.org/p>");
    assertThat(described(root.resolve("some"), "axiom-cls-svf1"))
        .containsExactly(
            "every <https://example.org/p> some <https://example.org/B> is a"
                + " <https://example.org/A>");
    assertThat(described(root.resolve("value"), "axiom-cls-hv1"))
        .containsExactly("every <https://example.org/A> is a <https://example.org/p> value \"v\"");
  }

  @Test
  void every_axiom_is_specialised_to_its_terms(@TempDir Path root) throws IOException {
    for (Path folder : Sample.cases(Sample.CASES, "in.ttl")) {
      if (folder.getFileName().toString().startsWith("axiom-")) {
        String name = folder.getFileName().toString();
        assertThat(rules(root.resolve(name), name))
            .as(name)
            .isNotEmpty()
            .allMatch(rule -> rule.patterns().stream().allMatch(p -> p.getPredicate().isURI()))
            .allMatch(rule -> rule.head().getPredicate().isURI());
      }
    }
  }

  @Test
  void every_axiom_of_the_project_becomes_a_rule_at_its_place() {
    KnowledgeBase base = KnowledgeBase.load(Sample.HOME);
    List<Place> compiled = Program.of(base).rules().stream().map(Rule::place).toList();
    List<Place> places = new ArrayList<>();
    for (Statement statement : base.statements()) {
      if (statement.triple().getPredicate().equals(RDFS.subClassOf.asNode())
          || statement.triple().getPredicate().equals(OWL.disjointWith.asNode())
          || statement.triple().getPredicate().equals(OWL.equivalentClass.asNode())) {
        places.add(statement.place());
      }
    }

    assertThat(places).isNotEmpty();
    assertThat(compiled).containsAll(places);
  }

  private static List<String> described(Path root, String name) throws IOException {
    return rules(root, name).stream().map(Rule::description).toList();
  }

  private static List<Rule> rules(Path root, String name) throws IOException {
    Path folder = Sample.CASES.resolve(name);
    KnowledgeBase base = Sample.load(root, folder.resolve("in.ttl"), folder);
    List<Problem> problems = new ArrayList<>();
    List<Rule> rules = Axioms.compile(base.statements(), base.prefixes(), problems);
    assertThat(problems).isEmpty();
    return rules;
  }
}
