package org.mesagraph.shape;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mesagraph.shape.Mutation.with;
import static org.mesagraph.shape.Mutation.without;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.shape.Finding.Severity;

/** Each shape sees what it is there for: every one is shown a break in a copy of the data. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShapesTest {

  private static final Path HOME = Path.of(System.getProperty("mesagraph.home", "."));
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final String AGENTS = "agents.trig";
  private static final String CONCEPTS = "concepts.trig";
  private static final String S2 = "s2-inner-alignment.trig";
  private static final String S3 = "s3-mesa-optimization.trig";
  private static final String S4 = "s4-mesa-optimization.trig";
  private static final String STUDIES = "studies.trig";
  private static final String VERIFICATIONS = "verifications.trig";

  /** Breaks that do not touch each other, so that one reading of the files shows them all. */
  private static final List<Mutation> MUTATIONS =
      List.of(
          with(
              "caveat-excludesFacet",
              STUDIES,
              "caveat:sleeper-agents-induced",
              "concept:arises-untrained",
              "concept:scheming"),
          without(
              "caveat-hasStatement",
              STUDIES,
              "caveat:deliberative-alignment-not-eliminated",
              "mg:hasStatement"),
          with(
              "caveat-isAssertedBy",
              S4,
              "caveat:simple-probes-robustness-untested",
              "claim:s4-l96-robustness",
              "passage:s4-l96"),
          without("claim-hasStatement", S3, "claim:s3-l27-open-problem", "mg:hasStatement"),
          with(
              "claim-isAbout",
              S3,
              "claim:s3-l19-inner-alignment",
              "concept:inner-alignment",
              "passage:s3-l19"),
          without("claim-isStatedIn", S3, "claim:s3-l23-deceptive-alignment", "mg:isStatedIn"),
          with(
              "claim-proposes",
              S4,
              "claim:s4-l128-mitigations",
              "technique:capability-evaluations",
              "concept:scheming"),
          without("concept-definition", CONCEPTS, "concept:auroc", "skos:definition"),
          with(
              "concept-prefLabel",
              CONCEPTS,
              "concept:harmful",
              "\"is harmful\"@en",
              "\"is harmful\""),
          with(
              "evidence-line-hasDirection",
              STUDIES,
              "line:simple-probes-detectable",
              "concept:supports",
              "concept:supported"),
          without(
              "evidence-line-hasDirectness",
              STUDIES,
              "line:sleeper-agents-occurs",
              "mg:hasDirectness"),
          with(
              "evidence-line-hasEvidenceItem",
              STUDIES,
              "line:in-context-scheming-occurs",
              "finding:in-context-scheming-observed",
              "study:in-context-scheming"),
          with(
              "evidence-line-hasStrength",
              STUDIES,
              "line:deliberative-alignment-reduces",
              "\"can reduce\"@en",
              "\"can reduce\""),
          without(
              "evidence-line-hasTarget",
              STUDIES,
              "line:evaluation-awareness-occurs",
              "mg:hasTarget"),
          with(
              "evidence-line-isAssertedBy",
              S4,
              "line:palisade-chess-specification-gaming",
              "claim:s4-l103-key-finding",
              "passage:s4-l103"),
          with(
              "evidence-line-isLimitedBy",
              STUDIES,
              "line:sleeper-agents-persists",
              "caveat:sleeper-agents-induced",
              "finding:sleeper-agents-backdoor-persists"),
          with(
              "finding-appliesTechnique",
              STUDIES,
              "finding:emergent-misalignment-realigned",
              "technique:supervised-realignment",
              "concept:scheming"),
          with(
              "finding-hasOrigin",
              STUDIES,
              "finding:in-context-scheming-observed",
              "concept:elicited",
              "concept:stated"),
          without(
              "finding-hasStatement", STUDIES, "finding:palisade-chess-hacks", "mg:hasStatement"),
          with(
              "finding-isAssertedBy",
              S4,
              "finding:evaluation-awareness-rises",
              "claim:s4-l104-key-finding",
              "passage:s4-l104"),
          with(
              "finding-isFromStudy",
              STUDIES,
              "finding:simple-probes-detect-defection",
              "study:simple-probes",
              "work:simple-probes"),
          without("labelled-prefLabel", AGENTS, "organization:openai", "skos:prefLabel"),
          with(
              "measurement-hasBaseline",
              STUDIES,
              "result:evaluation-awareness-after",
              "result:evaluation-awareness-before",
              "study:evaluation-awareness"),
          with(
              "measurement-hasComparator",
              STUDIES,
              "result:simple-probes-auroc",
              "\">\"",
              "\"more than\""),
          without(
              "measurement-hasCondition",
              STUDIES,
              "result:alignment-faking-refusals-paid",
              "mg:hasCondition"),
          with(
              "measurement-hasLowerBound",
              STUDIES,
              "result:in-context-scheming-self-copying",
              "mg:hasLowerBound 0.3",
              "mg:hasLowerBound 30.3"),
          with(
              "measurement-hasMetric",
              STUDIES,
              "result:deliberative-alignment-reduction",
              "concept:reduction-factor",
              "concept:scheming"),
          without(
              "measurement-hasUnit",
              STUDIES,
              "result:deliberative-alignment-o3-before",
              "mg:hasUnit"),
          with(
              "measurement-hasUpperBound",
              STUDIES,
              "result:evaluation-awareness-before",
              "2.0 ;",
              "2.0 ; mg:hasUpperBound \"ten\" ;"),
          with(
              "measurement-hasValue",
              STUDIES,
              "result:emergent-misalignment-examples",
              "6000.0",
              "6000"),
          with(
              "measurement-isAssertedBy",
              S4,
              "result:alignment-faking-compliance-free",
              "claim:s4-l92-compliance",
              "passage:s4-l92"),
          without(
              "measurement-isFromStudy",
              STUDIES,
              "result:alignment-faking-reasoning-after-training",
              "mg:isFromStudy"),
          with(
              "measurement-isMeasuredOn",
              STUDIES,
              "result:deliberative-alignment-o3-after",
              "system:o3",
              "technique:deliberative-alignment"),
          without(
              "measurement-number",
              STUDIES,
              "result:deliberative-alignment-o4-mini-before",
              "mg:hasValue"),
          with(
              "passage-hasFirstLine",
              S2,
              "passage:s2-l21",
              "mg:hasFirstLine 21",
              "mg:hasFirstLine 22"),
          without("passage-hasLastLine", S2, "passage:s2-l27", "mg:hasLastLine"),
          without("passage-hasSection", S2, "passage:s2-l30", "mg:hasSection"),
          with("passage-isFromSource", S2, "passage:s2-l32", "source:s2", "graph:s2"),
          with(
              "proposition-hasFacet",
              STUDIES,
              "proposition:scheming-occurs",
              "concept:occurs",
              "concept:stated"),
          without(
              "proposition-hasStatement",
              STUDIES,
              "proposition:scheming-reducible",
              "mg:hasStatement"),
          without(
              "proposition-isAbout",
              STUDIES,
              "proposition:specification-gaming-occurs",
              "mg:isAbout"),
          without("source-document-notation", S3, "source:s3", "skos:notation"),
          without("source-document-title", S4, "source:s4", "dcterms:title"),
          with(
              "study-isConductedBy",
              S4,
              "study:palisade-chess",
              "organization:palisade-research",
              "claim:s4-l103-organization"),
          without("study-isReportedIn", STUDIES, "study:simple-probes", "mg:isReportedIn"),
          with(
              "study-restsOn",
              S4,
              "study:simple-probes",
              "study:sleeper-agents",
              "finding:sleeper-agents-backdoor-persists"),
          without(
              "verification-consulted", VERIFICATIONS, "verification:s2-l50-venue", "mg:consulted"),
          without(
              "verification-hasOutcome",
              VERIFICATIONS,
              "verification:s4-l80-key-finding",
              "mg:hasOutcome"),
          without(
              "verification-hasStatement",
              VERIFICATIONS,
              "verification:s4-l91-refusals",
              "mg:hasStatement"),
          with(
              "verification-verifies",
              VERIFICATIONS,
              "verification:s4-l93-after-training",
              "claim:s4-l93-after-training",
              "concept:scheming"));

  @TempDir private static Path copy;

  private static List<Finding> found;
  private static Map<Mutation, Place> expected;

  @BeforeAll
  static void break_a_copy() throws IOException {
    for (String folder : List.of("ontology", "data")) {
      try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
        for (Path file : files.toList()) {
          Path target = copy.resolve(HOME.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      }
    }
    expected = new TreeMap<>((one, other) -> one.shape().compareTo(other.shape()));
    for (Mutation mutation : MUTATIONS) {
      expected.put(mutation, mutation.place(copy));
    }
    for (Mutation mutation : MUTATIONS) {
      mutation.apply(copy);
    }
    found = new Shapes(KnowledgeBase.load(copy)).findings();
  }

  @TestFactory
  Stream<DynamicTest> a_break_is_reported_at_its_line_with_a_cure() {
    return expected.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey().shape(), () -> isReported(entry.getKey(), entry.getValue())));
  }

  @Test
  void nothing_else_is_reported() {
    assertThat(found.stream().map(Finding::code))
        .containsExactlyInAnyOrderElementsOf(
            MUTATIONS.stream().map(mutation -> "shape/" + mutation.shape()).toList());
  }

  @Test
  void findings_come_in_the_order_of_files_and_lines() {
    assertThat(found).extracting(Finding::place).isSorted();
  }

  @Test
  void the_project_itself_has_no_findings() {
    assertThat(new Shapes(KnowledgeBase.load(HOME)).findings()).isEmpty();
  }

  @Test
  void each_shape_is_shown_a_break() {
    Map<String, String> messages = objects("message");

    assertThat(messages).hasSizeGreaterThan(40);
    assertThat(MUTATIONS.stream().map(Mutation::shape).collect(toSet()))
        .isEqualTo(messages.keySet());
  }

  @Test
  void each_message_says_what_is_wrong_and_how_to_mend_it() {
    assertThat(objects("message"))
        .allSatisfy(
            (shape, message) -> assertThat(message).as(shape).matches("[a-z][^:]*: .+[^.]"));
  }

  @Test
  void each_property_shape_serves_a_node_shape_and_is_named_after_its_path() {
    Set<String> used =
        triples("property").map(triple -> local(triple.getObject())).collect(toSet());

    assertThat(objects("path"))
        .allSatisfy(
            (shape, property) ->
                assertThat(
                        used.contains(shape) ? shape.endsWith("-" + property) : alternative(shape))
                    .as(shape)
                    .isTrue());
  }

  /** Whether a shape is one of the numbers of which a measurement needs one. */
  private static boolean alternative(String shape) {
    return shape.startsWith("measurement-with-");
  }

  private static void isReported(Mutation mutation, Place place) {
    String code = "shape/" + mutation.shape();
    assertThat(found)
        .filteredOn(finding -> finding.code().equals(code))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place()).isEqualTo(place);
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.what()).startsWith(mutation.subject() + " ");
              assertThat(finding.cure()).isNotBlank().isNotEqualTo("mend it");
            });
  }

  /** Shapes with the object of a predicate of SHACL that they have. */
  private static Map<String, String> objects(String predicate) {
    return triples(predicate)
        .collect(toMap(triple -> local(triple.getSubject()), triple -> local(triple.getObject())));
  }

  private static Stream<Triple> triples(String predicate) {
    return KnowledgeBase.load(HOME).shapes().stream()
        .filter(triple -> triple.getPredicate().hasURI(SH + predicate));
  }

  private static String local(Node node) {
    return node.isURI() ? node.getURI().replaceFirst(".*[/#]", "") : node.getLiteralLexicalForm();
  }
}
