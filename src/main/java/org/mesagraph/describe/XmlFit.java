package org.mesagraph.describe;

import java.util.Collection;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * Whether triples can be written in XML, which has no control characters, and where a property is
 * an element and needs a name.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, section 2.2</a>
 */
final class XmlFit {

  private XmlFit() {}

  /**
   * Refuses what cannot be written.
   *
   * @throws MesagraphException of kind USAGE
   */
  static void check(Collection<Triple> triples) {
    for (Triple triple : triples) {
      String property = triple.getPredicate().getURI();
      if (Util.splitNamespaceXML(property) == property.length() || !fits(triple.getObject())) {
        throw new MesagraphException(
            Kind.USAGE,
            "what is said of "
                + triple.getSubject()
                + " cannot be written as RDF/XML – ask for another format");
      }
    }
  }

  private static boolean fits(Node node) {
    return !node.isLiteral() || node.getLiteralLexicalForm().codePoints().allMatch(XmlFit::isChar);
  }

  private static boolean isChar(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
