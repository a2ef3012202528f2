package org.mesagraph.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mesagraph.rule.Regime.Language;

/** The inferencing tests of RDF4J, which come with its library of store tests. */
final class InferencingCases {

  private static final SuiteFolder FILES =
      SuiteFolder.inLibrary("https://rdf4j.org/", "/testcases/rdf-mt-inferencing/");

  /** Each folder with how many tests it has of what follows, and of what does not. */
  private static final Map<String, Map<String, Integer>> COUNTS =
      new TreeMap<>(
          Map.of(
              "subclassof", Map.of("test", 3, "error", 1),
              "subpropertyof", Map.of("test", 4, "error", 1),
              "domain", Map.of("test", 1, "error", 1),
              "range", Map.of("test", 1, "error", 1),
              "type", Map.of("test", 6, "error", 2)));

  private InferencingCases() {}

  static List<Case> read() {
    List<Case> cases = new ArrayList<>();
    COUNTS.forEach(
        (topic, counts) ->
            counts.forEach(
                (kind, count) -> {
                  for (int i = 1; i <= count; i++) {
                    String name = name(topic, kind, i);
                    cases.add(new Case(name, () -> follows(name) == kind.equals("test")));
                  }
                }));
    return cases;
  }

  private static String name(String topic, String kind, int number) {
    return String.format("%s/%s%03d", topic, kind, number);
  }

  private static boolean follows(String name) {
    return Entailed.of(Language.RDFS, Set.of(), FILES.graph(FILES.iri(name + "-in.nt")))
        .entails(FILES.graph(FILES.iri(name + "-out.nt")).find().toList());
  }
}
