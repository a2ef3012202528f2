package org.mesagraph.query;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.mesagraph.base.Suggestion;

/** Holds tests of a query against its parameters and the columns of its answer. */
final class CaseLint {

  private static final List<Long> STATUS = List.of(200L, 400L, 422L);

  private final Header header;
  private final Query query;
  private final Problems problems;

  CaseLint(Header header, Query query, Problems problems) {
    this.header = header;
    this.query = query;
    this.problems = problems;
  }

  /** Checks the tests in the header itself. */
  void checkAll(Section root) {
    List<Section> sections = root.items("tests");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < header.tests().size(); i++) {
      QueryCase test = header.tests().get(i);
      int line = sections.get(i).fields().line();
      if (!names.add(test.name())) {
        problems.add(line, "two tests are named “" + test.name() + "”", "rename one of them");
      }
      check(test, sections.get(i));
    }
  }

  /** Checks one test, which is written in a header or elsewhere. */
  void check(QueryCase test, Section section) {
    checkParams(test, section);
    checkExpectation(test.expect(), section);
  }

  private void checkParams(QueryCase test, Section section) {
    if (test.expect().isRefusal()) {
      return; // that an unknown parameter is refused may be what it tests
    }
    List<String> known = header.params().stream().map(Parameter::name).toList();
    for (String name : test.params().keySet()) {
      if (!known.contains(name)) {
        problems.add(
            section.line("params", name),
            "the test names no parameter “" + name + "”" + Suggestion.phrase(name, known),
            "use one of the query's params");
      }
    }
  }

  private void checkExpectation(Expectation expect, Section section) {
    List<String> selected = query.isSelectType() ? query.getResultVars() : List.of();
    Stream.concat(expect.contains().stream(), expect.excludes().stream())
        .map(Map::keySet)
        .flatMap(Set::stream)
        .distinct()
        .filter(name -> !selected.contains(name))
        .forEach(
            name ->
                problems.add(
                    section.line("expect"),
                    "the test names no column “" + name + "”" + Suggestion.phrase(name, selected),
                    "use a variable that the query selects"));
    expectKind(expect.ask().isPresent() && !query.isAskType(), "ask", "an ASK query", section);
    expectKind(
        !expect.columns().isEmpty() && !query.isSelectType(), "columns", "a SELECT", section);
    expectKind(
        expect.ordered() && expect.contains().isEmpty(), "ordered", "rows under contains", section);
    Optional<Long> odd = expect.status().filter(code -> !STATUS.contains(code));
    if (odd.isPresent()) {
      problems.add(
          section.line("expect", "status"),
          "status " + odd.get() + " is none that a query answers",
          "expect 200, 400 (bad parameter) or 422 (not of the class)");
    }
  }

  private void expectKind(boolean wrong, String key, String needed, Section section) {
    if (wrong) {
      problems.add(
          section.line("expect", key), "“" + key + "” needs " + needed, "remove it, or add that");
    }
  }
}
