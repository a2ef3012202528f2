package org.mesagraph.shape;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Statement;
import org.mesagraph.shape.Finding.Severity;

/**
 * Each shape sees what it is there for: in {@code samples.trig} stands something well-formed of
 * each class, in {@code breaks.tsv} how it may be broken, and each broken copy has to be reported.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShapesTest {

  private static final Path HOME = Path.of(System.getProperty("mesagraph.home", "."));
  private static final Path TABLES = HOME.resolve("src/test/resources/shape");
  private static final KnowledgeBase PROJECT = KnowledgeBase.load(HOME);
  private static final String SH = "http://www.w3.org/ns/shacl#";

  @TempDir private static Path copy;

  private static Samples samples;
  private static List<Break> breaks;
  private static Map<Break, Place> places;
  private static List<Finding> found;

  @BeforeAll
  static void break_the_samples() throws IOException {
    try (Stream<Path> files = Files.walk(HOME.resolve("ontology"))) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(HOME.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    Files.createDirectories(copy.resolve("data"));
    Files.copy(TABLES.resolve("samples.trig"), copy.resolve("data/samples.trig"));
    samples = Samples.read(TABLES.resolve("samples.trig"));
    breaks = Break.read(TABLES.resolve("breaks.tsv"));
    places = samples.write(copy, "data/broken.trig", breaks);
    found = inData(KnowledgeBase.load(copy));
  }

  @TestFactory
  Stream<DynamicTest> a_break_is_reported_at_its_line_with_a_cure() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Break one : places.keySet()) {
      int number = tests.size();
      tests.add(DynamicTest.dynamicTest(one.toString(), () -> isReported(one, number)));
    }
    return tests.stream();
  }

  @Test
  void nothing_else_is_reported() {
    assertThat(found.stream().map(Finding::code))
        .containsExactlyInAnyOrderElementsOf(
            breaks.stream().map(one -> "shape/" + one.shape()).toList());
  }

  @Test
  void findings_come_in_the_order_of_files_and_lines() {
    assertThat(found).extracting(Finding::place).isSorted();
  }

  @Test
  void the_project_itself_has_no_findings() {
    assertThat(new Shapes(PROJECT).findings()).isEmpty();
  }

  @Test
  void each_shape_is_shown_a_break_of_each_class_that_it_is_for() {
    Set<String> shown = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    for (Triple message : triples("message").toList()) {
      String shape = local(message.getSubject());
      Set<String> broken =
          breaks.stream()
              .filter(one -> one.shape().equals(shape))
              .map(Break::subject)
              .collect(toSet());
      shown.add(shape);
      if (broken.isEmpty()) {
        missing.add(shape);
      }
      for (String type : targets(message.getSubject())) {
        if (broken.stream().noneMatch(subject -> samples.isOf(subject, type))
            && samples.blocks().keySet().stream().anyMatch(name -> samples.isOf(name, type))) {
          missing.add(shape + " for " + type);
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(shown)
        .hasSizeGreaterThan(120)
        .containsAll(breaks.stream().map(Break::shape).toList());
  }

  @Test
  void each_class_with_members_has_a_shape() {
    Set<String> targets = triples("targetClass").map(t -> show(t.getObject())).collect(toSet());
    Set<String> without = new TreeSet<>();
    for (Triple triple : PROJECT.triples()) {
      if (triple.predicateMatches(RDF.type.asNode())
          && show(triple.getObject()).startsWith("mg:")
          && kinds(triple.getObject()).noneMatch(targets::contains)) {
        without.add(show(triple.getObject()));
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void each_property_of_the_data_has_a_shape() {
    Set<String> shaped = triples("path").map(t -> show(t.getObject())).collect(toSet());
    Set<String> without = new TreeSet<>();
    for (Statement statement : PROJECT.statements()) {
      String property = show(statement.triple().getPredicate());
      if (!statement.graph().equals(KnowledgeBase.ONTOLOGY_GRAPH) && !shaped.contains(property)) {
        without.add(property);
      }
    }
    without.remove("rdf:type");
    assertThat(without).isEmpty();
  }

  @Test
  void each_message_says_what_is_wrong_and_how_to_mend_it() {
    assertThat(objects("message"))
        .allSatisfy(
            (shape, message) -> assertThat(message).as(shape).matches("[a-z][^:]*: .+[^.]"));
  }

  @Test
  void each_property_shape_with_a_message_is_named_after_its_path() {
    Map<String, String> messages = objects("message");
    Set<String> used = triples("property").map(t -> local(t.getObject())).collect(toSet());

    assertThat(objects("path"))
        .allSatisfy(
            (shape, property) -> {
              if (messages.containsKey(shape)) {
                assertThat(used).contains(shape);
                assertThat(shape).endsWith("-" + property);
              }
            });
  }

  private static void isReported(Break one, int number) {
    assertThat(found)
        .filteredOn(finding -> finding.what().startsWith(one.name(number) + " "))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("shape/" + one.shape());
              assertThat(finding.place()).isEqualTo(places.get(one));
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.cure()).isNotBlank().isNotEqualTo("mend it");
            });
  }

  /** Only what the samples are found to lack, since the ontology is read without its sources. */
  private static List<Finding> inData(KnowledgeBase base) {
    return new Shapes(base)
        .findings().stream().filter(finding -> finding.place().file().startsWith("data/")).toList();
  }

  /** The classes that a shape is for, by itself or by the node shapes that it serves. */
  private static Set<String> targets(Node shape) {
    Set<Node> serving =
        triples("property")
            .filter(triple -> triple.objectMatches(shape))
            .map(Triple::getSubject)
            .collect(toSet());
    return triples("targetClass")
        .filter(
            triple ->
                triple.subjectMatches(shape) || serving.stream().anyMatch(triple::subjectMatches))
        .map(triple -> show(triple.getObject()))
        .collect(toSet());
  }

  /** A class and those that it is a kind of. */
  private static Stream<String> kinds(Node type) {
    return Stream.concat(
        Stream.of(show(type)),
        PROJECT.triples().stream()
            .filter(t -> t.subjectMatches(type) && t.predicateMatches(RDFS.subClassOf.asNode()))
            .flatMap(triple -> kinds(triple.getObject())));
  }

  /** Shapes with the object of a predicate of SHACL that they have. */
  private static Map<String, String> objects(String predicate) {
    return triples(predicate)
        .collect(toMap(triple -> local(triple.getSubject()), triple -> local(triple.getObject())));
  }

  private static Stream<Triple> triples(String predicate) {
    return PROJECT.shapes().stream().filter(triple -> triple.getPredicate().hasURI(SH + predicate));
  }

  private static String show(Node node) {
    return PROJECT.prefixes().show(node);
  }

  private static String local(Node node) {
    return node.isURI() ? node.getURI().replaceFirst(".*[/#]", "") : node.getLiteralLexicalForm();
  }
}
