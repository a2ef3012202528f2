package org.mesagraph.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SuggestionTest {

  private static final List<String> KNOWN = List.of("concept", "crux", "e", "study", "study-of");

  @Test
  void the_nearest_name_is_suggested() {
    assertThat(Suggestion.nearest("stduy", KNOWN)).contains("study");
    assertThat(Suggestion.nearest("concepts", KNOWN)).contains("concept");
    assertThat(Suggestion.nearest("study-off", KNOWN)).contains("study-of");
    assertThat(Suggestion.nearest("c", List.of("mg", "cc"))).contains("cc");
  }

  @Test
  void a_part_of_a_name_finds_it_in_either_case() {
    assertThat(Suggestion.nearest("CEPT", KNOWN)).contains("concept");
    assertThat(Suggestion.nearest("con", KNOWN)).isEmpty();
  }

  @Test
  void of_two_equally_near_the_first_of_the_alphabet_is_suggested() {
    assertThat(Suggestion.nearest("nort", List.of("port", "fort"))).contains("fort");
  }

  @Test
  void nothing_is_suggested_for_what_is_far_away_or_too_short() {
    assertThat(Suggestion.nearest("verification", KNOWN)).isEmpty();
    assertThat(Suggestion.nearest("p", KNOWN)).isEmpty();
    assertThat(Suggestion.nearest("", KNOWN)).isEmpty();
    assertThat(Suggestion.nearest("study", List.of())).isEmpty();
  }

  @Test
  void the_phrase_ends_a_sentence_or_is_empty() {
    assertThat(Suggestion.phrase("stduy", KNOWN)).isEqualTo(" – did you mean study?");
    assertThat(Suggestion.phrase("verification", KNOWN)).isEmpty();
  }
}
