package org.mesagraph.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PrefixesTest {

  private final Prefixes prefixes =
      Prefixes.of(
          Map.of(
              "mg", "https://w3id.org/mesagraph/ontology/",
              "root", "https://w3id.org/mesagraph/",
              "study", "https://w3id.org/mesagraph/study/",
              "xsd", "http://www.w3.org/2001/XMLSchema#"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "study:sleeper-agents",
        " study:sleeper-agents ",
        "<https://w3id.org/mesagraph/study/sleeper-agents>",
        "https://w3id.org/mesagraph/study/sleeper-agents"
      })
  void expands_what_a_user_may_write(String text) {
    assertThat(prefixes.expand(text).getURI())
        .isEqualTo("https://w3id.org/mesagraph/study/sleeper-agents");
  }

  @Test
  void expands_the_short_word_for_type_and_iris_without_slashes() {
    assertThat(prefixes.expand("a").getURI()).endsWith("#type");
    assertThat(prefixes.expand("urn:x:y").getURI()).isEqualTo("urn:x:y");
    assertThat(prefixes.expand("mailto:a@example.org").getURI()).isEqualTo("mailto:a@example.org");
  }

  @Test
  void an_unknown_prefix_is_refused_with_the_nearest_known_one() {
    assertRefused("stdy:x", "unknown prefix “stdy:” in stdy:x – did you mean study?");
    assertRefused("quite-other:x", "unknown prefix “quite-other:” in quite-other:x");
    assertRefused(":x", "unknown prefix “:” in :x");
  }

  @Test
  void what_is_no_iri_is_refused() {
    assertRefused("study", "“study” is neither an IRI nor a prefixed name");
    assertRefused("", "“” is neither an IRI nor a prefixed name");
    assertRefused("study:a b", "holds a character that no IRI may hold");
    assertRefused("<https://example.org/{x}>", "holds a character that no IRI may hold");
    assertRefused("https://example.org/\"", "holds a character that no IRI may hold");
  }

  @Test
  void brackets_do_not_make_an_iri_of_what_is_relative() {
    assertRefused("<relative>", "“relative” is not an IRI in full");
    assertRefused("<>", "“” is not an IRI in full");
  }

  @Test
  void shortens_with_the_longest_namespace_that_leaves_a_plain_name() {
    assertThat(prefixes.shorten("https://w3id.org/mesagraph/study/a")).contains("study:a");
    assertThat(prefixes.shorten("https://w3id.org/mesagraph/a")).contains("root:a");
    assertThat(prefixes.shorten("https://w3id.org/mesagraph/other/a")).isEmpty();
    assertThat(prefixes.shorten("https://w3id.org/mesagraph/study/")).isEmpty();
    assertThat(prefixes.shorten("https://example.org/a")).isEmpty();
  }

  @Test
  void a_short_name_can_be_pasted_back() {
    for (String name : List.of("a", "a.b", "a-b_c", "2019", "a.")) {
      String iri = "https://w3id.org/mesagraph/study/" + name;
      String shown = prefixes.show(NodeFactory.createURI(iri));

      assertThat(prefixes.expand(shown).getURI()).isEqualTo(iri);
      assertThat(shown.startsWith("study:") && shown.endsWith(".")).isFalse();
    }
  }

  @Test
  void shows_terms_as_turtle_writes_them() {
    assertThat(prefixes.show(NodeFactory.createURI("https://example.org/a")))
        .isEqualTo("<https://example.org/a>");
    assertThat(prefixes.show(NodeFactory.createLiteralString("one"))).isEqualTo("\"one\"");
    assertThat(prefixes.show(NodeFactory.createLiteralLang("one", "en-GB")))
        .isEqualTo("\"one\"@en-GB");
    assertThat(prefixes.show(NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger)))
        .isEqualTo("\"1\"^^xsd:integer");
    assertThat(prefixes.show(NodeFactory.createVariable("x"))).isEqualTo("?x");
    assertThat(prefixes.show(NodeFactory.createBlankNode("b"))).isEqualTo("_:b");
    assertThat(
            prefixes.show(
                Triple.create(
                    prefixes.expand("study:a"), prefixes.expand("mg:p"), prefixes.expand("mg:B"))))
        .isEqualTo("study:a mg:p mg:B");
  }

  @Test
  void the_list_is_read_from_its_file(@TempDir Path root) {
    Checkout checkout = Checkout.in(root);

    assertThat(Prefixes.read(root).namespaces().keySet()).containsExactly("e", "f", "rdf", "skos");
    assertThat(checkout.load().prefixes().namespaces()).isEqualTo(Prefixes.read(root).namespaces());
    assertThatThrownBy(() -> Prefixes.read(checkout.without(Prefixes.FILE).root()))
        .isInstanceOf(MesagraphException.class)
        .hasMessage("ontology/prefixes.ttl: the file does not exist: check its name");
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> prefixes.expand(text))
        .isInstanceOfSatisfying(
            MesagraphException.class,
            e -> assertThat(e.kind()).isEqualTo(MesagraphException.Kind.USAGE))
        .hasMessageContaining(message);
  }
}
