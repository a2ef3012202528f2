package org.mesagraph.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mesagraph.conformance.Conversation.Step;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The tests of protocols that are written as YAML in {@code src/test/resources/conformance}. */
final class ConversationFile {

  private ConversationFile() {}

  /**
   * The tests of a file, in its order.
   *
   * @param namespace of their IRIs
   */
  static List<Conversation> read(String file, String namespace) {
    try (InputStream in = ConversationFile.class.getResourceAsStream("/conformance/" + file)) {
      Map<?, ?> tests =
          (Map<?, ?>)
              new Load(LoadSettings.builder().setMaxAliasesForCollections(100).build())
                  .loadFromInputStream(in);
      List<Conversation> conversations = new ArrayList<>();
      tests.forEach(
          (name, test) -> conversations.add(conversation(namespace + name, (Map<?, ?>) test)));
      return conversations;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Conversation conversation(String name, Map<?, ?> test) {
    List<Step> steps =
        list(test.get("steps")).stream().map(step -> step((Map<?, ?>) step)).toList();
    return new Conversation(name, texts(test.get("documents")), steps);
  }

  private static Step step(Map<?, ?> step) {
    return new Step(
        message(step),
        new Expectation(
            texts(step.get("status")),
            text(step, "kind"),
            Optional.ofNullable((Boolean) step.get("truth")),
            text(step, "graph")));
  }

  private static Message message(Map<?, ?> step) {
    String[] send = text(step, "send").orElseThrow().split(" ", 2);
    List<String> headers = new ArrayList<>();
    text(step, "type").ifPresent(type -> headers.addAll(List.of("Content-Type", type)));
    text(step, "accept").ifPresent(type -> headers.addAll(List.of("Accept", type)));
    String body = text(step, "body").orElse("");
    if (step.containsKey("form")) {
      headers.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
      body = encoded(step.get("form"));
    }
    String path =
        step.containsKey("parameters") ? send[1] + "?" + encoded(step.get("parameters")) : send[1];
    Charset charset = Charset.forName(text(step, "charset").orElse("UTF-8"));
    return new Message(send[0], path, headers, body.getBytes(charset));
  }

  /** Parameters, of which each may have several values; one without a value is only named. */
  private static String encoded(Object parameters) {
    List<String> pairs = new ArrayList<>();
    ((Map<?, ?>) parameters)
        .forEach(
            (name, values) ->
                texts(values)
                    .forEach(
                        value ->
                            pairs.add(
                                name + (value.isEmpty() ? "" : "=" + Endpoint.encode(value)))));
    return String.join("&", pairs);
  }

  private static Optional<String> text(Map<?, ?> step, String key) {
    return Optional.ofNullable(step.get(key)).map(String::valueOf);
  }

  private static List<String> texts(Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }

  private static List<?> list(Object value) {
    return value == null ? List.of() : value instanceof List<?> many ? many : List.of(value);
  }
}
