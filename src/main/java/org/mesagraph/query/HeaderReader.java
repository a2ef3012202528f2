package org.mesagraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Suggestion;

/** Makes a header of its YAML. The keys of grlc keep their meaning; the others are our own. */
final class HeaderReader {

  private static final int LONGEST_SUMMARY = 80;
  private static final Set<String> KEYS =
      Set.of(
          "summary",
          "description",
          "tags",
          "endpoint",
          "method",
          "pagination",
          "defaults",
          "enumerate",
          "endpoint_in_url",
          "transform",
          "params",
          "columns",
          "chart",
          "limits",
          "contract",
          "tests");

  private HeaderReader() {}

  static Header read(Section root, Prefixes prefixes) {
    root.allowing(KEYS);
    List<Parameter> params = new ParameterReader(root, prefixes).read();
    return new Header(
        summary(root),
        root.text("description").orElse(""),
        root.texts("tags"),
        root.choice("method", List.of("GET", "POST")),
        root.number("pagination", 1).map(number -> (int) Math.min(number, Integer.MAX_VALUE)),
        params,
        columns(root),
        root.section("chart").map(chart -> chart.fields().plain()).orElse(Map.of()),
        limits(root),
        contract(root),
        CaseReader.read(root));
  }

  /** The title of a query or a check. */
  static String summary(Section root) {
    String summary = root.text("summary").orElse("");
    if (!root.has("summary")) {
      root.problems().add(1, "no summary", "begin the file with “#+ summary: …”");
    }
    if (summary.length() > LONGEST_SUMMARY) {
      root.problems()
          .add(
              root.line("summary"),
              "the summary has " + summary.length() + " characters",
              "keep it within " + LONGEST_SUMMARY + "; the rest belongs to the description");
    }
    return summary;
  }

  /** A type, or text if there is none that can be read. */
  static ValueType type(Section section) {
    Optional<String> text = section.text("type");
    Optional<ValueType> type = text.flatMap(ValueType::parse);
    if (type.isEmpty()) {
      List<String> known = new ArrayList<>(List.of("iri", "lang:en"));
      ValueType.DATATYPES.forEach(datatype -> known.add("xsd:" + datatype));
      section
          .problems()
          .add(
              section.line("type"),
              text.map(name -> "“" + name + "” is not a type" + Suggestion.phrase(name, known))
                  .orElse("“" + section.path() + "” has no type"),
              "write type: iri, lang:en or one of xsd:" + String.join(", ", ValueType.DATATYPES));
    }
    return type.orElseGet(() -> ValueType.parse("xsd:string").orElseThrow());
  }

  /** A name such as {@code strongestFirst} as a reader likes it: “Strongest first”. */
  static String spoken(String name) {
    String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static List<Column> columns(Section root) {
    List<Column> columns = new ArrayList<>();
    root.sections("columns")
        .forEach(
            (name, section) -> {
              section.allowing(Set.of("type", "labelFrom", "optional", "label"));
              columns.add(
                  new Column(
                      name,
                      type(section),
                      section.text("labelFrom").filter(from -> !from.equals("none")),
                      section.flag("optional").orElse(false),
                      section.text("label").orElseGet(() -> spoken(name))));
            });
    return columns;
  }

  private static Limits limits(Section root) {
    Optional<Section> section = root.section("limits");
    section.ifPresent(limits -> limits.allowing(Set.of("timeoutMs", "maxRows")));
    return new Limits(
        section.flatMap(limits -> limits.number("timeoutMs", 1)).orElse(Limits.USUAL.timeoutMs()),
        section.flatMap(limits -> limits.number("maxRows", 1)).orElse(Limits.USUAL.maxRows()));
  }

  private static Contract contract(Section root) {
    return root.section("contract")
        .map(
            section ->
                new Contract(
                    section
                        .allowing(Set.of("graph", "stability", "addedIn"))
                        .choice("graph", List.of("all", "asserted")),
                    section.choice("stability", List.of("experimental", "stable")),
                    section.text("addedIn")))
        .orElse(Contract.USUAL);
  }
}
