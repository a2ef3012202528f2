package org.mesagraph.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.WriterConfig;
import org.eclipse.rdf4j.rio.turtle.TurtleWriterSettings;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.RealProject;
import org.mesagraph.store.Snapshot;

/** Whatever is written can be read again, and says the same. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SyntaxesTest {

  private static final Map<RdfSyntax, Lang> LANGUAGES =
      Map.of(
          RdfSyntax.TURTLE, Lang.TURTLE,
          RdfSyntax.JSON_LD, Lang.JSONLD,
          RdfSyntax.N_TRIPLES, Lang.NTRIPLES,
          RdfSyntax.RDF_XML, Lang.RDFXML,
          RdfSyntax.TRIG, Lang.TRIG,
          RdfSyntax.N_QUADS, Lang.NQUADS);

  /** Characters that XML 1.0 cannot hold; the other syntaxes can. */
  private static final String NOT_IN_XML = "study/entity";

  private static final List<String> SAMPLE =
      List.of(
          "study/sleeper-agents",
          "concept/deceptive-alignment",
          "claim/s2-l52-proof-of-concept",
          "passage/s4-l78",
          "ontology/Study",
          "ontology/MesaOptimizer",
          "ontology/hasFacet",
          "ontology",
          "ontology/module/evidence",
          "graph/events",
          "graph/ontology",
          "rule/evidence-supports",
          "query/evidence-by-study",
          "shape/claim",
          "dataset");

  @TestFactory
  Stream<DynamicTest> every_description_reads_back_as_it_was() {
    Snapshot snapshot = RealProject.snapshot();
    Descriptions descriptions = Descriptions.of(snapshot, RealProject.queries(), "v1");
    return SAMPLE.stream()
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path, () -> reading(snapshot, () -> check(descriptions, Iris.of(path)))));
  }

  @TestFactory
  Stream<DynamicTest> odd_texts_and_iris_read_back_as_they_were() {
    Snapshot snapshot = Odd.snapshot();
    Descriptions descriptions = Odd.descriptions(snapshot);
    return descriptions.directory().of("study").stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    Iris.path(entry.iri()),
                    () -> reading(snapshot, () -> check(descriptions, entry.iri()))));
  }

  @TestFactory
  Stream<DynamicTest> every_dump_reads_back_as_it_was() {
    return Arrays.stream(RdfSyntax.values())
        .map(
            syntax ->
                DynamicTest.dynamicTest(
                    syntax.suffix(), () -> reading(RealProject.snapshot(), () -> dump(syntax))));
  }

  @Test
  void the_same_files_are_written_with_the_same_bytes() {
    Snapshot first = Odd.snapshot();
    Snapshot second = Odd.snapshot();
    for (String path : List.of("study/script", "study/lines", "dataset")) {
      for (RdfSyntax syntax : RdfSyntax.values()) {
        assertThat(text(first, path, syntax)).isEqualTo(text(second, path, syntax));
      }
    }
  }

  @Test
  void the_thing_comes_first_and_prefixes_are_those_that_are_used() {
    String turtle = text(RealProject.snapshot(), "study/sleeper-agents", RdfSyntax.TURTLE);

    assertThat(turtle).contains("PREFIX study:").doesNotContain("PREFIX sosa:");
    assertThat(turtle.substring(turtle.indexOf("\n\n")).strip()).startsWith("study:sleeper-agents");
  }

  @Test
  void a_document_in_json_ld_brings_its_context() {
    assertThat(text(RealProject.snapshot(), "study/sleeper-agents", RdfSyntax.JSON_LD))
        .startsWith("{\n  \"@context\": {\n    \"claim\": \"https://w3id.org/mesagraph/claim/\"")
        .contains("\"@id\": \"study:sleeper-agents\",\n      \"@type\": \"mg:Study\"");
  }

  private static String text(Snapshot snapshot, String path, RdfSyntax syntax) {
    snapshot.dataset().begin(ReadWrite.READ);
    try {
      Descriptions descriptions = Descriptions.of(snapshot, RealProject.queries(), "v1");
      byte[] written =
          descriptions.find(Iris.of(path)).orElseThrow().write(syntax, snapshot.base().prefixes());
      return new String(written, StandardCharsets.UTF_8);
    } finally {
      snapshot.dataset().end();
    }
  }

  private static void check(Descriptions descriptions, Node thing) {
    Description description = descriptions.find(thing).orElseThrow();
    for (RdfSyntax syntax : RdfSyntax.values()) {
      if (syntax == RdfSyntax.RDF_XML && Iris.path(thing).equals(NOT_IN_XML)) {
        continue;
      }
      byte[] written = description.write(syntax, descriptions.prefixes());
      DatasetGraph expected = DatasetGraphFactory.create();
      if (syntax.hasGraphs()) {
        description.quads().forEach(expected::add);
      } else {
        description.triples().forEach(t -> expected.add(Quad.create(Quad.defaultGraphIRI, t)));
      }
      assertSame(read(written, syntax), expected, thing + " in " + syntax);
      if (syntax == RdfSyntax.TURTLE || syntax == RdfSyntax.TRIG) {
        rio(written, syntax, expected);
      }
    }
  }

  private static void dump(RdfSyntax syntax) throws IOException {
    Descriptions descriptions =
        Descriptions.of(RealProject.snapshot(), RealProject.queries(), "v1");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    descriptions.dump().write(syntax, out);
    DatasetGraph expected = DatasetGraphFactory.create();
    BiConsumer<DatasetGraph, Quad> add =
        Dump.hasGraphs(syntax)
            ? DatasetGraph::add
            : (dataset, quad) -> dataset.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
    RealProject.snapshot().dataset().find().forEachRemaining(quad -> add.accept(expected, quad));
    assertSame(read(out.toByteArray(), syntax), expected, syntax.toString());
  }

  /** Equal after naming blank nodes by what is said of them: then there is a renaming. */
  private static void assertSame(DatasetGraph read, DatasetGraph expected, String what) {
    assertThat(named(read).equals(named(expected))).as(what).isTrue();
  }

  private static Set<Quad> named(DatasetGraph dataset) {
    List<Quad> quads = dataset.stream().toList();
    Map<Node, Node> names = BlankNames.of(quads);
    return quads.stream()
        .map(quad -> BlankNames.rename(quad, names))
        .map(
            quad ->
                quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad)
        .collect(Collectors.toSet());
  }

  private static DatasetGraph read(byte[] text, RdfSyntax syntax) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.source(new ByteArrayInputStream(text))
        .lang(LANGUAGES.get(syntax))
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .parse(dataset);
    return dataset;
  }

  /** Another reader understands the same: what it read is written by it and read by Jena. */
  private static void rio(byte[] text, RdfSyntax syntax, DatasetGraph expected) {
    RDFFormat format = syntax == RdfSyntax.TURTLE ? RDFFormat.TURTLE : RDFFormat.TRIG;
    try {
      ByteArrayOutputStream again = new ByteArrayOutputStream();
      // it would write 1.50 as 1.5
      WriterConfig plain = new WriterConfig().set(TurtleWriterSettings.ABBREVIATE_NUMBERS, false);
      Rio.write(
          Rio.parse(new ByteArrayInputStream(text), Iris.BASE, format),
          again,
          RDFFormat.TRIG,
          plain);
      assertSame(read(again.toByteArray(), RdfSyntax.TRIG), expected, "Rio " + syntax);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void reading(Snapshot snapshot, Work work) throws Exception {
    snapshot.dataset().begin(ReadWrite.READ);
    try {
      work.run();
    } finally {
      snapshot.dataset().end();
    }
  }
}
