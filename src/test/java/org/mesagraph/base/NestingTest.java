package org.mesagraph.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NestingTest {

  private static final String PREFIX = "@prefix e: <https://example.org/> .\n";

  @TempDir private Path root;

  @Test
  void three_thousand_brackets_are_read_or_refused_but_never_overflow() {
    refusedOrRead(nested("[ e:p ", "e:b ", "]", 3000));
  }

  @Test
  void five_thousand_parentheses_are_read_or_refused_but_never_overflow() {
    refusedOrRead(nested("( ", "e:b ", ") ", 5000));
  }

  @Test
  void a_hundred_thousand_brackets_are_refused() {
    assertThat(complaint(nested("[ e:p ", "e:b ", "]", 100_000)))
        .containsExactly("ontology/a.ttl:2: nested too deeply: write it with fewer brackets");
  }

  @Test
  void a_hundred_thousand_parentheses_are_refused() {
    assertThat(complaint(nested("( ", "e:b ", ") ", 100_000)))
        .containsExactly("ontology/a.ttl:2: nested too deeply: write it with fewer brackets");
  }

  @Test
  void deep_brackets_that_are_never_closed_are_refused() {
    assertThat(complaint(PREFIX + "e:a e:p " + "[ e:p ".repeat(3000))).hasSize(1);
    assertThat(complaint(PREFIX + "e:a e:p " + "( ".repeat(5000))).hasSize(1);
  }

  @Test
  void a_list_of_many_members_is_read() {
    Checkout checkout =
        Checkout.in(root)
            .with("ontology/a.ttl", PREFIX + "e:a e:p ( " + "e:b\n".repeat(20_000) + ") .\n");

    assertThat(checkout.load().statements()).hasSizeGreaterThan(40_000);
  }

  private void refusedOrRead(String text) {
    assertThat(complaint(text))
        .allMatch(line -> line.matches("ontology/a.ttl(:2)?: nested too deeply: .*"));
  }

  private Iterable<String> complaint(String text) {
    return Checkout.in(root).with("ontology/a.ttl", text).complaints();
  }

  private static String nested(String open, String inner, String close, int depth) {
    return PREFIX + "e:a e:p " + open.repeat(depth) + inner + close.repeat(depth) + ".\n";
  }
}
