package org.mesagraph.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException.Kind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnowledgeBaseTest {

  private static final String PREFIX = "@prefix e: <https://example.org/> .\n";

  @TempDir private Path root;

  @Test
  void a_folder_without_ontology_or_data_is_no_checkout() throws Exception {
    for (String missing : List.of("ontology", "data")) {
      assertThatThrownBy(() -> KnowledgeBase.load(root))
          .isInstanceOfSatisfying(
              MesagraphException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INPUT))
          .hasMessage(root + " has no folder “" + missing + "”: is this a Mesagraph checkout?");
      Files.createDirectory(root.resolve(missing));
    }
  }

  @Test
  void shapes_rules_and_statements_are_kept_apart() {
    KnowledgeBase base =
        Checkout.in(root)
            .with("ontology/a.ttl", PREFIX + "e:a e:p e:b .\n")
            .with("ontology/shapes/a.ttl", PREFIX + "e:shape e:p e:b .\n")
            .with("ontology/rules/a.rules", "# Nothing.\n")
            .with("ontology/readme.txt", "no Turtle")
            .with("data/a.trig", PREFIX + "e:g { e:c e:p e:d . }\n")
            .load();

    assertThat(base.shapes()).hasSize(1);
    assertThat(base.rules())
        .containsExactly(new RuleText("ontology/rules/a.rules", "# Nothing.\n"));
    assertThat(base.statements())
        .extracting(Statement::place)
        .containsExactly(new Place("ontology/a.ttl", 2), new Place("data/a.trig", 2));
    assertThat(base.files()).isEqualTo(4);
  }

  @Test
  void what_is_loaded_cannot_be_changed() {
    KnowledgeBase base = Checkout.in(root).with("ontology/a.ttl", PREFIX + "e:a e:p e:b .").load();
    Statement statement = base.statements().get(0);

    assertThatThrownBy(() -> base.statements().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> base.triples().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> base.statementsOf(statement.triple()).clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> base.prefixes().namespaces().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_folder_in_the_place_of_a_file_is_a_problem() throws Exception {
    Checkout checkout = Checkout.in(root);
    Files.createDirectory(root.resolve("ontology/a.ttl"));

    assertThat(checkout.complaints())
        .singleElement()
        .asString()
        .startsWith("ontology/a.ttl: cannot be read: ");
  }

  @Test
  void the_message_has_one_line_for_each_problem_in_order_of_place() {
    MesagraphException failure =
        new MesagraphException(
            Kind.INPUT,
            List.of(
                new Problem(new Place("b", 1), "what", "cure"),
                new Problem(new Place("a", 10), "what", "cure"),
                new Problem(new Place("a", 9), "what", "cure"),
                new Problem(Place.of("a"), "what", "cure")));

    assertThat(failure)
        .hasMessage("a: what: cure\na:9: what: cure\na:10: what: cure\nb:1: what: cure");
    assertThat(failure.problems())
        .extracting(problem -> problem.place().line())
        .containsExactly(0, 9, 10, 1);
  }
}
