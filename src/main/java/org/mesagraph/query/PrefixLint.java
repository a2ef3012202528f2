package org.mesagraph.query;

import java.util.Set;
import org.apache.jena.query.Query;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Suggestion;

/** Holds the prefixes of a query: the used ones only, sorted, and those of the project. */
final class PrefixLint {

  private PrefixLint() {}

  static void check(Query query, SparqlText text, Prefixes prefixes, Problems problems) {
    Set<String> used = text.usedPrefixes();
    String before = "";
    for (SparqlText.Declaration declaration : text.declarations()) {
      String prefix = declaration.prefix();
      int line = declaration.line();
      String namespace = prefixes.namespaces().get(prefix);
      if (namespace == null) {
        problems.add(
            line,
            "prefix “"
                + prefix
                + ":” is not one of the project"
                + Suggestion.phrase(prefix, prefixes.namespaces().keySet()),
            "declare it in " + Prefixes.FILE + ", or use another");
      } else if (!namespace.equals(query.getPrefix(prefix))) {
        problems.add(
            line,
            "prefix “" + prefix + ":” means another namespace in this project",
            "write PREFIX " + prefix + ": <" + namespace + ">");
      }
      if (!used.contains(prefix)) {
        problems.add(line, "prefix “" + prefix + ":” is not used", "remove the line");
      }
      if (prefix.compareTo(before) < 0) {
        problems.add(
            line,
            "prefix “" + prefix + ":” is out of order",
            "sort the prefixes: "
                + String.join(
                    ", ", text.declarations().stream().map(d -> d.prefix()).sorted().toList()));
      }
      before = prefix;
    }
  }
}
