package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.reason.Progress;
import org.mesagraph.rule.Sample;
import org.mesagraph.store.Fingerprint;
import org.mesagraph.store.KeptSnapshots;
import org.mesagraph.store.Snapshot;
import org.mesagraph.store.StoreFolder;

/** When a project is computed afresh, and when it is not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProjectTest {

  @TempDir private Path folder;

  private Path root;
  private Path program;
  private KeptSnapshots kept;

  @BeforeEach
  void make_a_project() throws IOException {
    root = folder.resolve("root");
    Sample.load(root, Sample.HOME.resolve("src/test/resources/store/small"));
    program = Files.writeString(folder.resolve("program.jar"), "one");
    kept = new KeptSnapshots(folder.resolve("kept"));
  }

  @Test
  void what_was_kept_for_the_same_bytes_is_used() throws IOException {
    open();
    assertThat(files()).hasSize(1);
    // something else under the same fingerprint shows that nothing is read or computed again
    Path other = folder.resolve("other");
    Snapshot empty =
        Snapshot.of(
            Sample.load(other, Sample.HOME.resolve("src/test/resources/store/queries")),
            new MaterializingReasoner(),
            Progress.UNWATCHED);
    kept.keep(empty, Fingerprint.of(root, program));

    assertThat(open().snapshot().base().statements()).isEmpty();
    assertThat(
            Project.inspect(root, new MaterializingReasoner(), Progress.UNWATCHED)
                .snapshot()
                .base()
                .statements())
        .isNotEmpty();
  }

  @Test
  void a_change_of_a_file_of_a_name_or_of_the_program_is_computed() throws IOException {
    Fingerprint before = Fingerprint.of(root, program);
    Path data = root.resolve("data/two.trig");
    Files.writeString(data, "\n", StandardOpenOption.APPEND);
    Fingerprint edited = Fingerprint.of(root, program);
    Files.move(data, root.resolve("data/three.trig"));
    Fingerprint moved = Fingerprint.of(root, program);
    Files.writeString(program, "two");
    Fingerprint rebuilt = Fingerprint.of(root, program);
    Files.createDirectories(root.resolve("queries/checks"));
    Files.writeString(root.resolve("queries/checks/some.rq"), "");
    Fingerprint checked = Fingerprint.of(root, program);

    assertThat(List.of(before, edited, moved, rebuilt, checked)).doesNotHaveDuplicates();
  }

  @Test
  void a_damaged_file_is_passed_over_and_written_anew() throws IOException {
    open();
    Path file = files().get(0);
    byte[] sound = Files.readAllBytes(file);
    Files.write(file, new byte[] {1, 2, 3});

    assertThat(open().snapshot().base().statements()).isNotEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(sound);
  }

  @Test
  void what_has_an_error_is_not_kept() throws IOException {
    Files.writeString(root.resolve("data/two.trig"), "nonsense", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> open()).isInstanceOf(MesagraphException.class);
    assertThat(kept.folder()).doesNotExist();
  }

  @Test
  void what_is_opened_despite_its_errors_is_not_kept() throws IOException {
    Path checks = Files.createDirectories(root.resolve("queries/checks"));
    Files.copy(
        Sample.HOME.resolve("src/test/resources/store/checks/nothing-supports.rq"),
        checks.resolve("nothing-supports.rq"));

    assertThatThrownBy(() -> open()).hasMessageContaining("supports something");
    Project project = Project.open(root, Progress.UNWATCHED, finding -> false, program, kept);
    assertThat(project.snapshot().base().statements()).isNotEmpty();
    assertThat(kept.folder()).doesNotExist();
  }

  @Test
  void a_folder_that_cannot_be_written_to_does_not_matter() {
    kept = new KeptSnapshots(program.resolve("kept"));
    Project project = open();

    assertThat(project.snapshot().base().statements()).isNotEmpty();
  }

  @Test
  void only_the_last_few_are_kept() throws IOException {
    for (int i = 0; i < 6; i++) {
      Files.writeString(program, "version " + i);
      open();
    }

    assertThat(files()).hasSize(4);
  }

  @Test
  void a_store_is_used_as_it_stands_until_a_file_changes() throws IOException {
    StoreFolder store = new StoreFolder(folder.resolve("store"));
    StoredProject first =
        StoredProject.open(root, new MaterializingReasoner(), Progress.UNWATCHED, store);
    StoredProject second =
        StoredProject.open(root, new MaterializingReasoner(), Progress.UNWATCHED, store);
    Files.writeString(root.resolve("data/two.trig"), "\n", StandardOpenOption.APPEND);
    StoredProject third =
        StoredProject.open(root, new MaterializingReasoner(), Progress.UNWATCHED, store);

    assertThat(first.how()).endsWith("loaded now: the store was empty");
    assertThat(second.how())
        .startsWith(first.how().substring(0, first.how().indexOf(',')))
        .contains(" as it was loaded at ");
    assertThat(third.how()).contains("loaded now: files or program are not those of ");
    assertThat(third.project().snapshot().closure().inferred())
        .isEqualTo(first.project().snapshot().closure().inferred());
  }

  @Test
  void load_tells_the_size_of_every_graph() {
    Path store = folder.resolve("store");
    Typed typed = Typed.run("load", "--store", store.toString(), "--root", root.toString());

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).contains("3  https://w3id.org/mesagraph/graph/two", "graph/inferred");
    assertThat(typed.err()).startsWith("loaded rel-");
    assertThat(new StoreFolder(store).current()).isPresent();
  }

  @Test
  void load_of_a_broken_file_leaves_the_store_as_it_is() throws IOException {
    Path store = folder.resolve("store");
    Files.writeString(root.resolve("data/two.trig"), "nonsense", StandardOpenOption.APPEND);
    Typed typed = Typed.run("load", "--store", store.toString(), "--root", root.toString());

    assertThat(typed.exit()).isEqualTo(3);
    assertThat(store).doesNotExist();
  }

  private Project open() {
    return Project.open(root, Progress.UNWATCHED, finding -> true, program, kept);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(kept.folder())) {
      return files.toList();
    }
  }
}
