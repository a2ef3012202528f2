package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.RealProject;
import org.mesagraph.store.Snapshot;
import org.mesagraph.vocab.Vocab;

/** Whatever is said to be evidence for something can be followed to a line of a source. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvidencePassagesTest {

  private static final List<String> RELATIONS =
      List.of("supports", "disputes", "qualifies", "evidences", "hasEvidenceFor");

  private static final Snapshot SNAPSHOT = RealProject.snapshot();
  private static final ExplanationService SERVICE =
      ExplanationService.of(SNAPSHOT.base(), SNAPSHOT.closure());
  private static final Passages PASSAGES = new Passages(SNAPSHOT.closure());
  private static final Set<Triple> ASSERTED = SNAPSHOT.base().triples();

  @TestFactory
  Stream<DynamicTest> a_statement_of_evidence_rests_on_a_line_of_a_source() {
    return RELATIONS.stream()
        .flatMap(EvidencePassagesTest::statements)
        .map(triple -> DynamicTest.dynamicTest(show(triple), () -> restsOnLines(triple)));
  }

  @Test
  void every_relation_is_tried() {
    assertThat(RELATIONS)
        .filteredOn(relation -> !relation.equals("disputes"))
        .allSatisfy(relation -> assertThat(statements(relation)).as(relation).isNotEmpty());
  }

  @Test
  void nobody_states_evidence_without_a_line_of_evidence() {
    assertThat(RELATIONS.stream().flatMap(EvidencePassagesTest::statements))
        .noneMatch(ASSERTED::contains);
  }

  /** Every proof has a passage with lines, and each of its leaves stands on a line of a file. */
  private static void restsOnLines(Triple triple) {
    List<Proof> proofs = SERVICE.explain(triple, Integer.MAX_VALUE).proofs().proofs();
    assertThat(proofs).isNotEmpty();
    for (Proof proof : proofs) {
      assertThat(proof.leaves().stream().flatMap(leaf -> PASSAGES.of(leaf).stream()))
          .isNotEmpty()
          .allMatch(passage -> passage.firstLine() > 0 && !passage.source().isEmpty());
      assertThat(proof.leaves())
          .anyMatch(leaf -> leaf.getPredicate().equals(Vocab.IS_ASSERTED_BY))
          .allSatisfy(
              leaf ->
                  assertThat(SNAPSHOT.base().statementsOf(leaf))
                      .isNotEmpty()
                      .allMatch(statement -> statement.place().line() > 0));
    }
  }

  private static Stream<Triple> statements(String relation) {
    Node predicate = NodeFactory.createURI(Vocab.NS + relation);
    return SNAPSHOT
        .closure()
        .matching(
            Triple.create(
                NodeFactory.createVariable("s"), predicate, NodeFactory.createVariable("o")));
  }

  private static String show(Triple triple) {
    return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
        .map(SNAPSHOT.base().prefixes()::show)
        .reduce("", (one, other) -> one + " " + other)
        .strip();
  }
}
