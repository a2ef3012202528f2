package org.mesagraph.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** How Turtle and TriG are written, so that a change of one statement is a change of one line. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TurtleLayoutTest {

  private static final Path HOME = Path.of(System.getProperty("mesagraph.home", "."));
  private static final Prefixes KNOWN = Prefixes.read(HOME);

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

  private static final String MODULE =
      """
      @prefix dcterms: <http://purl.org/dc/terms/> .
      @prefix mg: <https://w3id.org/mesagraph/ontology/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .

      <https://w3id.org/mesagraph/ontology/module/planted>
        a owl:Ontology ;
        owl:versionInfo "0.1.0" ;
        skos:prefLabel "planted"@en ;
        skos:definition "The terms that are planted."@en ;
        dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
        .

      mg:Plant
        a owl:Class ;
        .

      mg:isPlantedBy
        a owl:ObjectProperty ;
        .
      """;

  @TempDir private Path folder;

  @Test
  void the_files_of_the_project_are_laid_out_alike() {
    assertThat(ProjectLayout.problems(HOME, KNOWN)).isEmpty();
  }

  @Test
  void a_well_written_file_has_no_faults() {
    assertThat(faults(GOOD)).isEmpty();
    assertThat(moduleFaults(MODULE)).isEmpty();
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

  @Test
  void a_fault_is_told_with_its_line_and_a_cure() {
    assertThat(faults(GOOD.replace("    a mg", "\ta mg")))
        .containsExactly(
            "data/planted.trig:8: a tab: indent by blanks",
            "data/planted.trig:14: a tab: indent by blanks");
    assertThat(faults(GOOD.replace("  concept:one\n", "  concept:zwei\n")))
        .containsExactly(
            "data/planted.trig:13: concept:two belongs before concept:zwei:"
                + " move the block up to its place from A to Z");
  }

  @Test
  void a_module_opens_with_what_it_is() {
    String header =
        MODULE.substring(
            MODULE.indexOf("<https://w3id.org/mesagraph/ontology/module"),
            MODULE.indexOf("mg:Plant"));

    assertThat(moduleFaults(MODULE.replace(header, "")))
        .anyMatch(fault -> fault.startsWith("ontology/planted.ttl:6: does not open with what"));
    assertThat(moduleFaults(MODULE.replace("  owl:versionInfo \"0.1.0\" ;\n", "")))
        .containsExactly(
            "ontology/planted.ttl:6: has no owl:versionInfo: state it in the first block");
    assertThat(moduleFaults(MODULE.replace("planted.\"@en", "planted\"@en")))
        .singleElement()
        .asString()
        .contains(":6: the definition is not one sentence");
    assertThat(moduleFaults(MODULE.replace("a owl:Class", "a owl:Ontology")))
        .singleElement()
        .asString()
        .contains(":14: a second ontology in the file");
    assertThat(moduleFaults(MODULE.replace("  a owl:Class ;\n", "  a owl:Class ;\n".repeat(400))))
        .contains("ontology/planted.ttl: has more than 400 lines: split it by topic");
  }

  @Test
  void a_term_is_described_in_one_file() throws IOException {
    Files.createDirectories(folder.resolve("ontology"));
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("ontology/a.ttl"), MODULE);
    Files.writeString(folder.resolve("ontology/b.ttl"), MODULE.replace("module/pl", "module/tr"));

    assertThat(ProjectLayout.problems(folder, KNOWN))
        .extracting(Problem::toString)
        .containsExactly(
            "ontology/b.ttl:14: mg:Plant is described in ontology/a.ttl as well:"
                + " describe it in one of the two",
            "ontology/b.ttl:18: mg:isPlantedBy is described in ontology/a.ttl as well:"
                + " describe it in one of the two");

    Files.writeString(
        folder.resolve("ontology/b.ttl"),
        MODULE
            .replace("module/pl", "module/tr")
            .replaceAll("  a owl:(Class|ObjectProperty) ;", "  skos:closeMatch skos:Concept ;"));
    assertThat(ProjectLayout.problems(folder, KNOWN)).isEmpty();
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
    return told(new TurtleText("data/planted.trig", text));
  }

  private static List<String> moduleFaults(String text) {
    return told(new TurtleText("ontology/planted.ttl", text));
  }

  private static List<String> told(TurtleText file) {
    return ProjectLayout.problems(file, KNOWN).stream().map(Problem::toString).toList();
  }
}
