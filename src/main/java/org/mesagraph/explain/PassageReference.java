package org.mesagraph.explain;

import org.apache.jena.graph.Node;

/**
 * Lines of a source document.
 *
 * @param passage IRI of the passage
 * @param source short name of the document, such as S4
 * @param firstLine first line, counted from 1
 * @param lastLine last line
 */
public record PassageReference(Node passage, String source, int firstLine, int lastLine) {
  @Override
  public String toString() {
    return source + ":" + firstLine + (lastLine > firstLine ? "-" + lastLine : "");
  }
}
