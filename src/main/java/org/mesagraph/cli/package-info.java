/**
 * The command line: parse, one call, print. Answers go to stdout, talk to stderr; no logic of its
 * own lives here.
 */
package org.mesagraph.cli;
