package org.mesagraph.query;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.mesagraph.base.Suggestion;

/** Holds the parameters of a header against the variables of its query. */
final class ParameterLint {

  private static final Pattern CONVENTION = Pattern.compile("__?([A-Za-z0-9]+)_[A-Za-z0-9_]+");

  private final Header header;
  private final Section root;
  private final Query query;
  private final SparqlText text;
  private final Problems problems;

  ParameterLint(Header header, Section root, Query query, SparqlText text) {
    this.header = header;
    this.root = root;
    this.query = query;
    this.text = text;
    this.problems = root.problems();
  }

  void check() {
    Mentioned mentioned = Mentioned.in(query);
    Set<String> unclaimed = new LinkedHashSet<>();
    mentioned.anywhere().stream().filter(name -> name.startsWith("_")).forEach(unclaimed::add);
    for (Parameter parameter : header.params()) {
      if (unclaimed.remove(parameter.variable().getName())) {
        checkUse(parameter, mentioned);
      } else {
        reportUnused(parameter, unclaimed);
      }
    }
    for (String name : unclaimed) {
      problems.add(
          text.lineOfVariable(name),
          "?" + name + " is no parameter of the header" + suggestion(name),
          "describe it under params; names that begin with “_” are kept for parameters");
    }
  }

  private String suggestion(String name) {
    return Suggestion.phrase(
        name, header.params().stream().map(found -> found.variable().getName()).toList());
  }

  private void reportUnused(Parameter parameter, Set<String> unclaimed) {
    Optional<String> misnamed =
        unclaimed.stream()
            .filter(
                name -> {
                  Matcher matcher = CONVENTION.matcher(name);
                  return matcher.matches() && matcher.group(1).equals(parameter.name());
                })
            .findFirst();
    String variable = "?" + parameter.variable().getName();
    if (misnamed.isPresent()) {
      unclaimed.remove(misnamed.get());
      problems.add(
          text.lineOfVariable(misnamed.get()),
          "?" + misnamed.get() + " is not how “" + parameter.name() + "” is declared",
          "write " + variable + ", or mend its type or required in the header");
    } else {
      problems.add(
          root.line("params", parameter.name()),
          "the query does not use parameter “" + parameter.name() + "”",
          "use " + variable + " in the query, or remove the parameter");
    }
  }

  private void checkUse(Parameter parameter, Mentioned mentioned) {
    String variable = parameter.variable().getName();
    if (!parameter.required()
        && parameter.defaults().isEmpty()
        && mentioned.inExpressions().contains(variable)) {
      problems.add(
          text.lineOfComputation(variable),
          "optional ?"
              + variable
              + " is computed with but has no default, so without it all rows"
              + " are lost",
          "give it a default in the header, or make it required");
    }
    try {
      QueryTransformOps.syntaxSubstitute(
          query, Map.of(parameter.variable(), NodeFactory.createURI("urn:x")));
    } catch (QueryException e) {
      problems.add(
          text.lineOfVariable(variable),
          "?" + variable + " is assigned to, so no value can be put in its place",
          "use another variable in BIND, VALUES or AS");
    }
  }
}
