package org.mesagraph.query;

/** How bad a finding is; only an error makes a run fail. */
public enum Severity {
  ERROR,
  WARNING
}
