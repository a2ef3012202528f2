package org.mesagraph.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;
import org.mesagraph.base.Prefixes;

/**
 * A query that must find nothing.
 *
 * @param name the file name without its ending
 * @param why what is bad about a finding
 * @param fix how to mend one
 * @param query selects {@code ?focus ?message}; not to be changed
 */
public record Check(
    String name,
    String file,
    String summary,
    String description,
    String why,
    String fix,
    Severity severity,
    Query query) {

  private static final List<String> SELECTED = List.of("focus", "message");
  private static final Set<String> KEYS =
      Set.of("summary", "description", "tags", "why", "fix", "severity");

  /** Reads one file; empty if it is too wrong to make a check of. */
  static Optional<Check> read(QueryFile file, Prefixes prefixes, Problems problems) {
    Optional<Section> header =
        YamlReader.read(file.yaml(), problems)
            .map(fields -> new Section("", fields, problems).allowing(KEYS));
    Optional<Query> parsed = file.parse(problems);
    if (header.isEmpty() || parsed.isEmpty()) {
      return Optional.empty();
    }
    Section root = header.get();
    for (String key : List.of("why", "fix", "severity")) {
      if (!root.has(key)) {
        problems.add(1, "no “" + key + "”", "add “#+ " + key + ": …” to the header");
      }
    }
    Query query = parsed.get();
    SparqlText text = new SparqlText(file.text());
    PrefixLint.check(query, text, prefixes, problems);
    lint(query, text, problems);
    return Optional.of(
        new Check(
            file.name(),
            file.file(),
            HeaderReader.summary(root),
            root.text("description").orElse(""),
            root.text("why").orElse(""),
            root.text("fix").orElse(""),
            Severity.valueOf(
                root.choice("severity", List.of("error", "warning")).toUpperCase(Locale.ROOT)),
            query));
  }

  private static void lint(Query query, SparqlText text, Problems problems) {
    if (!query.isSelectType() || !query.getResultVars().equals(SELECTED)) {
      problems.add(text.firstLine(), "a check selects something else", "SELECT ?focus ?message");
      return;
    }
    if (!query.hasOrderBy()) {
      problems.add(text.firstLine(), "no ORDER BY", "add ORDER BY ?focus ?message");
    }
    for (String name : Mentioned.in(query).anywhere()) {
      if (name.startsWith("_")) {
        problems.add(text.lineOfVariable(name), "a check has no parameters", "rename ?" + name);
      }
    }
  }
}
