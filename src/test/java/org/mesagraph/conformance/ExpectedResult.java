package org.mesagraph.conformance;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.apache.jena.sparql.resultset.SPARQLResult;

/**
 * The file that a test compares an answer with. The answer is asked for in the format of the file,
 * so that all formats are written.
 *
 * @param file its IRI
 * @param query what was asked
 */
record ExpectedResult(SuiteFolder files, String file, Query query) {

  private static final Map<String, Lang> TABLES =
      Map.of(
          "srx", ResultSetLang.RS_XML,
          "srj", ResultSetLang.RS_JSON,
          "csv", ResultSetLang.RS_CSV,
          "tsv", ResultSetLang.RS_TSV);

  private static final Set<String> UNTYPED = Set.of("csv");

  /** What an ASK answered, in a format of results. */
  static boolean truth(String type, byte[] body) {
    return read(RDFLanguages.contentTypeToLang(type), body).getBooleanResult();
  }

  /** The media type to ask for. */
  String type() {
    return answerLang().getHeaderString();
  }

  boolean isMetBy(HttpResponse<byte[]> response) {
    if (!response.headers().firstValue("Content-Type").orElse("").startsWith(type())) {
      return false;
    }
    if (query.isConstructType() || query.isDescribeType()) {
      Graph answered = ModelFactory.createDefaultModel().getGraph();
      RDFParser.fromString(Endpoint.text(response), Lang.TURTLE).parse(answered);
      return answered.isIsomorphicWith(files.graph(file));
    }
    SPARQLResult answered = read(answerLang(), Endpoint.text(response));
    SPARQLResult expected = expected();
    if (answered.isBoolean() || expected.isBoolean()) {
      return answered.isBoolean()
          && expected.isBoolean()
          && answered.getBooleanResult().equals(expected.getBooleanResult());
    }
    return same(expected.getResultSet().rewindable(), answered.getResultSet().rewindable());
  }

  /** The same rows: the same terms, or at least the same values, in any order. */
  private boolean same(ResultSetRewindable expected, ResultSetRewindable answered) {
    if (ResultsCompare.equalsByTerm(expected, answered)) {
      return true;
    }
    expected.reset();
    answered.reset();
    return !UNTYPED.contains(ending()) && ResultsCompare.equalsByValue(expected, answered);
  }

  private SPARQLResult expected() {
    return TABLES.containsKey(ending())
        ? read(answerLang(), files.text(file))
        : new SPARQLResult(RDFInput.fromRDF(ModelFactory.createModelForGraph(files.graph(file))));
  }

  private Lang answerLang() {
    return query.isConstructType() || query.isDescribeType()
        ? Lang.TURTLE
        : TABLES.getOrDefault(ending(), ResultSetLang.RS_JSON);
  }

  private String ending() {
    return file.substring(file.lastIndexOf('.') + 1);
  }

  private static SPARQLResult read(Lang lang, String text) {
    return read(lang, nameless(lang, text).getBytes(StandardCharsets.UTF_8));
  }

  /** CSV, which knows no kinds of terms, with all its blank nodes called the same. */
  private static String nameless(Lang lang, String text) {
    return lang.equals(ResultSetLang.RS_CSV) ? text.replaceAll("(?m)(^|,)_:\\w+", "$1_:") : text;
  }

  private static SPARQLResult read(Lang lang, byte[] text) {
    return ResultsReader.create().lang(lang).build().readAny(new ByteArrayInputStream(text));
  }
}
