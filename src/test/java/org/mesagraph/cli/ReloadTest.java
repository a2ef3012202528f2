package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.reason.Progress;
import org.mesagraph.rule.Sample;
import org.mesagraph.server.Current;
import org.mesagraph.server.Served;
import org.mesagraph.store.StoreFolder;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReloadTest {

  private static final String NEW = "study:n mg:supports study:b .\n";

  @TempDir private Path folder;

  private final StringWriter talk = new StringWriter();
  private Path root;
  private Path store;
  private Current current;
  private Reload reload;

  @BeforeEach
  void make_a_project() throws IOException {
    root = folder.resolve("root");
    store = folder.resolve("store");
    Sample.load(root, Sample.HOME.resolve("src/test/resources/store/small"));
  }

  private void start(boolean onDisk) {
    Optional<StoreFolder> where = onDisk ? Optional.of(new StoreFolder(store)) : Optional.empty();
    Origin origin = new Origin(root, where, false, new MaterializingReasoner(), Progress.UNWATCHED);
    Origin.Opened opened = origin.open();
    current = Current.of(origin.served(opened));
    reload = new Reload(origin, opened, current, new PrintWriter(talk, true));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_was_edited_is_answered_from_after_a_reload(boolean onDisk) throws IOException {
    start(onDisk);
    String before = current.now().version();
    long size = size();
    edit(NEW);
    assertThat(size()).isEqualTo(size);
    reload.asked();

    assertThat(size()).as(talk.toString()).isGreaterThan(size);
    assertThat(current.now().version()).isNotEqualTo(before);
    assertThat(talk.toString()).startsWith("reloaded · ");
    current.now().snapshot().close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_is_broken_leaves_everything_as_it_was(boolean onDisk) throws IOException {
    start(onDisk);
    Served before = current.now();
    Path file = root.resolve("data/two.trig");
    String sound = Files.readString(file);
    edit("nonsense");
    reload.noticed();

    assertThat(current.now()).isSameAs(before);
    assertThat(current.trouble()).hasValueSatisfying(why -> assertThat(why).contains("two.trig:"));
    assertThat(talk.toString()).startsWith("error: not reloaded: data/two.trig:");
    assertThat(size()).isPositive();

    Files.writeString(file, sound);
    reload.noticed();
    assertThat(current.now()).isSameAs(before);
    assertThat(current.trouble()).isEmpty();
    before.snapshot().close();
  }

  @Test
  void a_release_that_was_loaded_elsewhere_is_gone_over_to() throws IOException {
    start(true);
    edit(NEW);
    Typed.run("load", "--store", store.toString(), "--root", root.toString());
    reload.noticed();

    assertThat(talk.toString()).contains("reloaded · ", " as it was loaded at ");
    current.now().snapshot().close();
  }

  @Test
  void a_damaged_release_is_not_gone_over_to() throws IOException {
    start(true);
    Served before = current.now();
    edit(NEW);
    Typed.run("load", "--store", store.toString(), "--root", root.toString());
    String name = new StoreFolder(store).current().orElseThrow().name();
    Files.write(store.resolve(name).resolve("snapshot.kept"), new byte[] {0});
    reload.noticed();

    assertThat(current.now()).isSameAs(before);
    assertThat(talk.toString()).contains("error: not reloaded: the store is damaged");
    assertThat(size()).isPositive();
    before.snapshot().close();
  }

  @Test
  void whoever_reads_keeps_the_old_state_to_the_end() throws Exception {
    start(true);
    edit(NEW);
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch reloaded = new CountDownLatch(1);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<List<Long>> sizes =
          pool.submit(
              () ->
                  current.reading(
                      served -> {
                        long first = size(served);
                        reading.countDown();
                        await(reloaded);
                        return List.of(first, size(served));
                      }));
      await(reading);
      reload.asked();
      long after = size();
      reloaded.countDown();
      assertThat(sizes.get().get(1)).isEqualTo(sizes.get().get(0)).isLessThan(after);
    } finally {
      reloaded.countDown();
      pool.shutdown();
    }
    current.now().snapshot().close();
  }

  @Test
  void nothing_new_is_told_to_whoever_asked() {
    start(false);
    reload.asked();

    assertThat(talk.toString().strip()).isEqualTo("not reloaded: nothing has changed");
  }

  private void edit(String text) throws IOException {
    Path file = root.resolve("data/two.trig");
    String graph = "\ngraph:two {\n" + text + "}\n";
    Files.writeString(file, text.equals(NEW) ? graph : text, StandardOpenOption.APPEND);
  }

  private long size() {
    return current.reading(ReloadTest::size);
  }

  private static long size(Served served) {
    DatasetGraph dataset = served.snapshot().dataset();
    return dataset.stream().count();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
