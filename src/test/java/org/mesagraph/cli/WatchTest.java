package org.mesagraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WatchTest {

  @TempDir private Path folder;

  @Test
  void a_change_is_told_once_and_only_when_it_is_over() throws IOException {
    Files.writeString(folder.resolve("a"), "1");
    Watch watch = new Watch(List.of(folder, folder.resolve("none")));
    assertThat(watch.hasSettled()).isFalse();

    Files.writeString(folder.resolve("a"), "12");
    assertThat(watch.hasSettled()).as("just changed").isFalse();
    Files.writeString(folder.resolve("b"), "");
    assertThat(watch.hasSettled()).as("changed again").isFalse();
    assertThat(watch.hasSettled()).as("the same for one look").isTrue();
    assertThat(watch.hasSettled()).as("told").isFalse();

    Files.delete(folder.resolve("b"));
    assertThat(watch.hasSettled()).isFalse();
    assertThat(watch.hasSettled()).isTrue();
  }

  @Test
  void what_was_undone_before_it_was_over_is_no_change() throws IOException {
    Watch watch = new Watch(List.of(folder));
    Path file = Files.writeString(folder.resolve("a"), "1");
    assertThat(watch.hasSettled()).isFalse();
    Files.delete(file);
    assertThat(watch.hasSettled()).isFalse();
    assertThat(watch.hasSettled()).isFalse();
  }

  @Test
  void a_file_that_replaces_another_of_the_same_length_is_a_change() throws IOException {
    Path file = Files.writeString(folder.resolve("current"), "rel-1");
    Watch watch = new Watch(List.of(file));
    Path other = Files.writeString(folder.resolve("new"), "rel-2");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);

    assertThat(watch.hasSettled()).isFalse();
    assertThat(watch.hasSettled()).isTrue();
  }
}
