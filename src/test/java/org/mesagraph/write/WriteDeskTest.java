package org.mesagraph.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.store.QuickFolder;
import org.mesagraph.write.RefusedException.Reason;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WriteDeskTest {

  private static final String LABELLED =
      "INSERT DATA { GRAPH graph:two { study:b a mg:Study ; skos:prefLabel 'b' ;"
          + " mg:supports concept:c } }";

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

  private RefusedException refusal(String update) {
    String log = log();
    RefusedException refusal =
        catchThrowableOfType(RefusedException.class, () -> SmallStore.update(live, update));
    assertThat(refusal).as(update).isNotNull();
    assertThat(log()).isEqualTo(log);
    return refusal;
  }

  private String log() {
    try {
      return Files.readString(store.live().resolve("changes.log"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_is_stated_and_what_follows_change_together() {
    Receipt receipt = SmallStore.update(live, LABELLED);

    assertThat(receipt.position()).isEqualTo(1);
    assertThat(receipt.changes().added()).hasSize(3);
    assertThat(receipt.changes().gained()).hasSize(1);
    assertThat(SmallStore.graph(live, "inferred")).contains("b hasEvidenceFor c");
    assertThat(log()).contains("change 1 ", " test update +3 -0", "\nsha256 ");

    Receipt back =
        SmallStore.update(
            live, "DELETE WHERE { GRAPH graph:two { study:b mg:supports concept:c } }");

    assertThat(back.changes().lost()).hasSize(1);
    assertThat(SmallStore.graph(live, "inferred")).doesNotContain("b hasEvidenceFor c");
  }

  @Test
  void every_change_has_a_version_of_its_own() {
    String before = live.desk().version();
    String first = SmallStore.update(live, LABELLED).version();
    String none = SmallStore.update(live, LABELLED).version();

    assertThat(first).isNotEqualTo(before).startsWith(before).isEqualTo(none);
    assertThat(log()).doesNotContain("change 2");
  }

  @Test
  void a_write_for_another_version_is_refused() {
    String before = live.desk().version();
    Edit edit =
        live.desk()
            .updates()
            .read(SmallStore.bytes(SmallStore.PREFIXES + LABELLED), List.of(), List.of());
    live.desk().make(new Request(edit, "test", Optional.of(before), false));

    RefusedException refusal =
        catchThrowableOfType(
            RefusedException.class,
            () -> live.desk().make(new Request(edit, "test", Optional.of(before), false)));

    assertThat(refusal.reason()).isEqualTo(Reason.OUTDATED);
  }

  @Test
  void a_broken_shape_is_refused_with_the_report() {
    RefusedException refusal = refusal("INSERT DATA { GRAPH graph:two { study:b a mg:Study } }");

    assertThat(refusal.reason()).isEqualTo(Reason.UNFIT);
    assertThat(refusal.defects())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.id()).isEqualTo("shape/study-label");
              assertThat(defect.focus()).isEqualTo("study:b");
              assertThat(defect.message()).isEqualTo("study:b has no label");
              assertThat(defect.cure()).isEqualTo("add skos:prefLabel");
            });
    assertThat(SmallStore.graph(live, "two")).isEmpty();
  }

  @Test
  void a_contradiction_is_refused_with_its_proof() {
    RefusedException refusal = refusal("INSERT DATA { GRAPH graph:two { study:a a mg:Concept } }");

    assertThat(refusal.defects())
        .filteredOn(defect -> defect.id().equals("reason/contradiction"))
        .singleElement()
        .satisfies(
            defect ->
                assertThat(defect.proof().orElseThrow().toString())
                    .contains("cax-dw", "study:a", "mg:Concept", "change 1"));
  }

  @Test
  void what_a_check_finds_is_refused() {
    RefusedException refusal =
        refusal("INSERT DATA { GRAPH graph:two { study:a mg:supports study:a } }");

    assertThat(refusal.defects())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.id()).isEqualTo("check/self-support");
              assertThat(defect.message()).isEqualTo("study:a supports itself");
              assertThat(defect.cure()).isEqualTo("Name what supports it.");
            });
  }

  @Test
  void ontology_and_inferences_are_not_written() {
    assertThat(refusal("INSERT DATA { GRAPH graph:ontology { mg:x a owl:Class } }").reason())
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(refusal("CLEAR ALL").reason()).isEqualTo(Reason.FORBIDDEN);
    assertThat(refusal("INSERT DATA { GRAPH graph:inferred { study:a mg:x study:b } }").reason())
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(refusal("INSERT DATA { GRAPH graph:two { mg:x a owl:Class } }").reason())
        .isEqualTo(Reason.UNFIT);
  }

  @Test
  void nothing_is_fetched() {
    assertThat(refusal("LOAD <file:///etc/passwd>").reason()).isEqualTo(Reason.FORBIDDEN);
    assertThat(refusal("LOAD SILENT <http://127.0.0.1:9/> INTO GRAPH graph:two").reason())
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(
            refusal("INSERT { ?s mg:x ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
                .reason())
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(refusal("INSERT { ?s mg:x ?o } WHERE { ?s <java:java.io.File> ?o }").reason())
        .isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void a_pattern_that_takes_too_long_is_stopped() {
    String product =
        "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?t ?u ?v . ?w ?x ?y .";

    assertThat(
            refusal("INSERT { ?a mg:x 1 } WHERE { " + product + " FILTER(?a = ?y && ?a != ?y) }")
                .reason())
        .isEqualTo(Reason.TOO_SLOW);
    assertThat(refusal("INSERT { ?a mg:x 1 } WHERE { " + product + " }").reason())
        .isIn(Reason.TOO_LARGE, Reason.TOO_SLOW);
    SmallStore.update(live, LABELLED);
  }

  @Test
  void wrong_terms_are_told_with_their_place() {
    RefusedException refusal =
        refusal("INSERT DATA { GRAPH graph:two {\n study:a mg:x '1x'^^xsd:integer } }");

    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.defects())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.position().line()).isEqualTo(9);
              assertThat(defect.message()).contains("1x", "xsd:integer");
            });
    assertThat(refusal("INSERT DATA { GRAPH graph:two { study:a mg:x <x:b> } }").getMessage())
        .contains("line 8, column 46: IRI <x:b> has a scheme");
    assertThat(
            refusal(
                    "INSERT { GRAPH graph:two { ?s mg:x ?i } } WHERE { ?s a mg:Study"
                        + " BIND(IRI('javascript:alert(1)') AS ?i) }")
                .getMessage())
        .contains("a term is not in order");
  }

  @Test
  void a_number_that_a_store_would_write_otherwise_is_refused() {
    assertThat(refusal("INSERT DATA { GRAPH graph:two { study:a mg:x 01.50 } }").defects())
        .singleElement()
        .satisfies(defect -> assertThat(defect.cure()).isEqualTo("write 1.5"));
  }

  @Test
  void a_failure_after_the_record_stops_the_writer_and_the_next_start_completes_it() {
    live.desk()
        .publishTo(
            (commit, after, version) -> {
              throw new IllegalStateException("the disk is gone");
            });
    RefusedException refusal =
        catchThrowableOfType(RefusedException.class, () -> SmallStore.update(live, LABELLED));

    assertThat(refusal.reason()).isEqualTo(Reason.STOPPED);
    assertThat(refusal).hasMessageContaining("change 1 is recorded");
    assertThat(refusal("CLEAR DEFAULT").reason()).isEqualTo(Reason.STOPPED);
    assertThat(SmallStore.graph(live, "two")).isEmpty();

    live.close();
    live = store.open();

    assertThat(live.how()).contains("1 changes, dataset completed");
    assertThat(SmallStore.graph(live, "two")).hasSize(3);
    assertThat(SmallStore.graph(live, "inferred")).contains("b hasEvidenceFor c");
  }
}
