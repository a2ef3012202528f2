package org.mesagraph.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.RealProject;

/**
 * Each count in the description of the dataset against the same count by a query: {@code
 * NAME.told.rq} reads it from the description, {@code NAME.counted.rq} counts in the dataset.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatasetCountsTest {

  private static final Path FOLDER =
      RealProject.root().resolve("src/test/resources/describe/counts");
  private static final String TOLD = ".told.rq";

  private static DatasetGraph description;

  @BeforeAll
  static void begin() {
    RealProject.snapshot().dataset().begin(ReadWrite.READ);
    Graph graph = GraphFactory.createDefaultGraph();
    Descriptions.of(RealProject.snapshot(), RealProject.queries(), "v1")
        .find(Iris.DATASET)
        .orElseThrow()
        .triples()
        .forEach(graph::add);
    description = DatasetGraphFactory.wrap(graph);
  }

  @AfterAll
  static void end() {
    RealProject.snapshot().dataset().end();
  }

  @TestFactory
  Stream<DynamicTest> what_is_told_is_what_a_query_counts() throws IOException {
    return Files.list(FOLDER)
        .map(file -> file.getFileName().toString())
        .filter(file -> file.endsWith(TOLD))
        .sorted()
        .map(file -> file.substring(0, file.length() - TOLD.length()))
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(rows(name + TOLD, description))
                            .isNotEmpty()
                            .isEqualTo(
                                rows(name + ".counted.rq", RealProject.snapshot().dataset()))));
  }

  /** The number of each row by its other values. */
  private static SortedMap<String, String> rows(String file, DatasetGraph dataset)
      throws IOException {
    SortedMap<String, String> rows = new TreeMap<>();
    try (QueryExec execution =
        QueryExec.dataset(dataset)
            .query(QueryFactory.create(Files.readString(FOLDER.resolve(file))))
            .build()) {
      RowSet found = execution.select();
      while (found.hasNext()) {
        Binding row = found.next();
        StringBuilder key = new StringBuilder();
        for (String name : found.getResultVars().stream().map(v -> v.getVarName()).toList()) {
          Node value = row.get(name);
          if (!name.equals("count")) {
            key.append(value).append(' ');
          }
        }
        String before = rows.put(key.toString(), row.get("count").getLiteralLexicalForm());
        assertThat(before).as("%s twice in %s", key, file).isNull();
      }
    }
    return rows;
  }
}
