package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Sample;

/**
 * Every folder of cases holds names of the same thing, and all that follows, name by name; what is
 * said of nodes without names, such as the cells of lists, is left out.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EqualityCasesTest {

  static final Path CASES = Sample.HOME.resolve("src/test/resources/equality");

  @TestFactory
  Stream<DynamicTest> exactly_this_follows(@TempDir Path temporary) {
    return Sample.cases(CASES, "in.ttl").stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    folder.toUri(),
                    () -> check(folder, temporary.resolve(folder.getFileName()))));
  }

  private static void check(Path folder, Path root) throws IOException {
    KnowledgeBase base = Sample.load(root, folder.resolve("in.ttl"), folder);
    Program program = Program.of(base);
    Graph expected = RDFDataMgr.loadGraph(folder.resolve("out.ttl").toString());

    assertThat(program.equality()).isTrue();
    assertThat(expected.size()).isPositive();
    Closure closure = new MaterializingReasoner().close(program, base.triples());
    List<Triple> spelled =
        EqualityReference.inferred(EqualityReference.close(program, base.triples()));
    assertThat(named(closure.inferred()))
        .containsExactlyInAnyOrderElementsOf(expected.find().toSet());
    assertThat(named(spelled)).containsExactlyInAnyOrderElementsOf(expected.find().toSet());
    for (Triple triple : named(closure.inferred())) {
      assertThat(closure.steps(triple)).as("%s", triple).isNotEmpty();
      assertThat(closure.justification(triple)).as("%s", triple).isPresent();
    }
  }

  private static List<Triple> named(List<Triple> triples) {
    return triples.stream().filter(triple -> !triple.getSubject().isBlank()).toList();
  }
}
