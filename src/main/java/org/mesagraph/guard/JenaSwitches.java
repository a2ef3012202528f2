package org.mesagraph.guard;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * The switches of Jena that hold for the whole process, all of them in this one place. Nothing in
 * the program asks other servers, so that it may be switched off for good.
 */
final class JenaSwitches {

  private JenaSwitches() {}

  static void close() {
    ARQ.globalServiceAllowed = false;
    E_Function.WarnOnUnknownFunction = false; // a log line for each row of a stranger's query
    NodeValue.VerboseWarnings = false; // the same, with what the stranger wrote
  }
}
