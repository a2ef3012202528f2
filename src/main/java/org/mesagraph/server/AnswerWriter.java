package org.mesagraph.server;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.mesagraph.guard.QueryAnswer;
import org.mesagraph.http.Formats;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Reply;
import org.mesagraph.query.CsvRows;

/**
 * Writes answers in one of the formats that the W3C has for them.
 *
 * @param formats those that answers of this kind have
 * @param format short name of the one that was chosen
 */
record AnswerWriter(Formats formats, String format) {

  /** Of rows and of yes or no; some clients know only the types that JSON and XML have anyhow. */
  private static final Formats RESULTS =
      Formats.of(
          "srj", "application/sparql-results+json",
          "srx", "application/sparql-results+xml",
          "csv", "text/csv",
          "tsv", "text/tab-separated-values",
          "json", "application/json",
          "xml", "application/xml");

  private static final Map<String, Lang> RESULTS_BY_NAME =
      Map.of(
          "srj", ResultSetLang.RS_JSON,
          "json", ResultSetLang.RS_JSON,
          "srx", ResultSetLang.RS_XML,
          "xml", ResultSetLang.RS_XML,
          "csv", ResultSetLang.RS_CSV,
          "tsv", ResultSetLang.RS_TSV);

  private static final Formats GRAPHS =
      Formats.of(
          "ttl", "text/turtle",
          "nt", "application/n-triples",
          "jsonld", "application/ld+json",
          "rdf", "application/rdf+xml",
          "trig", "application/trig",
          "nq", "application/n-quads");

  private static final Map<String, RDFFormat> GRAPHS_BY_NAME =
      Map.of(
          "ttl", RDFFormat.TURTLE_BLOCKS,
          "nt", RDFFormat.NTRIPLES_UTF8,
          "jsonld", RDFFormat.JSONLD11_PLAIN,
          "rdf", RDFFormat.RDFXML_PLAIN,
          "trig", RDFFormat.TRIG_BLOCKS,
          "nq", RDFFormat.NQUADS_UTF8);

  /** All media types that answers have. */
  static List<String> types() {
    Map<String, Boolean> types = new LinkedHashMap<>();
    for (Formats each : List.of(RESULTS, GRAPHS)) {
      each.names().forEach(name -> types.put(each.type(name), true));
    }
    return new ArrayList<>(types.keySet());
  }

  /**
   * Chooses the format for the answer to a query, before it is asked.
   *
   * @param named by the request, if it names one
   * @throws org.mesagraph.http.RefusalException if there is no such format
   */
  static AnswerWriter of(Query query, Optional<String> named, Optional<String> accept) {
    boolean graph = query.isConstructType() || query.isDescribeType();
    Formats formats = graph ? GRAPHS : RESULTS;
    Optional<String> chosen =
        named.isPresent() ? named.filter(formats::has) : formats.accepted(accept);
    return new AnswerWriter(
        formats, chosen.orElseThrow(() -> Refusal.notAcceptable(formats).asException()));
  }

  /**
   * Writes the whole answer.
   *
   * @throws org.mesagraph.http.RefusalException if it has more bytes than one answer may
   */
  Reply write(QueryAnswer answer, long most) {
    Bounded out = new Bounded(most);
    if (answer instanceof QueryAnswer.Rows rows) {
      List<Binding> told = format.equals("csv") ? CsvRows.of(rows.rows()) : rows.rows();
      results().write(out, RowSetStream.create(rows.variables(), told.iterator()));
    } else if (answer instanceof QueryAnswer.Truth truth) {
      results().write(out, truth.isTrue());
    } else if (answer instanceof QueryAnswer.Triples triples) {
      write(triples, out);
    }
    String type = formats.type(format);
    return Reply.of(
        type.startsWith("text/") ? type + ";charset=utf-8" : type, out.bytes.toByteArray());
  }

  private ResultsWriter results() {
    return ResultsWriter.create().lang(RESULTS_BY_NAME.get(format)).build();
  }

  private void write(QueryAnswer.Triples triples, OutputStream out) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.prefixes().forEach(graph.getPrefixMapping()::setNsPrefix);
    triples.triples().forEach(graph::add);
    try {
      RDFWriter.source(graph).format(GRAPHS_BY_NAME.get(format)).output(out);
    } catch (JenaException e) {
      // of the formats only RDF/XML cannot tell everything: properties there are names in XML
      throw Refusal.of(
              406, "this cannot be said as " + formats.type(format) + ": " + e.getMessage())
          .asException();
    }
  }

  /** Bytes in memory, and not more of them than one answer may have. */
  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long most;

    Bounded(long most) {
      this.most = most;
    }

    @Override
    public void write(int each) {
      check(1);
      bytes.write(each);
    }

    @Override
    public void write(byte[] some, int from, int length) {
      check(length);
      bytes.write(some, from, length);
    }

    private void check(int more) {
      if (bytes.size() + (long) more > most) {
        throw Refusal.of(
                413,
                "Answer too large",
                "more than " + most + " bytes – ask for a part of it with LIMIT and OFFSET")
            .asException();
      }
    }
  }
}
