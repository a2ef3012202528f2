package org.mesagraph.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.store.QuickFolder;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveTest {

  @TempDir(factory = QuickFolder.class)
  private Path folder;

  private SmallStore store;
  private Live live;

  @BeforeEach
  void open() throws IOException {
    store = SmallStore.in(folder);
    live = store.open();
  }

  @AfterEach
  void close() {
    live.close();
  }

  private void reopen() {
    live.close();
    live = store.open();
  }

  private void write(int number) {
    SmallStore.update(live, "INSERT DATA { GRAPH graph:two { study:x mg:n " + number + " } }");
  }

  @Test
  void a_restart_finds_all_changes() {
    write(1);
    write(2);
    SmallStore.update(live, "DELETE DATA { GRAPH graph:two { study:x mg:n 1 } }");
    SmallStore.update(live, "INSERT DATA { GRAPH graph:two { _:b mg:n 'line\\n\\u00e9\"'@en } }");
    String version = live.desk().version();
    reopen();

    assertThat(live.how()).isEqualTo("4 changes, dataset as it should be");
    assertThat(live.desk().version()).isEqualTo(version);
    assertThat(SmallStore.graph(live, "two")).containsExactly("_ n line\né\"", "x n 2");
    write(3);
    reopen();
    assertThat(live.how()).isEqualTo("5 changes, dataset as it should be");
  }

  @Test
  void a_dataset_that_is_gone_or_another_is_made_anew() throws IOException {
    write(1);
    Path elsewhere = folder.resolve("elsewhere");
    live.close();
    copy(store.live().resolve("tdb2"), elsewhere);
    live = store.open();
    write(2);
    live.close();
    delete(store.live().resolve("tdb2"));
    copy(elsewhere, store.live().resolve("tdb2"));
    live = store.open();
    assertThat(live.how()).isEqualTo("2 changes, dataset completed");

    live.close();
    delete(store.live().resolve("tdb2"));
    live = store.open();
    assertThat(live.how()).isEqualTo("2 changes, dataset made");
    assertThat(SmallStore.graph(live, "two")).containsExactly("x n 1", "x n 2");
  }

  @Test
  void a_damaged_dataset_is_made_anew() throws IOException {
    write(1);
    live.close();
    overwrite(find("nodes-data.obj"));
    live = store.open();

    assertThat(live.how()).contains("made anew");
    assertThat(SmallStore.graph(live, "two")).containsExactly("x n 1");
    write(2);
    reopen();
    assertThat(live.how()).isEqualTo("2 changes, dataset as it should be");
  }

  @Test
  void a_log_that_lost_its_end_is_told_by_the_dataset() throws IOException {
    write(1);
    Path log = store.live().resolve("changes.log");
    byte[] before = Files.readAllBytes(log);
    write(2);
    live.close();
    Files.write(log, before);

    assertThatThrownBy(() -> store.open())
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("a dataset with 2 changes and a log with 1");
  }

  @Test
  void changes_follow_to_another_release() throws IOException {
    write(1);
    live.close();
    Path data = store.root().resolve("data/one.trig");
    Files.writeString(data, Files.readString(data).replace("\"a\"@en", "\"other\"@en"));
    store.load("1");
    live = store.open();

    assertThat(live.how()).startsWith("1 changes");
    assertThat(SmallStore.graph(live, "two")).containsExactly("x n 1");
    assertThat(SmallStore.graph(live, "one")).contains("a prefLabel other");
  }

  @Test
  void changes_that_do_not_fit_another_release_are_told() throws IOException {
    SmallStore.update(
        live, "INSERT DATA { GRAPH graph:two { study:b a mg:Study ; skos:prefLabel 'b' } }");
    live.close();
    Path data = store.root().resolve("data/one.trig");
    Files.writeString(data, Files.readString(data).replace("concept:c\n    a", "study:b\n    a"));
    store.load("1");

    assertThatThrownBy(() -> store.open())
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("do not fit the files any more")
        .hasMessageContaining("study:b");
  }

  @Test
  void one_program_writes_at_a_time() {
    assertThatThrownBy(() -> store.open())
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("is written to by another program");
  }

  private Path find(String name) throws IOException {
    try (Stream<Path> files = Files.walk(store.live())) {
      List<Path> found = files.filter(file -> file.endsWith(name)).toList();
      return found.get(0);
    }
  }

  private static void overwrite(Path file) throws IOException {
    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
      damaged.seek(damaged.length() / 2);
      damaged.write(new byte[64]);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void delete(Path gone) throws IOException {
    try (Stream<Path> files = Files.walk(gone)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
