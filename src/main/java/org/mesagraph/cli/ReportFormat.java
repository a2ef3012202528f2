package org.mesagraph.cli;

/** What the report on questions can be written as. */
enum ReportFormat {
  TEXT,
  MARKDOWN,
  JSON
}
