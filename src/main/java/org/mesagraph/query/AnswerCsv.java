package org.mesagraph.query;

import java.io.OutputStream;
import org.apache.jena.riot.resultset.ResultSetLang;

/** Answers as CSV as the W3C defines it for SPARQL results. */
public final class AnswerCsv {

  private AnswerCsv() {}

  /** Writes the answer as UTF-8. */
  public static void write(Answer answer, OutputStream out) {
    Tables.write(answer, ResultSetLang.RS_CSV, out);
  }
}
