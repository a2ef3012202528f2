package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.RealProject;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.store.Fingerprint;
import org.mesagraph.store.QuickFolder;
import org.mesagraph.store.Release;
import org.mesagraph.store.Snapshot;
import org.mesagraph.store.StoreFolder;

/** The releases of a real store as a server tells them apart. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoredReleasesTest {

  @TempDir private Path files;

  @TempDir(factory = QuickFolder.class)
  private Path folder;

  @Test
  void what_is_served_what_is_kept_what_is_gone_and_what_never_was() throws IOException {
    copy(RealProject.root().resolve("src/test/resources/store/small"));
    Files.copy(
        RealProject.root().resolve("ontology/prefixes.ttl"),
        files.resolve("ontology/prefixes.ttl"));
    MaterializingReasoner reasoner = new MaterializingReasoner();
    KnowledgeBase base = KnowledgeBase.load(files);
    Snapshot snapshot = Snapshot.of(base, reasoner);
    SavedQueries queries = SavedQueries.read(files, base.prefixes());
    StoreFolder store = new StoreFolder(folder.resolve("store"));
    List<Release> loaded =
        Stream.of("a", "b", "c")
            .map(
                digit ->
                    store.load(snapshot, new Fingerprint(digit.repeat(64)), "1", Clock.systemUTC()))
            .toList();
    Served served =
        StoredReleases.beside(
            Served.of("c".repeat(64), snapshot, queries), store, new MaterializingReasoner());

    assertThat(served.release()).isEqualTo(loaded.get(2).name());
    assertThat(served.releases().find(loaded.get(2).name()))
        .isEqualTo(new Releases.Kept(served.runner()));
    assertThat(served.releases().find(loaded.get(1).name()))
        .isInstanceOfSatisfying(
            Releases.Kept.class,
            kept ->
                assertThat(
                        Txn.calculateRead(
                            kept.runner().dataset(),
                            () -> kept.runner().dataset().stream().count()))
                    .isEqualTo(
                        Txn.calculateRead(
                            snapshot.dataset(), () -> snapshot.dataset().stream().count()))
                    .isPositive());
    assertThat(served.releases().find(loaded.get(1).name()))
        .isEqualTo(served.releases().find(loaded.get(1).name()));
    assertThat(served.releases().find(loaded.get(0).name())).isInstanceOf(Releases.Gone.class);
    assertThat(served.releases().find("rel-0000000000000000")).isInstanceOf(Releases.Never.class);
    assertThat(served.releases().find("../store")).isInstanceOf(Releases.Never.class);
  }

  private void copy(Path from) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path to = files.resolve(from.relativize(path).toString());
        Files.createDirectories(to.getParent());
        Files.copy(path, to);
      }
    }
  }
}
