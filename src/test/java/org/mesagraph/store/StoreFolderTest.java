package org.mesagraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Place;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.MaterializingReasoner;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreFolderTest {

  private static final Fingerprint MARK = new Fingerprint("a".repeat(64));

  @TempDir private Path files;

  @TempDir(factory = QuickFolder.class)
  private Path folder;

  private StoreFolder store;
  private Snapshot snapshot;
  private int loads;

  @BeforeEach
  void make_a_world() throws IOException {
    store = new StoreFolder(folder.resolve("store"));
    snapshot = World.snapshot(files);
  }

  @Test
  void an_empty_store_has_no_release() {
    assertThat(store.current()).isEmpty();
  }

  @Test
  void a_release_gives_back_what_was_loaded() {
    Release release = load();
    release.verify();
    Snapshot opened = release.open(new MaterializingReasoner());
    try {
      assertThat(opened.base().statements()).isEqualTo(snapshot.base().statements());
      assertThat(opened.closure().inferred()).isEqualTo(snapshot.closure().inferred());
      Txn.executeRead(
          opened.dataset(),
          () -> {
            assertThat(World.stated(opened.dataset())).isEqualTo(World.quads(snapshot.base()));
            assertThat(World.inferred(opened.dataset())).isEqualTo(Set.copyOf(snapshot.inferred()));
          });
      assertThat(Writer.of(opened).position()).isZero();
    } finally {
      Backing.DISK.close(opened);
    }
  }

  @Test
  void reading_a_release_does_not_damage_it() {
    for (int i = 0; i < 2; i++) {
      Release release = i == 0 ? load() : store.current().orElseThrow();
      release.verify();
      Backing.DISK.close(release.open(new MaterializingReasoner()));
    }
    store.current().orElseThrow().verify();
  }

  @Test
  void changes_go_on_from_what_was_restored() {
    load();
    Snapshot opened = store.current().orElseThrow().open(new MaterializingReasoner());
    try {
      Writer writer = Writer.of(opened);
      for (long number = 1; number <= 60; number++) {
        World.Step step = World.Step.of(3, number);
        writer.apply(writer.prepare(step.added(), step.removed()));
      }
      for (String triple : List.of("a supports b", "b isPartOf c", "a isAbout c")) {
        writer.apply(
            writer.prepare(
                List.of(), List.of(World.quad("one", triple), World.quad("two", triple))));
      }
      List<Triple> afresh = World.snapshot(writer.snapshot().base()).inferred();
      assertThat(writer.snapshot().closure().inferred()).isEqualTo(afresh);
    } finally {
      Backing.DISK.close(opened);
    }
  }

  @Test
  void a_release_says_what_it_was_loaded_from_and_how_much_it_holds() {
    load();
    Release release = store.current().orElseThrow();

    assertThat(release.fingerprint()).isEqualTo(MARK);
    assertThat(release.loaded()).isEqualTo("2026-11-20T00:00:01Z");
    assertThat(release.graphs())
        .containsEntry(KnowledgeBase.GRAPH + "one", 3L)
        .containsEntry(KnowledgeBase.GRAPH + "two", 3L)
        .containsEntry(KnowledgeBase.GRAPH + "inferred", (long) snapshot.inferred().size());
  }

  @Test
  void the_last_two_releases_are_kept_and_what_was_cut_off_is_not() throws IOException {
    load();
    Release second = load();
    Files.createDirectories(store.folder().resolve("new-cut-off/tdb2"));
    Release third = load();

    assertThat(store.current().orElseThrow().name()).isEqualTo(third.name());
    try (Stream<Path> entries = Files.list(store.folder())) {
      assertThat(entries.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "current", "load.lock", "releases.log", second.name(), third.name());
    }
  }

  @Test
  void what_is_kept_is_told_from_what_is_gone_and_from_what_never_was() {
    Release first = load();
    Release second = load();
    Release third = load();

    assertThat(store.kept()).extracting(Release::name).containsExactly(third.name(), second.name());
    assertThat(store.find(second.name())).isPresent();
    assertThat(store.find(first.name())).isEmpty();
    assertThat(store.knows(first.name())).isTrue();
    assertThat(store.knows("rel-0000000000000000")).isFalse();
    assertThat(store.find("../" + folder.getFileName())).isEmpty();
  }

  @Test
  void a_line_that_was_cut_off_hides_no_release() throws IOException {
    Release first = load();
    Files.writeString(store.folder().resolve("releases.log"), "rel-12", StandardOpenOption.APPEND);
    Release second = load();

    assertThat(store.kept()).extracting(Release::name).containsExactly(second.name(), first.name());
    assertThat(store.knows("rel-12")).isFalse();
  }

  @Test
  void a_release_that_somebody_has_open_is_not_deleted() {
    Release first = load();
    Snapshot opened = first.open(new MaterializingReasoner());
    try {
      load();
      load();
      assertThat(store.find(first.name())).isPresent();
    } finally {
      opened.close();
    }
    load();
    assertThat(store.find(first.name())).isEmpty();
    assertThat(store.kept()).hasSize(2);
  }

  @Test
  void a_release_is_recalled_in_memory_while_it_is_open() {
    Snapshot opened = load().open(new MaterializingReasoner());
    try {
      Snapshot recalled = store.kept().get(0).recall(new MaterializingReasoner());
      assertThat(recalled.inferred()).isEqualTo(snapshot.inferred());
      Txn.executeRead(
          recalled.dataset(),
          () ->
              assertThat(World.stated(recalled.dataset())).isEqualTo(World.quads(snapshot.base())));
    } finally {
      opened.close();
    }
  }

  @Test
  void one_process_serves_it_while_others_may_load() {
    assertThat(store.server()).isEmpty();
    try (StoreLock serving = store.serve()) {
      assertThat(serving).isNotNull();
      assertThatThrownBy(store::serve)
          .isInstanceOf(MesagraphException.class)
          .hasMessageContaining("is served by process " + ProcessHandle.current().pid());
      load();
      assertThat(store.server()).contains("process " + ProcessHandle.current().pid());
    }
    assertThat(store.server()).isEmpty();
    store.serve().close();
  }

  @Test
  void a_folder_that_is_none_is_refused_with_a_cure() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    StoreFolder none = new StoreFolder(file.resolve("store"));

    assertThatThrownBy(() -> none.load(snapshot, MARK, "test", Clock.systemUTC()))
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("cannot be written to");
  }

  @Test
  void a_load_that_fails_leaves_the_current_release() {
    Release first = load();
    Triple seven =
        Triple.create(
            World.triple("x supports y").getSubject(),
            World.triple("x hasNumber y").getPredicate(),
            NodeFactory.createLiteralDT("1.50", XSDDatatype.XSDdecimal));
    Statement odd = new Statement(World.graph("one"), seven, new Place("data/one.trig", 9));
    Snapshot broken = World.snapshot(snapshot.base().with(List.of(odd), statement -> false));

    assertThatThrownBy(() -> load(broken))
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("data/one.trig:9")
        .hasMessageContaining("write 1.5");
    assertThat(store.current().orElseThrow().name()).isEqualTo(first.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"snapshot.kept", "manifest.json", "tdb2/Data-0001/nodes-data.obj"})
  void a_damaged_file_is_refused_with_a_cure(String name) throws IOException {
    Path file = store.folder().resolve(load().name()).resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> store.current().orElseThrow().verify())
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("the store is damaged")
        .hasMessageContaining(name)
        .hasMessageContaining("mesagraph load --store " + store.folder());
  }

  @ParameterizedTest
  @ValueSource(strings = {"snapshot.kept", "manifest.json", "tdb2/Data-0001/SPOG.dat"})
  void a_missing_file_is_refused_with_a_cure(String name) throws IOException {
    Files.delete(store.folder().resolve(load().name()).resolve(name));

    assertThatThrownBy(() -> store.current().orElseThrow().verify())
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("the store is damaged")
        .hasMessageContaining(name);
  }

  @Test
  void a_damaged_store_is_mended_by_loading_it_again() throws IOException {
    Files.delete(store.folder().resolve(load().name()).resolve("manifest.json"));
    load();

    store.current().orElseThrow().verify();
  }

  @Test
  void two_loads_at_once_are_refused() throws IOException {
    load();
    try (FileChannel other =
        FileChannel.open(store.folder().resolve("load.lock"), StandardOpenOption.WRITE)) {
      other.lock();
      assertThatThrownBy(this::load)
          .isInstanceOf(MesagraphException.class)
          .hasMessageContaining("another load");
    }
    load();
  }

  private Release load() {
    return load(snapshot);
  }

  private Release load(Snapshot loaded) {
    loads++;
    Instant now = Instant.parse("2026-11-20T00:00:00Z").plusSeconds(loads);
    return store.load(loaded, MARK, "test", Clock.fixed(now, ZoneOffset.UTC));
  }
}
