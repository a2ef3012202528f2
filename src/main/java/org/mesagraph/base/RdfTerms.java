package org.mesagraph.base;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;

/** RDF4J terms as Jena terms. */
final class RdfTerms {

  private RdfTerms() {}

  /**
   * The same term in Jena's model; a blank node is told apart from those of other files by the file
   * name.
   */
  static Node toJena(Value value, String file) {
    if (value instanceof IRI iri) {
      return NodeFactory.createURI(iri.stringValue());
    }
    if (value instanceof BNode blank) {
      return NodeFactory.createBlankNode(file + "#" + blank.getID());
    }
    if (value instanceof Literal literal) {
      if (literal.getLanguage().isPresent()) {
        return NodeFactory.createLiteralLang(literal.getLabel(), literal.getLanguage().get());
      }
      return NodeFactory.createLiteralDT(
          literal.getLabel(),
          TypeMapper.getInstance().getSafeTypeByName(literal.getDatatype().stringValue()));
    }
    throw new IllegalArgumentException("not an RDF 1.1 term: " + value);
  }
}
