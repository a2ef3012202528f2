package org.mesagraph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tests of a header. */
final class CaseReader {

  private CaseReader() {}

  static List<QueryCase> read(Section root) {
    List<QueryCase> tests = new ArrayList<>();
    for (Section section : root.items("tests")) {
      section.allowing(Set.of("name", "params", "expect"));
      Map<String, List<String>> params = new LinkedHashMap<>();
      section
          .section("params")
          .ifPresent(
              given ->
                  given
                      .fields()
                      .values()
                      .keySet()
                      .forEach(key -> params.put(key, given.texts(key))));
      Optional<Section> expect = section.section("expect");
      if (!section.has("name") || expect.isEmpty() || expect.get().fields().values().isEmpty()) {
        section
            .problems()
            .add(
                section.fields().line(),
                "a test without a name or an expectation",
                "write {name: …, params: {…}, expect: {minRows: 1}}");
      }
      tests.add(
          new QueryCase(
              section.text("name").orElse(""),
              params,
              expectation(
                  expect.orElseGet(
                      () ->
                          new Section(
                              "expect",
                              new Yaml.Fields(section.fields().line(), Map.of()),
                              section.problems())))));
    }
    return tests;
  }

  private static Expectation expectation(Section expect) {
    expect.allowing(
        Set.of(
            "rows",
            "minRows",
            "maxRows",
            "columns",
            "contains",
            "excludes",
            "ordered",
            "ask",
            "status",
            "didYouMean"));
    return new Expectation(
        expect.number("rows", 0),
        expect.number("minRows", 0),
        expect.number("maxRows", 0),
        expect.texts("columns"),
        expect.items("contains").stream().map(Section::cells).toList(),
        expect.items("excludes").stream().map(Section::cells).toList(),
        expect.flag("ordered").orElse(false),
        expect.flag("ask"),
        expect.number("status", 200),
        expect.text("didYouMean"));
  }
}
