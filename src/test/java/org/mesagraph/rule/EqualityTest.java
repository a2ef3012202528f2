package org.mesagraph.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EqualityTest {

  @Test
  void its_axioms_are_those_of_the_specification_without_reflexivity() {
    assertThat(Equality.axioms())
        .extracting(Rule::name)
        .containsExactly("eq-sym", "eq-trans", "eq-rep-s", "eq-rep-p", "eq-rep-o");
    assertThat(Equality.axioms())
        .allMatch(rule -> rule.place().equals(Equality.PLACE))
        .allMatch(rule -> !rule.description().isBlank());
  }

  @Test
  void the_names_of_its_rules_are_told_apart() {
    Set<String> names =
        List.of(Equality.axioms(), Equality.differences()).stream()
            .flatMap(List::stream)
            .map(Rule::name)
            .collect(Collectors.toSet());

    assertThat(names).hasSize(6).contains("eq-diff1");
  }
}
