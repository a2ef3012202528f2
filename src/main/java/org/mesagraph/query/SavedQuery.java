package org.mesagraph.query;

import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.mesagraph.base.Prefixes;

/**
 * A query that was read from a file and found in order.
 *
 * @param name the file name without its ending, which is the public name
 * @param topic the folder below {@code queries/}
 * @param file path relative to the root
 * @param text the whole file
 * @param sparql the text below the header
 * @param query the same, parsed; not to be changed
 */
public record SavedQuery(
    String name,
    String topic,
    String file,
    Header header,
    String text,
    String sparql,
    Query query) {

  /** Reads one file; empty if it is too wrong to make a query of. */
  static Optional<SavedQuery> read(QueryFile file, Prefixes prefixes, Problems problems) {
    Optional<Section> root =
        YamlReader.read(file.yaml(), problems).map(fields -> new Section("", fields, problems));
    Optional<Query> parsed = file.parse(problems);
    Optional<Header> header = root.map(section -> HeaderReader.read(section, prefixes));
    if (header.isEmpty() || parsed.isEmpty()) {
      return Optional.empty();
    }
    Query query = parsed.get();
    SparqlText text = new SparqlText(file.text());
    PrefixLint.check(query, text, prefixes, problems);
    if (!query.isSelectType() && !query.isAskType() && !query.isConstructType()) {
      problems.add(text.firstLine(), "not a query to save", "write SELECT, ASK or CONSTRUCT");
      return Optional.empty();
    }
    if (query.hasDatasetDescription()) {
      problems.add(text.firstLine(), "FROM fixes the graphs", "use GRAPH, or contract.graph");
    }
    new ParameterLint(header.get(), root.get(), query, text).check();
    if (query.isSelectType()) {
      new ColumnLint(header.get(), root.get(), query, text).check();
    } else if (!header.get().columns().isEmpty()) {
      problems.add(root.get().line("columns"), "only SELECT has columns", "remove them");
    }
    new CaseLint(header.get(), query, problems).checkAll(root.get());
    return Optional.of(
        new SavedQuery(
            file.name(),
            file.topic(),
            file.file(),
            header.get(),
            file.text(),
            file.sparql(),
            query));
  }

  /** The names of the selected variables in order; empty unless it is a SELECT. */
  public List<String> variables() {
    return query.isSelectType() ? List.copyOf(query.getResultVars()) : List.of();
  }
}
