package org.mesagraph.server;

import java.time.Duration;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * A dataset for queries of strangers: no call to other servers, no Java class loaded by an IRI, no
 * functions but those of XPath and XML Schema, and a time limit.
 *
 * <p>Jena looks functions up in the context of the dataset, and turns {@code java:} IRIs into
 * classes in the registries' lookup itself; so the registries are replaced, not merely emptied.
 */
final class ClosedDataset extends DatasetGraphWrapper {

  private static final String XPATH = "http://www.w3.org/2005/xpath-functions#";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  private ClosedDataset(DatasetGraph dataset, Context context) {
    super(dataset, context);
  }

  static DatasetGraph of(DatasetGraph dataset, Duration queryTime) {
    Context context = dataset.getContext().copy();
    context.set(ARQ.httpServiceAllowed, false);
    context.set(ARQ.queryTimeout, String.valueOf(queryTime.toMillis()));
    QC.setFactory(context, execution -> new StoppableExecution(execution, queryTime));
    FunctionRegistry.set(context, functions());
    PropertyFunctionRegistry.set(context, new NoPropertyFunctions());
    return new ClosedDataset(new DatasetGraphReadOnly(dataset), context);
  }

  private static FunctionRegistry functions() {
    FunctionRegistry registry = new KnownFunctions();
    FunctionRegistry all = FunctionRegistry.get();
    all.keys()
        .forEachRemaining(
            iri -> {
              boolean safe =
                  iri.startsWith(XSD)
                      || (iri.startsWith(XPATH)
                          && !iri.endsWith("#format-number")
                          && !iri.endsWith("#collation-key"));
              if (safe) {
                registry.put(iri, all.get(iri));
              }
            });
    return registry;
  }

  private static final class KnownFunctions extends FunctionRegistry {
    @Override
    public FunctionFactory get(String iri) {
      return isRegistered(iri) ? super.get(iri) : null;
    }
  }

  private static final class NoPropertyFunctions extends PropertyFunctionRegistry {
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
