package org.mesagraph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mesagraph.base.MesagraphException;

/** Who asks, by what proxies say that may say it, over real connections. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProxiesTest {

  private static final Route<String> WHO =
      Route.of("who", "/who", (state, inquiry) -> Reply.text(inquiry.client()));
  private static final Route<String> WHERE =
      Route.of("where", "/where", (state, inquiry) -> Reply.text(inquiry.absolute("/q/")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1    | 203.0.113.7                     | 203.0.113.7",
        "127.0.0.1    | 198.51.100.1, 203.0.113.7       | 203.0.113.7",
        "127.0.0.0/8  | 203.0.113.7, 127.0.0.9          | 203.0.113.7",
        "127.0.0.1    | 2001:db8::7                     | 2001:db8::7",
        "127.0.0.1    | [2001:db8::7]                   | 2001:db8::7",
        "127.0.0.1    | 203.0.113.7, evil.example       | 127.0.0.1",
        "127.0.0.1    | unknown                         | 127.0.0.1",
        "10.0.0.0/8   | 203.0.113.7                     | 127.0.0.1",
      })
  void a_proxy_is_believed_if_it_is_trusted(String trusted, String forwarded, String client)
      throws Exception {
    assertThat(asked(Proxies.of(List.of(trusted)), forwarded)).isEqualTo(client);
  }

  @Test
  void nobody_is_believed_if_nobody_is_trusted() throws Exception {
    assertThat(asked(Proxies.none(), "203.0.113.7")).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.0.0.0/99", "proxy.example", "", "1.2.3.4/x"})
  void what_is_no_address_is_refused(String proxy) {
    assertThatThrownBy(() -> Proxies.of(List.of(proxy)))
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining("“" + proxy + "” is no address of a proxy – write 127.0.0.1");
  }

  @Test
  void links_are_made_of_what_the_server_was_told() throws Exception {
    Front front = new Front("/kg", Optional.of("https://kg.example.org"), Proxies.none());

    assertThat(answer(front, WHERE, "X-Forwarded-Host", "evil.example"))
        .isEqualTo("https://kg.example.org/kg/q/");
    assertThat(answer(Front.plain(), WHERE, "X-Forwarded-Host", "evil.example"))
        .matches("http://127\\.0\\.0\\.1:[0-9]+/q/");
  }

  private static String asked(Proxies proxies, String forwarded) throws Exception {
    return answer(new Front("", Optional.empty(), proxies), WHO, "X-Forwarded-For", forwarded);
  }

  private static String answer(Front front, Route<String> route, String header, String value)
      throws Exception {
    Doors doors = Doors.open(front, List.of(route));
    try {
      return new String(doors.get(route.path(), header, value).body(), StandardCharsets.UTF_8);
    } finally {
      doors.close();
    }
  }
}
