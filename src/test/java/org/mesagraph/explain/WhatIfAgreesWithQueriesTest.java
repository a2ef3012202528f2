package org.mesagraph.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.RealProject;
import org.mesagraph.explain.Consequence.Effect;
import org.mesagraph.query.Page;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Progress;
import org.mesagraph.store.Snapshot;

/**
 * Holds what-if to the saved queries that answer a part of its questions in SPARQL: {@code
 * lost-without} for studies, {@code lost-if-withdrawn} for everything. The one difference allowed
 * is what they call weakened by judgement and what no proof shows: a study behind the conclusion
 * rests on the systems of one that falls, or another work reports it.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhatIfAgreesWithQueriesTest {

  private static final Snapshot SNAPSHOT = RealProject.snapshot();
  private static final Closure CLOSURE = SNAPSHOT.closure();
  private static final WhatIf WHAT_IF = new WhatIf(SNAPSHOT.base(), SNAPSHOT.program(), CLOSURE);
  private static final QueryRunner RUNNER =
      new QueryRunner(SNAPSHOT.dataset(), SNAPSHOT.base().prefixes());
  private static final Node ANY = NodeFactory.createVariable("any");
  private static final Map<List<Triple>, Map<Triple, Effect>> KNOWN = new HashMap<>();

  @AfterAll
  static void forget() {
    KNOWN.clear();
  }

  @TestFactory
  Stream<DynamicTest> lost_without_a_study() {
    List<Node> studies = subjects("rdf:type", node("mg:Study"));
    assertThat(studies).hasSizeGreaterThan(10);
    return studies.stream()
        .map(
            study ->
                DynamicTest.dynamicTest(
                    show(study), () -> compare("lost-without", "study", study, true)));
  }

  @TestFactory
  Stream<DynamicTest> lost_if_a_study_work_source_or_organization_is_withdrawn() {
    List<Node> things = new ArrayList<>(subjects("rdf:type", node("mg:Study")));
    objects("mg:isReportedIn").forEach(things::add);
    objects("mg:isConductedBy").forEach(things::add);
    things.addAll(subjects("rdf:type", node("mg:SourceDocument")));
    assertThat(things).hasSizeGreaterThan(40);
    return things.stream()
        .map(
            thing ->
                DynamicTest.dynamicTest(
                    show(thing), () -> compare("lost-if-withdrawn", "what", thing, false)));
  }

  private static void compare(String query, String parameter, Node thing, boolean qualified) {
    Map<Triple, Effect> effects = effects(thing);
    Map<String, String> theirs = new TreeMap<>();
    Map<String, String> ours = new TreeMap<>();
    for (Map<String, Node> row : rows(query, parameter, thing)) {
      Node conclusion = row.get("conclusion");
      String level = row.get("level").getLiteralLexicalForm();
      String effect = row.get("effect").getLiteralLexicalForm();
      String own = effect(behind(conclusion, level, qualified), effects);
      boolean judged =
          effect.equals("weakened") && own.equals("unaffected") && isTouched(conclusion, thing);
      theirs.put(show(conclusion), effect);
      ours.put(show(conclusion), judged ? effect : own);
    }
    assertThat(theirs).isNotEmpty();
    assertThat(ours).isEqualTo(theirs);
  }

  private static List<Map<String, Node>> rows(String query, String parameter, Node thing) {
    return RUNNER
        .run(
            RealProject.queries().named(query),
            Map.of(parameter, List.of(thing.getURI())),
            Optional.of(new Page(500, 0)))
        .rows();
  }

  /** What the queries count: the triples by which studies stand behind a conclusion. */
  private static List<Triple> behind(Node conclusion, String level, boolean qualified) {
    Stream<Triple> patterns =
        switch (level) {
          case "proposition" ->
              Stream.of("mg:supports", "mg:disputes", "mg:qualifies")
                  .filter(name -> qualified || !name.equals("mg:qualifies"))
                  .map(name -> Triple.create(ANY, node(name), conclusion));
          case "technique" -> Stream.of(Triple.create(conclusion, node("mg:isTestedIn"), ANY));
          default -> Stream.of(Triple.create(conclusion, node("mg:drawsOn"), ANY));
        };
    return patterns.flatMap(CLOSURE::matching).toList();
  }

  private static String effect(List<Triple> behind, Map<Triple, Effect> effects) {
    assertThat(behind).isNotEmpty();
    Set<Effect> all =
        behind.stream()
            .map(triple -> effects.getOrDefault(triple, Effect.UNAFFECTED))
            .collect(Collectors.toSet());
    if (all.equals(Set.of(Effect.LOST))) {
      return "lost";
    }
    return all.equals(Set.of(Effect.UNAFFECTED)) ? "unaffected" : "weakened";
  }

  /** Whether a study behind a conclusion is reported in a thing, or rests on one that is its. */
  private static boolean isTouched(Node conclusion, Node thing) {
    return Stream.of("proposition", "technique", "other")
        .flatMap(level -> behind(conclusion, level, true).stream())
        .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
        .anyMatch(
            study ->
                holds(study, "mg:isReportedIn", thing)
                    || values(study, "mg:restsOn").stream()
                        .anyMatch(
                            earlier ->
                                earlier.equals(thing)
                                    || holds(earlier, "mg:isReportedIn", thing)
                                    || holds(earlier, "mg:isConductedBy", thing)));
  }

  /** What becomes of each triple, stated ones that go among them. */
  private static Map<Triple, Effect> effects(Node thing) {
    Withdrawal withdrawal = new Withdrawing(SNAPSHOT.base(), CLOSURE).of(List.of(thing));
    return KNOWN.computeIfAbsent(
        withdrawal.removed(),
        removed -> {
          Aftermath aftermath = WHAT_IF.of(withdrawal, Progress.UNWATCHED);
          Map<Triple, Effect> effects = new HashMap<>();
          aftermath.consequences().forEach(c -> effects.put(c.triple(), c.effect()));
          removed.stream()
              .filter(triple -> !aftermath.after().contains(triple))
              .forEach(triple -> effects.put(triple, Effect.LOST));
          assertThat(effects).doesNotContainValue(Effect.NOT_COMPARED);
          return effects;
        });
  }

  private static List<Node> subjects(String predicate, Node object) {
    return CLOSURE
        .matching(Triple.create(ANY, node(predicate), object))
        .map(Triple::getSubject)
        .distinct()
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  private static List<Node> objects(String predicate) {
    return CLOSURE
        .matching(Triple.create(ANY, node(predicate), NodeFactory.createVariable("other")))
        .map(Triple::getObject)
        .distinct()
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  private static List<Node> values(Node subject, String predicate) {
    return subject.isLiteral()
        ? List.of()
        : CLOSURE
            .matching(Triple.create(subject, node(predicate), ANY))
            .map(Triple::getObject)
            .toList();
  }

  private static boolean holds(Node subject, String predicate, Node object) {
    return !subject.isLiteral()
        && CLOSURE.contains(Triple.create(subject, node(predicate), object));
  }

  private static Node node(String name) {
    return SNAPSHOT.base().prefixes().expand(name);
  }

  private static String show(Node node) {
    return SNAPSHOT.base().prefixes().show(node);
  }
}
