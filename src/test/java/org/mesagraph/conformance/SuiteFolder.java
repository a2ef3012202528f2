package org.mesagraph.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The files of a suite, known by their IRIs wherever they lie. */
final class SuiteFolder {

  private final String base;
  private final Function<String, String> texts;

  private SuiteFolder(String base, Function<String, String> texts) {
    this.base = base;
    this.texts = texts;
  }

  /** Files that a library brings. */
  static SuiteFolder inLibrary(String base, String folder) {
    return new SuiteFolder(
        base,
        name -> {
          try (InputStream in = SuiteFolder.class.getResourceAsStream(folder + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Files of this machine. */
  static SuiteFolder at(String base, Path folder) {
    return new SuiteFolder(
        base,
        name -> {
          try {
            return Files.readString(folder.resolve(name));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The IRI of a file. */
  String iri(String name) {
    return base + name;
  }

  String text(String iri) {
    return texts.apply(iri.substring(base.length()));
  }

  Graph graph(String iri) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text(iri), RDFLanguages.filenameToLang(iri)).base(iri).parse(graph);
    return graph;
  }
}
