package org.mesagraph.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mesagraph.base.Suggestion;

/**
 * A mapping of the header, read field by field; a value of the wrong kind is a problem and then
 * counts as absent.
 *
 * @param path where it is in the header, such as {@code params.mode}; empty for the header itself
 */
record Section(String path, Yaml.Fields fields, Problems problems) {

  private static final String LIST = "write a list such as [a, b]";

  /** Reports every key that is not among the known ones. */
  Section allowing(Collection<String> known) {
    fields
        .values()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                problems.add(
                    value.line(),
                    "unknown key “" + name(key) + "”" + Suggestion.phrase(key, known),
                    "use one of " + String.join(", ", known.stream().sorted().toList()));
              }
            });
    return this;
  }

  /** The line of a field, or of the nearest thing around it that is there. */
  int line(String... keys) {
    Yaml here = fields;
    int line = fields.line();
    for (String key : keys) {
      if (!(here instanceof Yaml.Fields mapping) || !mapping.values().containsKey(key)) {
        return line;
      }
      here = mapping.values().get(key);
      line = here.line();
    }
    return line;
  }

  boolean has(String key) {
    return fields.values().containsKey(key);
  }

  private Optional<Yaml> get(String key) {
    return Optional.ofNullable(fields.values().get(key));
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private void wrong(Yaml value, String key, String kind, String cure) {
    problems.add(value.line(), "“" + name(key) + "” is not " + kind, cure);
  }

  Optional<String> text(String key) {
    Optional<Yaml> value = get(key);
    if (value.isPresent() && value.get() instanceof Yaml.Word word && isFilled(word)) {
      return Optional.of(word.text().strip());
    }
    value.ifPresent(found -> wrong(found, key, "a text", "write a text after the colon"));
    return Optional.empty();
  }

  private static boolean isFilled(Yaml.Word word) {
    return word.kind() != Yaml.Kind.NOTHING && !word.text().isBlank();
  }

  /** One of several words; the first of them if the field is absent or wrong. */
  String choice(String key, List<String> choices) {
    Optional<String> value = text(key);
    if (value.isPresent() && !choices.contains(value.get())) {
      wrong(
          get(key).orElseThrow(),
          key,
          "one of " + String.join(", ", choices) + Suggestion.phrase(value.get(), choices),
          "choose one of them");
    }
    return value.filter(choices::contains).orElse(choices.get(0));
  }

  /** A whole number that is not below a bound. */
  Optional<Long> number(String key, long least) {
    Optional<Yaml> value = get(key);
    if (value.isPresent() && value.get().plain() instanceof Long number && number >= least) {
      return Optional.of(number);
    }
    value.ifPresent(
        found -> wrong(found, key, "a whole number from " + least, "write digits only"));
    return Optional.empty();
  }

  Optional<Boolean> flag(String key) {
    Optional<Yaml> value = get(key);
    if (value.isPresent() && value.get().plain() instanceof Boolean flag) {
      return Optional.of(flag);
    }
    value.ifPresent(found -> wrong(found, key, "true or false", "write one of the two"));
    return Optional.empty();
  }

  /** A list of words; a single word counts as a list of one. */
  List<String> texts(String key) {
    Optional<Yaml> value = get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    List<Yaml> items =
        value.get() instanceof Yaml.Items list ? list.values() : List.of(value.get());
    List<String> texts = new ArrayList<>();
    for (Yaml item : items) {
      if (item instanceof Yaml.Word word && word.kind() != Yaml.Kind.NOTHING) {
        texts.add(word.text());
      } else {
        wrong(item, key, "a list of texts", LIST);
      }
    }
    return texts;
  }

  Optional<Section> section(String key) {
    Optional<Yaml> value = get(key);
    if (value.isPresent() && value.get() instanceof Yaml.Fields inner) {
      return Optional.of(new Section(name(key), inner, problems));
    }
    value.ifPresent(found -> wrong(found, key, "a mapping", "write it as {name: value}"));
    return Optional.empty();
  }

  /** The sections of a section, by key, in the order of the file. */
  Map<String, Section> sections(String key) {
    Map<String, Section> sections = new LinkedHashMap<>();
    section(key)
        .ifPresent(
            outer ->
                outer
                    .fields
                    .values()
                    .keySet()
                    .forEach(
                        inner ->
                            outer.section(inner).ifPresent(found -> sections.put(inner, found))));
    return sections;
  }

  /** A list of mappings. */
  List<Section> items(String key) {
    Optional<Yaml> value = get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    if (value.get() instanceof Yaml.Items list) {
      for (Yaml item : list.values()) {
        if (item instanceof Yaml.Fields inner) {
          sections.add(new Section(name(key), inner, problems));
        } else {
          wrong(item, key, "a list of mappings", "write “- name: value”");
        }
      }
    } else {
      wrong(value.get(), key, "a list", LIST);
    }
    return sections;
  }

  /** A table of words by key, of which an empty word stands for nothing. */
  Map<String, Optional<String>> cells() {
    Map<String, Optional<String>> cells = new LinkedHashMap<>();
    fields
        .values()
        .forEach(
            (key, value) -> {
              if (value instanceof Yaml.Word word) {
                cells.put(
                    key,
                    Optional.of(word)
                        .filter(found -> found.kind() != Yaml.Kind.NOTHING)
                        .map(Yaml.Word::text));
              } else {
                wrong(value, key, "a single value", "write a text, a number or an IRI");
              }
            });
    return cells;
  }
}
