package org.mesagraph.ontology;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.base.Prefixes;

/** How Turtle and TriG are written, so that a change of one statement is a change of one line. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TurtleLayoutTest {

  private static final int LONGEST_MODULE = 400;

  private static final Map<String, String> KNOWN = Prefixes.read(OntologyFiles.HOME).namespaces();

  private static final String GOOD =
      """
      @prefix concept: <https://w3id.org/mesagraph/concept/> .
      @prefix graph: <https://w3id.org/mesagraph/graph/> .
      @prefix mg: <https://w3id.org/mesagraph/ontology/> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .

      graph:concepts {
        concept:one
          a mg:Phenomenon ;
          mg:isManifestationOf concept:two ;
          skos:prefLabel "one: a tale"@en ;
          .

        concept:two
          a mg:Phenomenon ;
          .
      }
      """;

  @TestFactory
  Stream<DynamicTest> a_file_is_laid_out_like_all_others() {
    return files()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    OntologyFiles.name(file),
                    file.toUri(),
                    () -> assertThat(text(file).faults(KNOWN)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> a_file_of_the_ontology_opens_with_what_it_is() {
    return OntologyFiles.under("ontology", ".ttl").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    OntologyFiles.name(file), file.toUri(), () -> opensWithHeader(text(file))));
  }

  @Test
  void a_module_fits_on_a_few_pages() {
    assertThat(OntologyFiles.modules())
        .allSatisfy(
            file ->
                assertThat(OntologyFiles.text(file).lines().count())
                    .as(OntologyFiles.name(file))
                    .isLessThanOrEqualTo(LONGEST_MODULE));
  }

  @Test
  void a_term_is_described_in_one_file() {
    Map<String, List<String>> byTerm =
        OntologyFiles.under("ontology", ".ttl").stream()
            .map(TurtleLayoutTest::text)
            .flatMap(
                file ->
                    file.blocks().stream().map(block -> Map.entry(block.subject(), file.name())))
            .filter(entry -> !entry.getKey().equals("[]"))
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));

    assertThat(byTerm)
        .hasSizeGreaterThan(100)
        .allSatisfy((term, files) -> assertThat(files).as(term).hasSize(1));
  }

  @Test
  void a_well_written_file_has_no_faults() {
    assertThat(faults(GOOD)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> a_planted_fault_is_reported() {
    return Stream.of(
        planted("tab", GOOD.replace("    a mg", "\ta mg"), "a tab"),
        planted(
            "blank at the end", GOOD.replace("a mg:Phenomenon ;", "a mg:Phenomenon ; "), "blank"),
        planted("no newline at the end", GOOD.strip(), "newline"),
        planted(
            "unused prefix",
            GOOD.replace("mg:isManifestationOf", "a").replace("mg:Ph", "concept:ph"),
            "mg is not used"),
        planted("foreign namespace", GOOD.replace("core#", "kern#"), "skos is not that of"),
        planted("prefixes out of order", swapped(), "not sorted"),
        planted(
            "subjects out of order",
            GOOD.replace("  concept:one\n", "  concept:zwei\n"),
            "belongs before"),
        planted(
            "subject twice", GOOD.replace("  concept:two\n", "  concept:one\n"), "a second block"),
        planted("no empty line", GOOD.replace("    .\n\n", "    .\n"), "no empty line"),
        planted(
            "full stop on a line of text",
            GOOD.replace("@en ;\n    .\n", "@en .\n"),
            "ends or breaks off"),
        planted("label before logic", labelFirst(), "belongs before skos:prefLabel"));
  }

  private static DynamicTest planted(String name, String text, String fault) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          assertThat(text).isNotEqualTo(GOOD);
          assertThat(faults(text)).anyMatch(found -> found.contains(fault));
        });
  }

  private static String swapped() {
    List<String> lines = GOOD.lines().toList();
    return lines.get(1) + "\n" + lines.get(0) + GOOD.substring(GOOD.indexOf("\n@prefix mg"));
  }

  private static String labelFirst() {
    String label = "    skos:prefLabel \"one: a tale\"@en ;\n";
    return GOOD.replace(label, "").replace("    mg:is", label + "    mg:is");
  }

  private static List<String> faults(String text) {
    return new TurtleText("data/planted.trig", text).faults(KNOWN);
  }

  private static void opensWithHeader(TurtleText file) {
    TurtleText.Block header = file.blocks().get(0);
    assertThat(header.objectOf("a")).contains("owl:Ontology ;");
    assertThat(header.predicates())
        .contains("skos:prefLabel", "skos:definition", "owl:versionInfo", "dcterms:license");
    assertThat(header.objectOf("skos:definition").orElseThrow()).matches("\"[A-Z][^.]*\\.\"@en ;");
    assertThat(file.blocks().stream().skip(1).map(block -> block.objectOf("a").orElse("")))
        .doesNotContain("owl:Ontology ;");
  }

  private static Stream<Path> files() {
    return Stream.concat(
        OntologyFiles.under("ontology", ".ttl").stream(),
        OntologyFiles.under("data", ".trig").stream());
  }

  private static TurtleText text(Path file) {
    return new TurtleText(OntologyFiles.name(file), OntologyFiles.text(file));
  }
}
