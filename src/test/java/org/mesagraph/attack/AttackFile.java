package org.mesagraph.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Attacks of one request each, read from a list in YAML. Each has {@code id}, {@code title}, {@code
 * sign}, and either {@code query} or {@code update}, or {@code method}, {@code path}, {@code
 * headers} and {@code body}, or {@code raw}: lines sent as they are, ended with CR LF, or with LF
 * where there is {@code \v}; where the stock server is safe, {@code unproved} says why, and {@code
 * seconds} is how long it may last if that is not the usual time.
 */
final class AttackFile {

  private AttackFile() {}

  static List<Attack> read(String name) {
    try (InputStream in = AttackFile.class.getResourceAsStream("/attack/" + name)) {
      Object list = new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
      List<Attack> attacks = new ArrayList<>();
      for (Object each : (List<?>) list) {
        attacks.add(attack((Map<?, ?>) each));
      }
      return attacks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Attack attack(Map<?, ?> fields) {
    Attack attack =
        Attack.of(
            text(fields, "id"),
            text(fields, "title"),
            deed(fields, Sign.parse(text(fields, "sign"))));
    Optional<String> seconds = optional(fields, "seconds");
    Attack timed =
        seconds.map(Long::parseLong).map(Duration::ofSeconds).map(attack::within).orElse(attack);
    return optional(fields, "unproved").map(timed::unproved).orElse(timed);
  }

  private static Deed deed(Map<?, ?> fields, Sign sign) {
    Optional<String> raw = optional(fields, "raw");
    return raw.map(text -> Deed.raw(text.replace("\n", "\r\n").replace('\u000b', '\n'), sign))
        .orElseGet(() -> Deed.of(sent(fields), sign));
  }

  private static Sent sent(Map<?, ?> fields) {
    if (fields.containsKey("query")) {
      return Sent.query(text(fields, "query"));
    }
    if (fields.containsKey("update")) {
      return Sent.update(text(fields, "update"));
    }
    List<String> headers = new ArrayList<>();
    if (fields.get("headers") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> headers.addAll(List.of(name.toString(), value.toString())));
    }
    return new Sent(
        optional(fields, "method").orElse("GET"),
        text(fields, "path"),
        headers,
        optional(fields, "body").orElse(""));
  }

  private static String text(Map<?, ?> fields, String name) {
    return optional(fields, name)
        .orElseThrow(() -> new IllegalArgumentException("no " + name + " in " + fields));
  }

  private static Optional<String> optional(Map<?, ?> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(Object::toString);
  }
}
