package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.RealProject;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.rule.Program;
import org.mesagraph.store.Snapshot;

/** What-if on this project's files is what really deleting would be, and changes nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhatIfLeavesNoTraceTest {

  private static final Snapshot SNAPSHOT = RealProject.snapshot();
  private static final WhatIfService SERVICE =
      WhatIfService.of(SNAPSHOT.base(), SNAPSHOT.program(), SNAPSHOT.closure());

  @Test
  void it_is_what_reasoning_afresh_over_the_rest_comes_to() {
    for (String thing :
        List.of(
            "study:sleeper-agents",
            "work:emergent-misalignment",
            "claim:s4-l78-relevance",
            "organization:anthropic",
            "source:s4")) {
      Aftermath aftermath = without(thing);
      List<Triple> rest = new ArrayList<>(SNAPSHOT.base().triples());
      rest.removeAll(new HashSet<>(aftermath.withdrawal().removed()));

      assertThat(rest).as(thing).hasSizeLessThan(SNAPSHOT.base().triples().size());
      assertThat(aftermath.after().inferred())
          .as(thing)
          .containsExactlyInAnyOrderElementsOf(
              new MaterializingReasoner().close(SNAPSHOT.program(), rest).inferred());
    }
  }

  @Test
  void it_is_what_deleting_the_statements_from_the_files_comes_to(@TempDir Path root)
      throws IOException {
    Aftermath aftermath = without("source:s2");
    Set<Triple> removed = new HashSet<>(aftermath.withdrawal().removed());
    copy(RealProject.root().resolve("ontology"), root.resolve("ontology"));
    Files.createDirectories(root.resolve("data"));
    List<String> lines = new ArrayList<>();
    for (Statement statement : SNAPSHOT.base().statements()) {
      if (!statement.graph().equals(KnowledgeBase.ONTOLOGY_GRAPH)
          && !removed.contains(statement.triple())) {
        lines.add(trig(statement));
      }
    }
    Files.write(root.resolve("data/rest.trig"), lines);

    KnowledgeBase rest = KnowledgeBase.load(root);

    assertThat(rest.triples()).doesNotContainAnyElementsOf(removed);
    assertThat(aftermath.after().inferred())
        .containsExactlyInAnyOrderElementsOf(
            new MaterializingReasoner().close(Program.of(rest), rest.triples()).inferred());
  }

  @Test
  void closure_dataset_and_answers_are_the_same_before_and_after() {
    List<Triple> inferred = List.copyOf(SNAPSHOT.closure().inferred());
    Set<Quad> quads = quads();
    String answer = SERVICE.asText(without("study:alignment-faking"), 1, true);

    without("source:s4");

    assertThat(SNAPSHOT.closure().inferred()).isEqualTo(inferred);
    assertThat(quads()).isEqualTo(quads);
    assertThat(SERVICE.asText(without("study:alignment-faking"), 1, true)).isEqualTo(answer);
  }

  private static Aftermath without(String thing) {
    return SERVICE.without(SERVICE.things(List.of(thing)));
  }

  private static Set<Quad> quads() {
    return Txn.calculateRead(
        SNAPSHOT.dataset(),
        () -> {
          Set<Quad> quads = new HashSet<>();
          Iterator<Quad> found = SNAPSHOT.dataset().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
          found.forEachRemaining(quads::add);
          return quads;
        });
  }

  private static String trig(Statement statement) {
    Triple triple = statement.triple();
    return NodeFmtLib.strNT(statement.graph())
        + " { "
        + NodeFmtLib.strNT(triple.getSubject())
        + " "
        + NodeFmtLib.strNT(triple.getPredicate())
        + " "
        + NodeFmtLib.strNT(triple.getObject())
        + " . }";
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
