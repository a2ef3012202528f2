package org.mesagraph.cli;

/** What answers of saved queries can be written as. */
enum AnswerFormat {
  TABLE,
  JSON,
  CSV,
  TSV,
  MARKDOWN,
  SRJ
}
