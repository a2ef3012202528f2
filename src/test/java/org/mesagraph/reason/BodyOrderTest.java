package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.bench.Studies;
import org.mesagraph.bench.Workload;
import org.mesagraph.rule.Program;

/** Whoever writes a rule need not think of the order of its conditions. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BodyOrderTest {

  private static final List<Triple> STUDIES = Studies.triples(300, 40);

  @Test
  void naive_and_tuned_order_of_conditions_are_the_same_work_within_a_factor_of_two()
      throws IOException {
    MaterializedClosure naive = close("naive.rules");
    MaterializedClosure tuned = close("tuned.rules");

    assertThat(tuned.inferred()).hasSizeGreaterThan(1000).isEqualTo(naive.inferred());
    assertThat(tuned.work()).isGreaterThan(STUDIES.size());
    assertThat(naive.work()).isBetween(tuned.work() / 2, 2 * tuned.work());
  }

  @Test
  void the_rules_tell_the_orders_apart() throws IOException {
    assertThat(firstPatterns("naive.rules"))
        .doesNotContainAnyElementsOf(firstPatterns("tuned.rules"));
  }

  private static Set<Triple> firstPatterns(String rules) throws IOException {
    return Set.copyOf(
        program(rules).rules().stream()
            .filter(rule -> rule.patterns().size() > 2)
            .map(rule -> rule.patterns().get(0))
            .toList());
  }

  private static MaterializedClosure close(String rules) throws IOException {
    return (MaterializedClosure) new MaterializingReasoner().close(program(rules), STUDIES);
  }

  private static Program program(String rules) throws IOException {
    return Workload.rules(Workload.FOLDER.resolve(rules));
  }
}
