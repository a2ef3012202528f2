package org.mesagraph.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mesagraph.rule.Regime.Language;

/** The suites that the page lists. */
final class Suites {

  /** Where suites lie that no library brings: see docs/conformance.md. */
  static final String PROPERTY = "mesagraph.suites";

  private static final String W3C = "https://w3c.github.io/rdf-tests/";

  private Suites() {}

  static List<Suite> all() {
    List<Suite> suites = new ArrayList<>();
    OwlCases direct =
        OwlCases.in(
            SuiteFolder.inLibrary("http://owl.semanticweb.org/exports/", "/test_data/owlwg/"));
    for (OwlCases.Kind kind : OwlCases.Kind.values()) {
      suites.add(inLibrary("OWL 2 RL, " + kind.words(), direct.of(kind)));
    }
    suites.add(
        inFolder(
            "RDF 1.1 Semantics",
            "rdf-mt",
            folder -> new SemanticsCases(SuiteFolder.at(W3C + "rdf/rdf11/rdf-mt/", folder)).all()));
    SparqlCases copy =
        new SparqlCases(
            SuiteFolder.inLibrary(
                W3C + "sparql/sparql11/entailment/", "/testcases-sparql-1.1-w3c/entailment/"));
    suites.add(inLibrary("SPARQL 1.1 entailment, RDFS", rdfs(copy)));
    suites.add(inLibrary("SPARQL 1.1 entailment, OWL RDF-based", owl(copy)));
    suites.add(
        inFolder(
            "SPARQL 1.1 entailment of 2026, RDFS", "entailment", folder -> rdfs(newest(folder))));
    suites.add(
        inFolder(
            "SPARQL 1.1 entailment of 2026, OWL RDF-based",
            "entailment",
            folder -> owl(newest(folder))));
    suites.add(inLibrary("RDFS inferencing of RDF4J", InferencingCases.read()));
    suites.add(
        inFolder(
            "RDFS reasoner of Jena",
            "reasoners",
            folder ->
                new JenaCases(SuiteFolder.at("https://jena.apache.org/reasoners/", folder))
                    .of("rdfs/manifest.rdf")));
    return suites;
  }

  private static SparqlCases newest(Path folder) {
    return new SparqlCases(SuiteFolder.at(W3C + "sparql/sparql11/entailment/", folder));
  }

  private static List<Case> rdfs(SparqlCases cases) {
    return cases.of("RDFS", Language.RDFS, Set.of());
  }

  private static List<Case> owl(SparqlCases cases) {
    return cases.of("OWL-RDF-Based", Language.OWL, Set.of());
  }

  private static Suite inLibrary(String name, List<Case> cases) {
    return new Suite(name, () -> Optional.of(cases));
  }

  private static Suite inFolder(String name, String path, Function<Path, List<Case>> read) {
    return new Suite(
        name,
        () ->
            Stream.ofNullable(System.getProperty(PROPERTY))
                .map(folder -> Path.of(folder, path))
                .filter(Files::exists)
                .findFirst()
                .map(read));
  }
}
