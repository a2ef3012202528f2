package org.mesagraph.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.store.QuickFolder;

/** What the operations of SPARQL Update do, which W3C's own tests do not all reach. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UpdateOperationsTest {

  @TempDir(factory = QuickFolder.class)
  private Path folder;

  private Live live;

  @BeforeEach
  void open() throws IOException {
    live = SmallStore.in(folder).open();
    update(
        "INSERT DATA { GRAPH graph:two { study:x mg:n 1 } GRAPH graph:three { study:y mg:n 2 } }");
  }

  @AfterEach
  void close() {
    live.close();
  }

  private Receipt update(String text) {
    return SmallStore.update(live, text);
  }

  private List<String> graph(String name) {
    return SmallStore.graph(live, name);
  }

  @Test
  void what_is_written_without_a_graph_has_one_of_its_own() {
    update("INSERT DATA { study:z mg:n 3 }");
    assertThat(graph("default")).containsExactly("z n 3");

    // the default graph that is read is the union, and the one that is written to is not
    update("DELETE { ?s mg:n ?n } WHERE { ?s mg:n ?n }");
    assertThat(graph("default")).isEmpty();
    assertThat(graph("two")).containsExactly("x n 1");
  }

  @Test
  void operations_see_what_those_before_them_did() {
    update(
        "INSERT DATA { GRAPH graph:two { study:x mg:m 5 } } ;"
            + " INSERT { GRAPH graph:three { ?s mg:m ?m } } WHERE { ?s mg:m ?m } ;"
            + " DELETE WHERE { GRAPH graph:two { ?s mg:m ?m } }");
    assertThat(graph("two")).containsExactly("x n 1");
    assertThat(graph("three")).containsExactly("x m 5", "y n 2");
  }

  @Test
  void with_and_using_choose_the_graph() {
    update("WITH graph:two DELETE { ?s mg:n ?n } INSERT { ?s mg:n 10 } WHERE { ?s mg:n ?n }");
    assertThat(graph("two")).containsExactly("x n 10");
    assertThat(graph("three")).containsExactly("y n 2");

    update("INSERT { GRAPH graph:four { ?s mg:n ?n } } USING graph:three WHERE { ?s mg:n ?n }");
    assertThat(graph("four")).containsExactly("y n 2");
  }

  @Test
  void graphs_are_cleared_and_dropped() {
    update("INSERT DATA { study:z mg:n 3 } ; CLEAR GRAPH graph:two");
    assertThat(graph("two")).isEmpty();
    assertThat(graph("default")).hasSize(1);
    update("DROP DEFAULT");
    assertThat(graph("default")).isEmpty();
    assertThat(graph("three")).hasSize(1);
    update("DROP GRAPH graph:three ; DROP GRAPH graph:no-such-graph");
    assertThat(graph("three")).isEmpty();
  }

  @Test
  void graphs_are_copied_moved_and_added() {
    update("ADD graph:two TO graph:three");
    assertThat(graph("three")).containsExactly("x n 1", "y n 2");
    update("COPY graph:two TO graph:three");
    assertThat(graph("three")).containsExactly("x n 1");
    update("MOVE graph:three TO DEFAULT");
    assertThat(graph("three")).isEmpty();
    assertThat(graph("default")).containsExactly("x n 1");
    update("COPY DEFAULT TO graph:four ; COPY graph:four TO graph:four");
    assertThat(graph("four")).containsExactly("x n 1");
  }

  @Test
  void a_graph_that_is_not_there_is_only_passed_over_in_silence() {
    update("COPY SILENT graph:none TO graph:two ; CREATE SILENT GRAPH graph:two");
    assertThat(graph("two")).hasSize(1);
    assertThatThrownBy(() -> update("COPY graph:none TO graph:two"))
        .hasMessageContaining("there is no graph");
    assertThatThrownBy(() -> update("CREATE GRAPH graph:two"))
        .hasMessageContaining("CREATE SILENT");
    update("CREATE GRAPH graph:none");
  }

  @Test
  void blank_nodes_are_new_ones_each_time() {
    update("INSERT DATA { GRAPH graph:two { _:b mg:n 7 } }");
    update("INSERT DATA { GRAPH graph:two { _:b mg:n 7 } }");
    assertThat(graph("two")).containsExactly("_ n 7", "_ n 7", "x n 1");
    assertThatThrownBy(() -> update("INSERT DATA { GRAPH graph:two { <_:b> mg:n 8 } }"))
        .hasMessageContaining("a blank node in angle brackets");
  }

  @Test
  void what_follows_can_be_read_and_is_not_deleted() {
    update("INSERT { GRAPH graph:two { ?s mg:knows ?o } } WHERE { ?s mg:hasEvidenceFor ?o }");
    assertThat(graph("two")).contains("a knows c");
    update("DELETE WHERE { GRAPH ?g { study:x ?p ?o } }");
    assertThat(graph("two")).containsExactly("a knows c");
    assertThat(graph("inferred")).contains("a hasEvidenceFor c");
  }
}
