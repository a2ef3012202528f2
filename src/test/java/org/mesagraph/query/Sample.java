package org.mesagraph.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Problem;

/** A few studies and one good query about them, which tests bend in one place each. */
final class Sample {

  static final Prefixes PREFIXES =
      Prefixes.of(
          Map.of(
              "concept", "https://example.org/concept/",
              "direction", "https://example.org/direction/",
              "mg", "https://example.org/ontology/",
              "skos", "http://www.w3.org/2004/02/skos/core#",
              "study", "https://example.org/study/",
              "xsd", "http://www.w3.org/2001/XMLSchema#"));

  static final String FILE = "queries/evidence/evidence-for-mode.rq";

  private Sample() {}

  static DatasetGraph dataset() {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(
        dataset, () -> RDFParser.fromString(resource("data.ttl"), Lang.TURTLE).parse(dataset));
    return dataset;
  }

  static QueryRunner runner() {
    return new QueryRunner(dataset(), PREFIXES);
  }

  /** The text of the good query. */
  static String text() {
    return resource("evidence-for-mode.rq");
  }

  static String resource(String name) {
    try (InputStream in = Sample.class.getResourceAsStream("/query/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SavedQuery query(Path root) {
    return read(root, text());
  }

  /** The query of a text, which must be in order. */
  static SavedQuery read(Path root, String text) {
    write(root, FILE, text);
    return SavedQueries.read(root, PREFIXES).named("evidence-for-mode");
  }

  /** The problems of a text; none if it is in order. */
  static List<String> problems(Path root, String text) {
    write(root, FILE, text);
    try {
      SavedQueries.read(root, PREFIXES);
      return List.of();
    } catch (MesagraphException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  static void write(Path root, String file, String text) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
