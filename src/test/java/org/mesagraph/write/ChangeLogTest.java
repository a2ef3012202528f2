package org.mesagraph.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChangeLogTest {

  private static final Node IRI = NodeFactory.createURI("https://example.org/é");
  private static final List<Node> OBJECTS =
      List.of(
          NodeFactory.createLiteralString("line\nsecond\r\t\"quoted\" \\ \u2028 é"),
          NodeFactory.createLiteralLang("deux", "fr-CA"),
          NodeFactory.createLiteralDT("7", XSDDatatype.XSDinteger),
          NodeFactory.createBlankNode("a:b-c_1"),
          IRI);

  @TempDir private Path folder;

  private static Entry entry(long position, List<Quad> added, List<Quad> removed) {
    return new Entry(position, Instant.parse("2026-01-02T03:04:05Z"), "me", "put", added, removed);
  }

  private static Quad quad(Node object) {
    return Quad.create(IRI, IRI, IRI, object);
  }

  private static List<Quad> quads() {
    return OBJECTS.stream().map(ChangeLogTest::quad).toList();
  }

  private byte[] write() throws IOException {
    try (ChangeLog log = ChangeLog.open(folder).log()) {
      log.append(entry(1, quads(), List.of()));
      log.append(entry(2, List.of(), List.of(quad(IRI))));
      log.append(entry(3, List.of(quad(IRI)), quads().subList(0, 2)));
    }
    return Files.readAllBytes(file());
  }

  private Path file() {
    return folder.resolve(ChangeLog.NAME);
  }

  private LogReader.Found read() {
    ChangeLog.Opened opened = ChangeLog.open(folder);
    opened.log().close();
    return opened.found();
  }

  @Test
  void what_was_written_is_read() throws IOException {
    write();
    LogReader.Found found = read();

    assertThat(found.position()).isEqualTo(3);
    assertThat(found.cut()).isZero();
    Set<Quad> added =
        found.added().stream()
            .map(statement -> Quad.create(statement.graph(), statement.triple()))
            .collect(Collectors.toSet());
    assertThat(added).isEqualTo(Set.copyOf(quads().subList(2, 5)));
    assertThat(found.removed()).isEmpty();
    assertThat(found.added())
        .extracting(statement -> statement.place().file())
        .containsExactly("change 1", "change 1", "change 3");
  }

  @Test
  void what_was_there_before_stays_removed_until_it_is_added_again() {
    try (ChangeLog log = ChangeLog.open(folder).log()) {
      log.append(entry(1, List.of(), quads()));
      log.append(entry(2, quads().subList(1, 5), List.of()));
    }
    assertThat(read().removed()).containsExactly(quads().get(0));
    assertThat(read().added()).isEmpty();
  }

  @Test
  void an_entry_that_is_cut_off_anywhere_is_as_if_it_had_not_begun() throws IOException {
    byte[] all = write();
    String text = new String(all, StandardCharsets.UTF_8);
    int third = text.substring(0, text.indexOf("change 3")).getBytes(StandardCharsets.UTF_8).length;
    for (int length = third; length < all.length; length += 3) {
      Files.write(file(), Arrays.copyOf(all, length));
      LogReader.Found found = read();
      assertThat(found.position()).as("cut at %d", length).isEqualTo(2);
      assertThat(Files.size(file())).isEqualTo(third);
    }
    try (ChangeLog log = ChangeLog.open(folder).log()) {
      log.append(entry(3, List.of(quad(IRI)), List.of()));
    }
    assertThat(read().position()).isEqualTo(3);
  }

  @Test
  void a_changed_bit_is_told_wherever_a_whole_entry_comes_after_it() throws IOException {
    byte[] all = write();
    int sealed = new String(all, StandardCharsets.ISO_8859_1).lastIndexOf("sha256");
    for (int place = 0; place < sealed; place += 5) {
      byte[] damaged = all.clone();
      damaged[place] ^= 4;
      Files.write(file(), damaged);
      assertThatThrownBy(this::read)
          .as("bit of byte %d", place)
          .isInstanceOf(MesagraphException.class);
      assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }
  }

  @Test
  void an_entry_that_is_left_out_is_told() throws IOException {
    String text = new String(write(), StandardCharsets.UTF_8);
    Files.writeString(
        file(),
        text.substring(0, text.indexOf("change 2")) + text.substring(text.indexOf("change 3")));

    assertThatThrownBy(this::read).hasMessageContaining("is not as it was written after change 1");
  }

  @Test
  void what_was_cut_off_is_kept_aside() throws IOException {
    byte[] all = write();
    Files.write(file(), Arrays.copyOf(all, all.length - 1));
    read();

    assertThat(Files.readString(folder.resolve("changes.torn"))).startsWith("change 3");
  }
}
