/**
 * Facts and rules become a closure whose every triple can be derived again, step by step. No files,
 * no text for people and no SPARQL live here.
 */
package org.mesagraph.reason;
