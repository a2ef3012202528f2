package org.mesagraph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the tests of a header, and the arguments and expectations of whatever else is tested. */
final class CaseReader {

  private CaseReader() {}

  static List<QueryCase> read(Section root) {
    List<QueryCase> tests = new ArrayList<>();
    for (Section section : root.items("tests")) {
      section.allowing(Set.of("name", "params", "expect"));
      if (!section.has("name")) {
        section
            .problems()
            .add(
                section.fields().line(),
                "a test without a name",
                "write {name: …, params: {…}, expect: {minRows: 1}}");
      }
      tests.add(new QueryCase(section.text("name").orElse(""), params(section), expected(section)));
    }
    return tests;
  }

  /** The arguments under {@code params}, as texts. */
  static Map<String, List<String>> params(Section section) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    section
        .section("params")
        .ifPresent(
            given ->
                given.fields().values().keySet().forEach(key -> params.put(key, given.texts(key))));
    return params;
  }

  /** The expectation under {@code expect}, which must be there and not allow everything. */
  static Expectation expected(Section section) {
    int before = section.problems().found().size();
    Expectation expected =
        expectation(
            section
                .section("expect")
                .orElseGet(
                    () ->
                        new Section(
                            "expect",
                            new Yaml.Fields(section.fields().line(), Map.of()),
                            section.problems())));
    if (expected.isEmpty() && section.problems().found().size() == before) {
      section
          .problems()
          .add(
              section.line("expect"),
              "a test without an expectation",
              "write expect: {minRows: 1}, or what else must come of it");
    }
    return expected;
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
