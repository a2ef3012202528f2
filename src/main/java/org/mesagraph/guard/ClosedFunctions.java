package org.mesagraph.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * The functions that a stranger may call by IRI: casts of XML Schema and the harmless ones of
 * XPath. Jena turns {@code java:} IRIs into classes in the lookup of its registries, so the
 * registries are replaced, not merely emptied.
 */
final class ClosedFunctions {

  private static final String XPATH = "http://www.w3.org/2005/xpath-functions#";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  /** Of the strings none that grows its argument or compiles it; of the rest what is cheap. */
  private static final Set<String> HARMLESS =
      Set.of(
          "abs",
          "ceiling",
          "floor",
          "round",
          "string-length",
          "upper-case",
          "lower-case",
          "contains",
          "starts-with",
          "ends-with",
          "substring",
          "substring-before",
          "substring-after",
          "encode-for-uri",
          "boolean",
          "not",
          "year-from-date",
          "month-from-date",
          "day-from-date",
          "year-from-dateTime",
          "month-from-dateTime",
          "day-from-dateTime",
          "hours-from-dateTime",
          "minutes-from-dateTime",
          "seconds-from-dateTime",
          "timezone-from-dateTime",
          "hours-from-time",
          "minutes-from-time",
          "seconds-from-time");

  private final FunctionRegistry functions = new Known();

  ClosedFunctions() {
    FunctionRegistry all = FunctionRegistry.get();
    all.keys()
        .forEachRemaining(
            iri -> {
              boolean harmless =
                  iri.startsWith(XPATH) && HARMLESS.contains(iri.substring(XPATH.length()));
              if (harmless || iri.startsWith(XSD)) {
                functions.put(iri, all.get(iri));
              }
            });
  }

  boolean has(String iri) {
    return functions.isRegistered(iri);
  }

  /** All of them, by IRI. */
  List<String> iris() {
    List<String> iris = new ArrayList<>();
    functions.keys().forEachRemaining(iris::add);
    return iris;
  }

  /** Makes these the only ones wherever this context holds. */
  void close(Context context) {
    FunctionRegistry.set(context, functions);
    PropertyFunctionRegistry.set(context, new None());
  }

  private static final class Known extends FunctionRegistry {
    @Override
    public FunctionFactory get(String iri) {
      return isRegistered(iri) ? super.get(iri) : null;
    }
  }

  private static final class None extends PropertyFunctionRegistry {
    @Override
    public boolean manages(String iri) {
      return false;
    }

    @Override
    public PropertyFunctionFactory get(String iri) {
      return null;
    }
  }
}
