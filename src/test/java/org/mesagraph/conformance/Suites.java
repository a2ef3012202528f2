package org.mesagraph.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mesagraph.rule.Regime.Language;

/** The suites that the page lists. */
final class Suites {

  /** Where suites lie that no library brings: see docs/conformance.md. */
  static final String PROPERTY = "mesagraph.suites";

  private static final String W3C = "https://w3c.github.io/rdf-tests/";
  private static final String SPARQL = W3C + "sparql/sparql11/";

  private Suites() {}

  /**
   * All of them, in the order of the page.
   *
   * @param started where the servers are that are asked
   */
  static List<Suite> all(Started started) {
    List<Suite> suites = new ArrayList<>(reasoning());
    suites.addAll(asking(new ServerSuites(started)));
    return suites;
  }

  private static List<Suite> asking(ServerSuites server) {
    List<Suite> suites = new ArrayList<>();
    SuiteFolder copy = SuiteFolder.inLibrary(SPARQL, "/testcases-sparql-1.1-w3c/");
    for (ServerSuites.Named named : server.ofFiles()) {
      suites.add(inLibrary("SPARQL 1.1 " + named.name(), () -> named.cases().apply(copy)));
    }
    suites.add(inLibrary("SPARQL 1.1 protocol", server::protocol));
    suites.add(inLibrary("SPARQL 1.1 graph store protocol", server::graphStore));
    suites.add(inLibrary("SPARQL 1.1 service description", server::description));
    for (ServerSuites.Named named : server.ofFiles()) {
      suites.add(of2026(named.name(), named.cases()));
    }
    suites.add(of2026("protocol", server::protocol));
    suites.add(of2026("graph store protocol", server::graphStore));
    return suites;
  }

  private static Suite of2026(String name, Function<SuiteFolder, List<Case>> cases) {
    return inFolder(
        "SPARQL 1.1 " + name + " of 2026",
        "sparql11",
        folder -> cases.apply(SuiteFolder.at(SPARQL, folder)));
  }

  private static List<Suite> reasoning() {
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
            SuiteFolder.inLibrary(SPARQL + "entailment/", "/testcases-sparql-1.1-w3c/entailment/"));
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
    return new SparqlCases(SuiteFolder.at(SPARQL + "entailment/", folder));
  }

  private static List<Case> rdfs(SparqlCases cases) {
    return cases.of("RDFS", Language.RDFS, Set.of());
  }

  private static List<Case> owl(SparqlCases cases) {
    return cases.of("OWL-RDF-Based", Language.OWL, Set.of());
  }

  private static Suite inLibrary(String name, List<Case> cases) {
    return inLibrary(name, () -> cases);
  }

  private static Suite inLibrary(String name, Supplier<List<Case>> cases) {
    return new Suite(name, () -> Optional.of(cases.get()));
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
