package org.mesagraph.vocab;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The terms that the program speaks of are terms of the ontology, and it does speak of them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VocabTest {

  private static final Path HOME = Path.of(System.getProperty("mesagraph.home", "."));

  @Test
  void each_constant_is_declared_in_the_ontology() {
    Set<Node> declared =
        files("ontology", ".ttl")
            .map(file -> RDFDataMgr.loadModel(file.toString()))
            .flatMap(VocabTest::declared)
            .collect(Collectors.toSet());

    assertThat(declared).contains(Vocab.IS_STATED_IN);
    assertThat(terms()).isNotEmpty().allSatisfy(term -> assertThat(declared).contains(value(term)));
  }

  @Test
  void a_constant_is_named_like_its_term() {
    assertThat(terms())
        .allSatisfy(
            term ->
                assertThat(value(term).getURI().substring(Vocab.NS.length()))
                    .isEqualToIgnoringCase(term.getName().replace("_", "")));
  }

  @Test
  void each_constant_is_used_outside_its_package() {
    String program =
        files("src/main", ".java")
            .filter(file -> !file.toString().replace('\\', '/').contains("/vocab/"))
            .map(VocabTest::text)
            .collect(joining("\n"));

    assertThat(uses(program, "NO_SUCH_TERM")).isFalse();
    assertThat(terms()).allMatch(term -> uses(program, term.getName()));
    assertThat(uses(program, "NS")).isTrue();
  }

  private static boolean uses(String program, String name) {
    return Pattern.compile("\\bVocab\\." + name + "\\b").matcher(program).find();
  }

  private static Stream<Node> declared(Model model) {
    return model
        .listSubjectsWithProperty(RDF.type)
        .mapWith(term -> term.asNode())
        .toList()
        .stream();
  }

  private static List<Field> terms() {
    return Arrays.stream(Vocab.class.getFields())
        .filter(field -> field.getType().equals(Node.class))
        .toList();
  }

  private static Node value(Field field) {
    try {
      return (Node) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
