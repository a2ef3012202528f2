package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Sample;

/** How contradictions of every sort are told, on the worked examples of their axioms. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContradictionTest {

  private static final String EXAMPLE = "https://example.org/";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "reason/axiom-cax-dw|0|a contradicts itself by cax-dw (in:4) – nothing is both a A and a B:"
            + " a rdf:type A (in:5); a rdf:type B (in:5)",
        "reason/axiom-prp-pdw|0|a contradicts itself by prp-pdw (in:4) – nothing p what it q:"
            + " a p b (in:5); a q b (in:5)",
        "reason/axiom-prp-asyp|1|b contradicts itself by prp-asyp (in:4) – p is asymmetric:"
            + " b p a (in:6); a p b (in:5)",
        "reason/axiom-prp-npa1|0|a contradicts itself by prp-npa1 (in:7) – not: a p b: a q b (in:11)",
        "reason/axiom-prp-fp-of-literals|0|a contradicts itself by prp-fp (in:4) – p is functional:"
            + " a p \"2\"^^xsd:integer (in:5); a p \"1\"^^xsd:integer (in:5)",
        "reason/axiom-cls-maxc1|0|a contradicts itself by cls-maxc1 (in:5) – every A is a p max 0:"
            + " a rdf:type A (in:6); a p b (in:6)",
        "equality/equality-eq-diff2|1|c contradicts itself by eq-diff2 (in:4) – a is not c:"
            + " a owl:sameAs c (in:5)",
        "reason/axiom-cls-nothing2|2|c contradicts itself: c rdf:type owl:Nothing (in:9)"
      })
  void it_is_told_by_the_axiom_and_the_statements_that_clash(String name, int number, String told)
      throws IOException {
    Path example = Sample.HOME.resolve("src/test/resources").resolve(name);
    KnowledgeBase base = Sample.load(folder, example.resolve("in.ttl"), example);
    Closure closure = new MaterializingReasoner().close(Program.of(base), base.triples());
    List<Contradiction> contradictions = Contradiction.in(closure);

    assertThat(
            contradictions
                .get(number)
                .describe(base)
                .replaceAll("<" + EXAMPLE + "([^>]+)>", "$1")
                .replace("ontology/in.ttl", "in"))
        .isEqualTo(told);
  }
}
