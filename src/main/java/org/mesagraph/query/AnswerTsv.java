package org.mesagraph.query;

import java.io.OutputStream;
import org.apache.jena.riot.resultset.ResultSetLang;

/** Answers as tab-separated values as the W3C defines them for SPARQL results. */
public final class AnswerTsv {

  private AnswerTsv() {}

  /** Writes the answer as UTF-8. */
  public static void write(Answer answer, OutputStream out) {
    Tables.write(answer, ResultSetLang.RS_TSV, out);
  }
}
