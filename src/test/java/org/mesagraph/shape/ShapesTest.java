package org.mesagraph.shape;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.shape.Finding.Severity;

/** Each shape sees what it is there for: every one is shown a break in a copy of the data. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShapesTest {

  private static final Path HOME = Path.of(System.getProperty("mesagraph.home", "."));
  private static final String SH = "http://www.w3.org/ns/shacl#";

  @TempDir private static Path copy;

  private static List<Finding> found;
  private static Map<Mutation, Place> expected;

  @BeforeAll
  static void break_a_copy() throws IOException {
    for (String folder : List.of("ontology", "data")) {
      try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
        for (Path file : files.toList()) {
          Path target = copy.resolve(HOME.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      }
    }
    expected = new TreeMap<>((one, other) -> one.shape().compareTo(other.shape()));
    for (Mutation mutation : Mutations.ALL) {
      expected.put(mutation, mutation.place(copy));
    }
    for (Mutation mutation : Mutations.ALL) {
      mutation.apply(copy);
    }
    found = new Shapes(KnowledgeBase.load(copy)).findings();
  }

  @TestFactory
  Stream<DynamicTest> a_break_is_reported_at_its_line_with_a_cure() {
    return expected.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey().shape(), () -> isReported(entry.getKey(), entry.getValue())));
  }

  @Test
  void nothing_else_is_reported() {
    assertThat(found.stream().map(Finding::code))
        .containsExactlyInAnyOrderElementsOf(
            Mutations.ALL.stream().map(mutation -> "shape/" + mutation.shape()).toList());
  }

  @Test
  void findings_come_in_the_order_of_files_and_lines() {
    assertThat(found).extracting(Finding::place).isSorted();
  }

  @Test
  void the_project_itself_has_no_findings() {
    assertThat(new Shapes(KnowledgeBase.load(HOME)).findings()).isEmpty();
  }

  @Test
  void each_shape_is_shown_a_break() {
    Map<String, String> messages = objects("message");

    assertThat(messages).hasSizeGreaterThan(40);
    assertThat(Mutations.ALL.stream().map(Mutation::shape).collect(toSet()))
        .isEqualTo(messages.keySet());
  }

  @Test
  void each_message_says_what_is_wrong_and_how_to_mend_it() {
    assertThat(objects("message"))
        .allSatisfy(
            (shape, message) -> assertThat(message).as(shape).matches("[a-z][^:]*: .+[^.]"));
  }

  @Test
  void each_property_shape_serves_a_node_shape_and_is_named_after_its_path() {
    Set<String> used =
        triples("property").map(triple -> local(triple.getObject())).collect(toSet());

    assertThat(objects("path"))
        .allSatisfy(
            (shape, property) ->
                assertThat(
                        used.contains(shape) ? shape.endsWith("-" + property) : alternative(shape))
                    .as(shape)
                    .isTrue());
  }

  /** Whether a shape is one of the numbers of which a measurement needs one. */
  private static boolean alternative(String shape) {
    return shape.startsWith("measurement-with-");
  }

  private static void isReported(Mutation mutation, Place place) {
    String code = "shape/" + mutation.shape();
    assertThat(found)
        .filteredOn(finding -> finding.code().equals(code))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place()).isEqualTo(place);
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.what()).startsWith(mutation.subject() + " ");
              assertThat(finding.cure()).isNotBlank().isNotEqualTo("mend it");
            });
  }

  /** Shapes with the object of a predicate of SHACL that they have. */
  private static Map<String, String> objects(String predicate) {
    return triples(predicate)
        .collect(toMap(triple -> local(triple.getSubject()), triple -> local(triple.getObject())));
  }

  private static Stream<Triple> triples(String predicate) {
    return KnowledgeBase.load(HOME).shapes().stream()
        .filter(triple -> triple.getPredicate().hasURI(SH + predicate));
  }

  private static String local(Node node) {
    return node.isURI() ? node.getURI().replaceFirst(".*[/#]", "") : node.getLiteralLexicalForm();
  }
}
