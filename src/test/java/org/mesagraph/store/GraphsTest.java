package org.mesagraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mesagraph.rule.Sample;

/** What queries see of the graphs, in memory and on disk, before and after a change. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GraphsTest {

  private static final Path QUERIES = Sample.HOME.resolve("src/test/resources/store/queries");

  @TempDir private Path files;

  @TempDir(factory = QuickFolder.class)
  private Path disk;

  @ParameterizedTest
  @EnumSource(Backing.class)
  void queries_see_the_union_and_each_graph_by_name(Backing backing) throws IOException {
    Snapshot snapshot = backing.put(World.snapshot(files), disk);
    try {
      assertThat(run(snapshot, "union"))
          .containsExactly("a hasEvidenceFor b", "a hasEvidenceFor c", "a supports b");
      assertThat(run(snapshot, "stated")).containsExactly("a supports b", "a supports b");
      assertThat(run(snapshot, "inferred"))
          .containsExactly("a hasEvidenceFor b", "a hasEvidenceFor c");
      assertThat(run(snapshot, "both")).containsExactly("a hasEvidenceFor b");

      Writer writer = Writer.of(snapshot);
      writer.apply(writer.prepare(List.of(), List.of(World.quad("one", "b isPartOf c"))));

      assertThat(run(snapshot, "union")).containsExactly("a hasEvidenceFor b", "a supports b");
      assertThat(run(snapshot, "everything")).hasSize(7).noneMatch(row -> row.contains("urn:"));
    } finally {
      backing.close(snapshot);
    }
  }

  private static List<String> run(Snapshot snapshot, String query) throws IOException {
    String text = Files.readString(QUERIES.resolve(query + ".rq"));
    return Txn.calculateRead(
        snapshot.dataset(),
        () -> {
          List<String> rows = new ArrayList<>();
          try (QueryExec execution = QueryExec.dataset(snapshot.dataset()).query(text).build()) {
            RowSet found = execution.select();
            while (found.hasNext()) {
              Binding row = found.next();
              rows.add(
                  String.join(
                      " ",
                      Stream.of("s", "p", "o")
                          .map(name -> row.get(name).toString())
                          .map(term -> term.substring(term.lastIndexOf('/') + 1))
                          .toList()));
            }
          }
          return rows;
        });
  }
}
