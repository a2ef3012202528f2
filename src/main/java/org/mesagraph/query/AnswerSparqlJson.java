package org.mesagraph.query;

import java.io.OutputStream;
import org.apache.jena.riot.resultset.ResultSetLang;

/** Answers as the SPARQL results JSON of the W3C. */
public final class AnswerSparqlJson {

  private AnswerSparqlJson() {}

  /** Writes the answer as UTF-8. */
  public static void write(Answer answer, OutputStream out) {
    Tables.write(answer, ResultSetLang.RS_JSON, out);
  }
}
