package org.mesagraph.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnreadTest {

  private final Unread unread = Unread.of(100);

  @Test
  void a_client_who_reads_nothing_gets_no_more() {
    unread.add("slow", 30);
    unread.add("slow", 20);

    assertThatThrownBy(() -> unread.add("slow", 1)).hasMessageContaining("earlier answers");
    assertThatCode(() -> unread.add("quick", 50)).doesNotThrowAnyException();
    unread.remove("slow", 30);
    assertThatCode(() -> unread.add("slow", 30)).doesNotThrowAnyException();
  }

  @Test
  void many_clients_who_read_nothing_leave_memory_for_work() {
    unread.add("a", 50);
    unread.add("b", 50);

    assertThatThrownBy(() -> unread.add("c", 1)).hasMessageContaining("answers to others");
  }

  @Test
  void one_long_answer_is_let_through() {
    assertThatCode(() -> unread.add("a", 1_000)).doesNotThrowAnyException();
  }
}
