package org.mesagraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Place;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.MaterializingReasoner;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WriterTest {

  private static final int CHANGES = 200;
  private static final int READERS = 3;

  @TempDir private Path files;

  @TempDir(factory = QuickFolder.class)
  private Path disk;

  private Backing backing = Backing.MEMORY;
  private Writer writer;

  private void start(Backing where) throws IOException {
    backing = where;
    writer = Writer.of(where.put(World.snapshot(files), disk));
  }

  @AfterEach
  void close() {
    if (writer != null) {
      backing.close(writer.snapshot());
    }
  }

  @ParameterizedTest
  @EnumSource(Backing.class)
  void stated_and_inferred_triples_change_together(Backing where) throws Exception {
    start(where);
    apply(List.of(World.statement("two", "d supports b")), List.of());

    assertThat(inferred())
        .contains(World.triple("d hasEvidenceFor b"), World.triple("d hasEvidenceFor c"))
        .doesNotContain(World.triple("d isSilentOn b"));
    assertThat(stated()).contains(World.quad("two", "d supports b"));
    assertThat(writer.position()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Backing.class)
  void a_triple_is_stated_as_long_as_one_graph_holds_it(Backing where) throws Exception {
    start(where);
    Change first = apply(List.of(), List.of(World.quad("one", "a supports b")));

    assertThat(first.changes().removed()).containsExactly(World.quad("one", "a supports b"));
    assertThat(first.changes().lost()).isEmpty();
    assertThat(inferred()).contains(World.triple("a hasEvidenceFor b"));

    Change second = apply(List.of(), List.of(World.quad("two", "a supports b")));

    assertThat(second.changes().lost())
        .contains(World.triple("a hasEvidenceFor b"), World.triple("a hasEvidenceFor c"));
    assertThat(second.changes().gained()).containsExactly(World.triple("a isSilentOn c"));
    assertThat(inferred()).doesNotContain(World.triple("a hasEvidenceFor b"));
  }

  @ParameterizedTest
  @EnumSource(Backing.class)
  void what_moves_to_another_graph_changes_nothing_that_follows(Backing where) throws Exception {
    start(where);
    Change change =
        apply(
            List.of(World.statement("two", "b isPartOf c")),
            List.of(World.quad("one", "b isPartOf c")));

    assertThat(change.changes().gained()).isEmpty();
    assertThat(change.changes().lost()).isEmpty();
    assertThat(stated())
        .contains(World.quad("two", "b isPartOf c"))
        .doesNotContain(World.quad("one", "b isPartOf c"));
  }

  @ParameterizedTest
  @EnumSource(Backing.class)
  void what_is_inferred_and_then_stated_leaves_the_inferred_graph(Backing where) throws Exception {
    start(where);
    apply(List.of(World.statement("two", "a hasEvidenceFor b")), List.of());
    assertThat(inferred()).doesNotContain(World.triple("a hasEvidenceFor b"));

    apply(List.of(), List.of(World.quad("two", "a hasEvidenceFor b")));
    assertThat(inferred()).contains(World.triple("a hasEvidenceFor b"));
  }

  @ParameterizedTest
  @EnumSource(Backing.class)
  void the_first_two_things_to_be_the_same_change_the_rules(Backing where) throws Exception {
    start(where);
    Statement same = World.same("a", "e");
    apply(List.of(same), List.of());
    assertThat(inferred()).contains(World.triple("e hasEvidenceFor c"));

    apply(List.of(), List.of(World.asQuad(same)));
    assertThat(inferred()).isEqualTo(Set.copyOf(World.snapshot(files.resolve("2")).inferred()));
  }

  @ParameterizedTest
  @EnumSource(Backing.class)
  void many_changes_end_where_reasoning_afresh_does(Backing where) throws Exception {
    start(where);
    for (long number = 1; number <= CHANGES; number++) {
      World.Step step = World.Step.of(7, number);
      apply(step.added(), step.removed());
    }

    Snapshot afresh = Snapshot.of(writer.snapshot().base(), new MaterializingReasoner());
    assertThat(stated()).isEqualTo(World.quads(afresh.base()));
    assertThat(inferred()).isEqualTo(Set.copyOf(afresh.inferred()));
    assertThat(writer.position()).isEqualTo(CHANGES);
  }

  @ParameterizedTest
  @EnumSource(Backing.class)
  void readers_never_see_the_one_without_the_other(Backing where) throws Exception {
    start(where);
    DatasetGraph dataset = writer.snapshot().dataset();
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch reading = new CountDownLatch(READERS);
    ExecutorService pool = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        readers.add(pool.submit(reader(dataset, over, reading)));
      }
      reading.await();
      for (int i = 0; i < CHANGES; i++) {
        String triple = "x" + i % 5 + " supports y";
        if (i % 10 < 5) {
          apply(List.of(World.statement("two", triple)), List.of());
        } else {
          apply(List.of(), List.of(World.quad("two", triple)));
        }
      }
      over.set(true);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
    } finally {
      over.set(true);
      pool.shutdownNow();
    }
  }

  /** Reads until it is over; fails where what is stated and what follows do not go together. */
  private static Callable<Integer> reader(
      DatasetGraph dataset, AtomicBoolean over, CountDownLatch reading) {
    return () -> {
      int reads = 0;
      while (!over.get()) {
        Txn.executeRead(
            dataset,
            () -> {
              List<Triple> due =
                  World.stated(dataset).stream()
                      .filter(quad -> quad.getPredicate().getURI().endsWith("supports"))
                      .map(quad -> evidence(quad.asTriple()))
                      .toList();
              Set<Triple> there = World.inferred(dataset);
              there.removeIf(
                  triple ->
                      !triple.getPredicate().getURI().endsWith("hasEvidenceFor")
                          || triple.getObject().getURI().endsWith("/c"));
              assertThat(there).containsExactlyInAnyOrderElementsOf(Set.copyOf(due));
            });
        reads++;
        reading.countDown();
      }
      return reads;
    };
  }

  private static Triple evidence(Triple support) {
    return Triple.create(
        support.getSubject(),
        World.triple("a hasEvidenceFor b").getPredicate(),
        support.getObject());
  }

  @ParameterizedTest
  @EnumSource(Backing.class)
  void a_change_of_another_state_is_not_made(Backing where) throws Exception {
    start(where);
    Change late = writer.prepare(List.of(World.statement("two", "x supports y")), List.of());
    apply(List.of(World.statement("two", "z supports y")), List.of());

    assertThatThrownBy(() -> writer.apply(late))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another state");
    assertThat(stated()).doesNotContain(World.quad("two", "x supports y"));
  }

  @ParameterizedTest
  @EnumSource(Backing.class)
  void the_ontology_and_what_follows_are_not_written_to(Backing where) throws Exception {
    start(where);
    for (String graph : List.of("ontology", "inferred")) {
      List<Statement> added = List.of(World.statement(graph, "x supports y"));
      assertThatThrownBy(() -> writer.prepare(added, List.of()))
          .isInstanceOf(MesagraphException.class);
      assertThatThrownBy(
              () -> writer.prepare(List.of(), List.of(World.quad(graph, "x supports y"))))
          .isInstanceOf(MesagraphException.class);
    }
    assertThat(writer.position()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Backing.class)
  void what_no_graph_can_hold_is_refused_before_anything_is_written(Backing where)
      throws Exception {
    start(where);
    Triple half =
        Triple.create(
            World.triple("x supports y").getSubject(),
            World.triple("x hasNumber y").getPredicate(),
            NodeFactory.createLiteralString("\uD800"));

    assertThatThrownBy(() -> writer.prepare(List.of(statement(half)), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not Unicode");
  }

  @ParameterizedTest
  @EnumSource(value = Backing.class, names = "DISK")
  void a_number_that_disk_would_rewrite_is_refused_with_its_other_form(Backing where)
      throws Exception {
    start(where);
    Triple seven =
        Triple.create(
            World.triple("x supports y").getSubject(),
            World.triple("x hasNumber y").getPredicate(),
            NodeFactory.createLiteralDT("07", XSDDatatype.XSDinteger));

    assertThatThrownBy(() -> writer.prepare(List.of(statement(seven)), List.of()))
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("“07”")
        .hasMessageContaining("write 7");
  }

  private static Statement statement(Triple triple) {
    return new Statement(World.graph("two"), triple, Place.of("change"));
  }

  private Change apply(List<Statement> added, List<Quad> removed) {
    Change change = writer.prepare(added, removed);
    writer.apply(change);
    return change;
  }

  private Set<Triple> inferred() {
    DatasetGraph dataset = writer.snapshot().dataset();
    return Txn.calculateRead(dataset, () -> World.inferred(dataset));
  }

  private Set<Quad> stated() {
    DatasetGraph dataset = writer.snapshot().dataset();
    return Txn.calculateRead(dataset, () -> World.stated(dataset));
  }
}
