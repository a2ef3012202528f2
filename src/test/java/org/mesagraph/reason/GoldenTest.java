package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Prefixes;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;
import org.mesagraph.rule.RuleFile;
import org.mesagraph.rule.Sample;

/**
 * Every folder of cases holds data and axioms, perhaps rules in place of the project's own, the
 * triples that follow, and how each follows in one step.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoldenTest {

  private static final Pattern BLANK = Pattern.compile("_:\\S+");
  private static final Path RULES = Sample.HOME.resolve("ontology/rules");

  @TestFactory
  Stream<DynamicTest> exactly_this_follows_and_in_these_ways(@TempDir Path temporary) {
    return Sample.cases(Sample.CASES, "in.ttl").stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    folder.toUri(),
                    () -> check(folder, temporary.resolve(folder.getFileName()))));
  }

  @Test
  void every_rule_of_the_project_fires_in_some_folder(@TempDir Path temporary) throws IOException {
    Set<String> fired = new HashSet<>();
    for (Path folder : Sample.cases(Sample.CASES, "in.ttl")) {
      Closure closure = close(load(folder, temporary.resolve(folder.getFileName())));
      for (Triple triple : closure.inferred()) {
        for (Step step : closure.steps(triple)) {
          fired.add(((Step.Inferred) step).rule().name());
        }
      }
    }
    List<String> rules =
        RuleFile.parse(KnowledgeBase.load(Sample.HOME).rules(), List.of()).stream()
            .map(Rule::name)
            .toList();

    assertThat(rules).hasSizeGreaterThan(10);
    assertThat(fired).containsAll(rules);
  }

  private static void check(Path folder, Path root) throws IOException {
    KnowledgeBase base = load(folder, root);
    Closure closure = close(base);
    Graph expected = RDFDataMgr.loadGraph(folder.resolve("out.ttl").toString());

    assertThat(expected.size()).isPositive();
    assertThat(closure.inferred()).containsExactlyInAnyOrderElementsOf(expected.find().toSet());
    assertThat(why(closure, base.prefixes()))
        .isEqualTo(Files.readString(folder.resolve("why.txt")));
  }

  private static KnowledgeBase load(Path folder, Path root) throws IOException {
    boolean own = Files.exists(folder.resolve("rules.rules"));
    return Sample.load(root, folder.resolve("in.ttl"), own ? folder : RULES);
  }

  private static Closure close(KnowledgeBase base) {
    return new MaterializingReasoner().close(Program.of(base), base.triples());
  }

  /** Nodes without names get names in the order in which they come. */
  private static String why(Closure closure, Prefixes prefixes) {
    Map<String, String> names = new HashMap<>();
    return BLANK
        .matcher(steps(closure, prefixes))
        .replaceAll(blank -> names.computeIfAbsent(blank.group(), label -> "_:c" + names.size()));
  }

  private static String steps(Closure closure, Prefixes prefixes) {
    return closure.inferred().stream()
        .map(
            triple ->
                prefixes.show(triple)
                    + "\n"
                    + closure.steps(triple).stream()
                        .map(step -> why((Step.Inferred) step, prefixes))
                        .sorted()
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  private static String why(Step.Inferred step, Prefixes prefixes) {
    StringBuilder text = new StringBuilder("  by " + step.rule().name() + "\n");
    step.premises().forEach(t -> text.append("    ").append(prefixes.show(t)).append('\n'));
    step.absences().forEach(t -> text.append("    no ").append(prefixes.show(t)).append('\n'));
    return text.toString();
  }
}
