package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.rule.Sample;
import org.mesagraph.store.Release;
import org.mesagraph.store.Snapshot;
import org.mesagraph.store.StoreFolder;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DoctorCommandTest {

  @TempDir private Path folder;

  private Path root;
  private Path store;

  @BeforeEach
  void make_a_project() throws IOException {
    root = folder.resolve("root");
    store = folder.resolve("store");
    Sample.load(root, Sample.HOME.resolve("src/test/resources/store/small"));
  }

  @Test
  void what_is_in_order_is_told_line_by_line() {
    load();
    Typed typed = doctor();

    assertThat(typed.exit()).as(typed.err() + typed.out()).isZero();
    assertThat(typed.out())
        .contains("✓ Java 17")
        .contains("✓ the files are in order")
        .contains(": every file is as it was loaded")
        .contains(": the dataset opens, and its indexes agree")
        .contains(": the dataset holds what was loaded")
        .contains(": what follows from it is what it holds")
        .doesNotContain("✗");
  }

  @Test
  void a_damaged_store_is_told_and_mended_when_asked() throws IOException {
    Release release = load();
    Path file = store.resolve(release.name()).resolve("tdb2/Data-0001/nodes-data.obj");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 3] ^= 1;
    Files.write(file, bytes);

    Typed told = doctor();
    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.out()).contains("✗", "nodes-data.obj is not as it was loaded");
    assertThat(new StoreFolder(store).current().orElseThrow().name()).isEqualTo(release.name());

    Typed mended = doctor("--fix");
    assertThat(mended.exit()).as(mended.out()).isZero();
    assertThat(mended.err()).contains("fixed: loaded rel-");
    assertThat(new StoreFolder(store).current().orElseThrow().name()).isNotEqualTo(release.name());
  }

  @Test
  void an_empty_store_is_told() {
    Typed typed = doctor();

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out()).contains("✗", "the store is empty – mesagraph load --store " + store);
    assertThat(store).doesNotExist();
  }

  @Test
  void a_store_that_somebody_has_open_is_looked_at_as_well() {
    Snapshot opened = load().open(new MaterializingReasoner());
    try {
      Typed typed = doctor();
      assertThat(typed.exit()).as(typed.out()).isZero();
      assertThat(typed.out()).contains("✓", "its indexes agree");
    } finally {
      opened.close();
    }
  }

  @Test
  void a_broken_file_and_a_port_that_is_taken_are_told() throws IOException {
    Files.writeString(root.resolve("data/two.trig"), "nonsense", StandardOpenOption.APPEND);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Typed typed =
          Typed.run(
              "doctor", "--root", root.toString(), "--port", String.valueOf(taken.getLocalPort()));

      assertThat(typed.exit()).isEqualTo(1);
      assertThat(typed.out())
          .contains("✗ the files are in order: data/two.trig:")
          .contains("✗ port " + taken.getLocalPort() + " is free: it is taken");
    }
  }

  private Release load() {
    Typed.run("load", "--store", store.toString(), "--root", root.toString());
    return new StoreFolder(store).current().orElseThrow();
  }

  private Typed doctor(String... more) {
    String[] all = {
      "doctor", "--port", "0", "--store", store.toString(), "--root", root.toString()
    };
    String[] arguments = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, arguments, all.length, more.length);
    return Typed.run(arguments);
  }
}
