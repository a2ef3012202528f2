package org.mesagraph.ontology;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.base.Prefixes;
import org.mesagraph.query.Check;
import org.mesagraph.query.CheckFinding;
import org.mesagraph.query.Checks;
import org.mesagraph.query.Severity;

/**
 * The critical pitfalls of the OOPS! catalogue, on ontologies that its own authors made for them:
 * each is found where OOPS! finds it, and nowhere else.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PitfallsTest {

  private static final Path FOLDER = OntologyFiles.HOME.resolve("src/test/resources/oops");
  private static final Set<String> CRITICAL =
      Set.of("p03", "p05", "p06", "p19", "p27", "p28", "p29", "p31", "p39", "p40");
  private static final Pattern IRI = Pattern.compile("<([^>]+)>");

  private static final Checks CHECKS =
      Checks.read(OntologyFiles.HOME, Checks.PITFALLS, Prefixes.read(OntologyFiles.HOME));
  private static final List<String> EXPECTED =
      OntologyFiles.text(FOLDER.resolve("expected.tsv")).lines().skip(1).toList();

  @Test
  void there_is_a_check_of_each_critical_pitfall() {
    assertThat(CHECKS.all().stream().map(check -> number(check.name())))
        .containsExactlyInAnyOrderElementsOf(CRITICAL);
    assertThat(CHECKS.all()).extracting(Check::severity).containsOnly(Severity.ERROR);
    assertThat(CHECKS.all())
        .allSatisfy(check -> assertThat(check.summary()).startsWith(number(check)));
  }

  @Test
  void each_critical_pitfall_is_found_somewhere() {
    assertThat(EXPECTED.stream().map(line -> line.split("\t")[1]).distinct())
        .containsExactlyInAnyOrderElementsOf(CRITICAL);
  }

  @TestFactory
  Stream<DynamicTest> pitfalls_are_found_where_they_are() {
    List<Path> files = OntologyFiles.under("src/test/resources/oops", ".owl");
    assertThat(files).hasSizeGreaterThan(30);
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    file.toUri(),
                    () -> assertThat(found(file)).isEqualTo(expected(file))));
  }

  @Test
  void nothing_is_found_where_all_are_mended() {
    assertThat(found(FOLDER.resolve("mended.ttl"))).isEmpty();
  }

  private static Set<String> expected(Path file) {
    return EXPECTED.stream()
        .filter(line -> line.startsWith(file.getFileName() + "\t"))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> found(Path file) {
    return CHECKS.run(DatasetGraphFactory.wrap(RDFDataMgr.loadGraph(file.toString()))).stream()
        .map(finding -> String.join("\t", name(file), number(finding.check()), elements(finding)))
        .collect(toCollection(TreeSet::new));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String number(String check) {
    return check.substring(0, 3);
  }

  private static String number(Check check) {
    return number(check.name()).toUpperCase(Locale.ROOT) + " – ";
  }

  /** The element that a finding is about, with the others that it names. */
  private static String elements(CheckFinding finding) {
    Node focus = finding.focus();
    Set<String> elements =
        IRI.matcher(finding.message())
            .results()
            .map(result -> local(result.group(1)))
            .collect(toCollection(TreeSet::new));
    elements.add(focus.isURI() ? local(focus.getURI()) : "-");
    return String.join("+", elements);
  }

  private static String local(String iri) {
    return iri.replaceFirst("^.*[/#]", "");
  }
}
