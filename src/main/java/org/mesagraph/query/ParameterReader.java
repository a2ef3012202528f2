package org.mesagraph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Suggestion;

/**
 * Reads the parameters of a header, and the defaults and enumerations that grlc keeps beside them.
 */
final class ParameterReader {

  private static final Set<String> KEYS =
      Set.of(
          "type",
          "class",
          "required",
          "multi",
          "min",
          "max",
          "label",
          "example",
          "enumeration",
          "default");

  /** What every query is asked over HTTP, whatever its own parameters are. */
  private static final Set<String> RESERVED = Set.of("format", "limit", "page");

  private final Section root;
  private final Prefixes prefixes;

  ParameterReader(Section root, Prefixes prefixes) {
    this.root = root;
    this.prefixes = prefixes;
  }

  List<Parameter> read() {
    Map<String, Section> sections = root.sections("params");
    Map<String, List<String>> defaults = grlc("defaults", sections);
    Map<String, List<String>> enumerations = grlc("enumerate", sections);
    List<Parameter> parameters = new ArrayList<>();
    sections.forEach(
        (name, section) -> {
          section.allowing(KEYS);
          Parameter parameter =
              new Parameter(
                  name,
                  HeaderReader.type(section),
                  section.text("class").flatMap(text -> ofClass(section, text)),
                  section.flag("required").orElse(false),
                  section.flag("multi").orElse(false),
                  section.text("min"),
                  section.text("max"),
                  section.text("label").orElseGet(() -> HeaderReader.spoken(name)),
                  section.text("example"),
                  once(section, "enumeration", enumerations.get(name), "enumerate"),
                  once(section, "default", defaults.get(name), "defaults"));
          check(section, parameter);
          parameters.add(parameter);
        });
    return parameters;
  }

  /** A list of one-key mappings, as grlc has them. */
  private Map<String, List<String>> grlc(String key, Map<String, Section> params) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Section item : root.items(key)) {
      for (String name : item.fields().values().keySet()) {
        if (!params.containsKey(name)) {
          root.problems()
              .add(
                  item.line(name),
                  "“"
                      + key
                      + "” names no parameter “"
                      + name
                      + "”"
                      + Suggestion.phrase(name, params.keySet()),
                  "describe it under params, or remove it");
        }
        values.put(name, item.texts(name));
      }
    }
    return values;
  }

  private static List<String> once(
      Section section, String key, List<String> outside, String outsideKey) {
    if (section.has(key) && outside != null) {
      section
          .problems()
          .add(
              section.line(key),
              "“" + section.path() + "” has a “" + key + "” here and under “" + outsideKey + "”",
              "keep one of them");
    }
    return outside != null ? outside : section.texts(key);
  }

  private Optional<Node> ofClass(Section section, String text) {
    try {
      return Optional.of(prefixes.expand(text));
    } catch (MesagraphException e) {
      section.problems().add(section.line("class"), e.getMessage(), "write class: \"mg:Claim\"");
      return Optional.empty();
    }
  }

  private void check(Section section, Parameter parameter) {
    Problems problems = section.problems();
    if (!parameter.name().matches("[A-Za-z][A-Za-z0-9]*")) {
      problems.add(
          section.fields().line(),
          "parameter name “" + parameter.name() + "” has more than letters and digits",
          "write it as one word, such as publishedSince: grlc splits names at “_”");
    }
    boolean iri = parameter.type() instanceof ValueType.Iri;
    if (RESERVED.contains(parameter.name())) {
      problems.add(
          section.fields().line(),
          "over HTTP “" + parameter.name() + "” is asked of every query",
          "name the parameter otherwise");
    }
    if (section.has("class") && !iri) {
      problems.add(section.line("class"), "only an IRI has a class", "remove it, or type: iri");
    }
    if (!parameter.multi() && parameter.defaults().size() > 1) {
      problems.add(
          root.line("params", parameter.name()),
          "“" + section.path() + "” has several defaults but takes one value",
          "keep one of them, or write multi: true");
    }
    List<String> written = new ArrayList<>(parameter.defaults());
    parameter.example().ifPresent(written::add);
    if (!iri) {
      for (String bound : List.of("min", "max")) {
        section
            .text(bound)
            .flatMap(text -> Literals.faultOfForm(parameter.type(), text))
            .ifPresent(fault -> problems.add(section.line(bound), fault, "mend the bound"));
      }
      for (String text : written) {
        Literals.fault(parameter, text)
            .ifPresent(
                fault ->
                    problems.add(
                        section.fields().line(),
                        "the default or example of “" + section.path() + "”: " + fault,
                        "mend the value"));
      }
      return;
    }
    if (parameter.min().isPresent() || parameter.max().isPresent()) {
      problems.add(section.fields().line(), "an IRI has no min or max", "remove it");
    }
    written.addAll(parameter.enumeration());
    for (String text : written) {
      try {
        if (text.indexOf(':') >= 0) {
          prefixes.expand(text);
        }
      } catch (MesagraphException e) {
        problems.add(
            section.fields().line(), e.getMessage(), "mend what “" + section.path() + "” names");
      }
    }
  }
}
