package org.mesagraph.conformance;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.rule.Regime.Language;

/** The tests of SPARQL 1.1 Entailment Regimes. */
final class SparqlCases {

  private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
  private static final String REGIME =
      "http://www.w3.org/ns/sparql-service-description#entailmentRegime";
  private static final String REGIMES = "http://www.w3.org/ns/entailment/";

  private final SuiteFolder files;

  SparqlCases(SuiteFolder files) {
    this.files = files;
  }

  /** The tests of a regime, by the name of the regime in the manifest. */
  List<Case> of(String regime, Language language, Set<Node> datatypes) {
    Model manifest = ModelFactory.createModelForGraph(files.graph(files.iri("manifest.ttl")));
    return Manifests.entries(manifest).stream()
        .filter(test -> isOf(action(test), regime))
        .map(test -> new Case(test.getURI(), () -> passes(test, language, datatypes)))
        .toList();
  }

  private static Resource action(Resource test) {
    return test.getProperty(Manifests.mf("action")).getResource();
  }

  private static boolean isOf(Resource action, String regime) {
    Resource wanted = ResourceFactory.createResource(REGIMES + regime);
    return action.hasProperty(ResourceFactory.createProperty(REGIME), wanted)
        || action.listProperties(ResourceFactory.createProperty(REGIME)).toList().stream()
            .anyMatch(
                value ->
                    value.getObject().isResource()
                        && value.getResource().hasProperty(RDF.first)
                        && Manifests.list(action, ResourceFactory.createProperty(REGIME))
                            .contains(wanted));
  }

  private boolean passes(Resource test, Language language, Set<Node> datatypes) {
    Resource action = action(test);
    Graph closure = GraphFactory.createDefaultGraph();
    Entailed.of(language, datatypes, files.graph(file(action, "data")))
        .triples()
        .forEach(closure::add);
    Query query = QueryFactory.create(files.text(file(action, "query")));
    query.resetResultVars();
    query.setQueryResultStar(false); // else nodes without names are among the results
    SPARQLResult expected =
        ResultsReader.create()
            .lang(ResultSetLang.RS_XML)
            .build()
            .readAny(
                new ByteArrayInputStream(
                    files
                        .text(test.getProperty(Manifests.mf("result")).getResource().getURI())
                        .getBytes(StandardCharsets.UTF_8)));
    try (QueryExecution execution =
        QueryExecution.create(query, ModelFactory.createModelForGraph(closure))) {
      if (query.isAskType()) {
        return execution.execAsk() == expected.getBooleanResult();
      }
      ResultSetRewindable found = execution.execSelect().rewindable();
      return ResultsCompare.equalsByTerm(found, expected.getResultSet().rewindable());
    }
  }

  private static String file(Resource action, String property) {
    return action.getProperty(ResourceFactory.createProperty(QT, property)).getResource().getURI();
  }
}
