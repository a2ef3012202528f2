package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Sample;

/** The page on the language names just the rules that are seen to fire. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReasoningPageTest {

  private static final Pattern RULE = Pattern.compile("\\b(?:cax|cls|prp|eq)-[a-z0-9-]+");

  @Test
  void every_rule_of_the_page_fires_in_some_folder_and_the_reverse(@TempDir Path temporary)
      throws IOException {
    String page = Files.readString(Sample.HOME.resolve("docs/reasoning.md"));
    Set<String> told =
        RULE.matcher(page)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> fired = new TreeSet<>();
    for (Path folder : Sample.cases(Sample.CASES, "in.ttl")) {
      if (folder.getFileName().toString().startsWith("axiom-")) {
        KnowledgeBase base = load(folder, temporary);
        addFired(new MaterializingReasoner().close(Program.of(base), base.triples()), fired);
      }
    }
    for (Path folder : Sample.cases(EqualityCasesTest.CASES, "in.ttl")) {
      KnowledgeBase base = load(folder, temporary);
      addFired(EqualityReference.close(Program.of(base), base.triples()), fired);
    }
    fired.removeIf(name -> !RULE.matcher(name).matches());

    assertThat(told).hasSizeGreaterThan(40).containsExactlyElementsOf(fired);
  }

  private static KnowledgeBase load(Path folder, Path temporary) throws IOException {
    Path root = temporary.resolve(folder.getFileName());
    return Sample.load(root, folder.resolve("in.ttl"), folder);
  }

  private static void addFired(Closure closure, Set<String> fired) {
    EqualityReference.inferred(closure).stream()
        .flatMap(triple -> closure.steps(triple).stream())
        .filter(Step.Inferred.class::isInstance)
        .forEach(step -> fired.add(((Step.Inferred) step).rule().name()));
  }
}
