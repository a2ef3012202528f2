package org.mesagraph.query;

import java.io.OutputStream;
import org.apache.jena.riot.resultset.ResultSetLang;

/** Answers as the SPARQL results XML of the W3C. */
public final class AnswerSparqlXml {

  private AnswerSparqlXml() {}

  /** Writes the answer as UTF-8. */
  public static void write(Answer answer, OutputStream out) {
    Tables.write(answer, ResultSetLang.RS_XML, out);
  }
}
