package org.mesagraph.shape;

import static org.mesagraph.shape.Mutation.with;
import static org.mesagraph.shape.Mutation.without;

import java.util.List;

/**
 * One break for each shape, in its order. They do not touch each other, so that one reading of the
 * files shows them all.
 */
final class Mutations {

  private static final String AGENTS = "agents.trig";
  private static final String CONCEPTS = "concepts.trig";
  private static final String DEBATE = "debate.trig";
  private static final String EVENTS = "events.trig";
  private static final String S2 = "s2-inner-alignment.trig";
  private static final String S3 = "s3-mesa-optimization.trig";
  private static final String S4 = "s4-mesa-optimization.trig";
  private static final String STUDIES = "studies.trig";
  private static final String VERIFICATIONS = "verifications.trig";

  static final List<Mutation> ALL =
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
          with("claim-hasStrength", S4, "claim:s4-l101-key-finding", "\"can\"@en", "\"can\""),
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
          without("crux-hasCurrentEvidence", DEBATE, "crux:convergence", "mg:hasCurrentEvidence"),
          with(
              "crux-hasOptimisticView",
              DEBATE,
              "crux:interpretability",
              "claim:s4-l170-optimistic-view",
              "concept:scheming"),
          without("crux-hasPessimisticView", DEBATE, "crux:architecture", "mg:hasPessimisticView"),
          with(
              "crux-hasResolutionTime",
              DEBATE,
              "crux:current-architectures",
              "\"2-5 years\"@en",
              "\"2-5 years\""),
          without("crux-hasStatement", DEBATE, "crux:proxy-or-true", "mg:hasStatement"),
          with(
              "crux-isAssertedBy",
              S4,
              "crux:evaluation-awareness",
              "claim:s4-l173-question",
              "passage:s4-l173"),
          with(
              "estimate-estimates",
              DEBATE,
              "estimate:mesa-optimization-headline",
              "proposition:mesa-optimization-in-advanced-ai",
              "concept:mesa-optimization"),
          without(
              "estimate-hasHolder",
              DEBATE,
              "estimate:mesa-optimization-high-concern",
              "mg:hasHolder"),
          with(
              "estimate-hasLowerBound",
              DEBATE,
              "estimate:mesa-optimization-moderate-concern",
              "20.0",
              "50.0"),
          without(
              "estimate-hasReason",
              DEBATE,
              "estimate:mesa-optimization-hubinger-2019",
              "mg:hasReason"),
          with(
              "estimate-isAssertedBy",
              S4,
              "estimate:mesa-optimization-low-concern",
              "claim:s4-l115-low-concern",
              "passage:s4-l115"),
          without("event-hasDate", EVENTS, "event:palisade-chess-published", "mg:hasDate"),
          with(
              "event-isAssertedBy",
              S4,
              "event:sleeper-agents-published",
              "claim:s4-l182-event",
              "passage:s4-l182"),
          without("event-prefLabel", EVENTS, "event:induction-heads-identified", "skos:prefLabel"),
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
          without("gap-hasStatement", DEBATE, "gap:s2-proposals", "mg:hasStatement"),
          with(
              "gap-isAssertedBy",
              S2,
              "gap:s2-reference-list",
              "claim:s2-l4-no-citations",
              "passage:s2-l4"),
          without("gap-isGapIn", DEBATE, "gap:s2-complementary-failure-modes", "mg:isGapIn"),
          with(
              "gap-isRecoveredFrom",
              DEBATE,
              "gap:s2-kinds-of-pseudo-alignment",
              "passage:s2-l27",
              "source:s2"),
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

  private Mutations() {}
}
