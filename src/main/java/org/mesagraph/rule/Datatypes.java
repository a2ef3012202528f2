package org.mesagraph.rule;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.datatypes.xsd.impl.XSDBaseNumericType;
import org.apache.jena.datatypes.xsd.impl.XSDBaseStringType;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * The datatypes whose values are known, so that one value has one form and a form without a value
 * is noticed. Literals of other datatypes are only what is written.
 *
 * @param names the IRIs of the datatypes; strings, with a language and without, are always known
 */
public record Datatypes(Set<Node> names) {

  private static final TypeMapper TYPES = TypeMapper.getInstance();

  public Datatypes {
    // RDF 1.1 Semantics, section 7
    names =
        Stream.concat(names.stream(), Stream.of(XSD.xstring.asNode(), RDF.langString.asNode()))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The triple with its literal in the one form that stands for its value. */
  public Triple canonical(Triple triple) {
    Node object = canonical(triple.getObject());
    return object.equals(triple.getObject())
        ? triple
        : Triple.create(triple.getSubject(), triple.getPredicate(), object);
  }

  private Node canonical(Node node) {
    if (!node.isLiteral()) {
      return node;
    }
    if (!isKnown(node) || isIllTyped(node)) {
      return node;
    }
    RDFDatatype datatype = node.getLiteralDatatype();
    if (datatype instanceof XSDBaseNumericType) {
      return number(new BigDecimal(node.getLiteralLexicalForm()));
    }
    if (datatype.equals(XSDDatatype.XSDfloat)
        || datatype.equals(XSDDatatype.XSDdouble)
        || datatype.equals(XSDDatatype.XSDboolean)) {
      return NodeFactory.createLiteralDT(node.getLiteralValue().toString(), datatype);
    }
    return node;
  }

  /** The values of the integer datatypes are values of xsd:decimal as well. */
  private static Node number(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return plain.scale() <= 0
        ? NodeFactory.createLiteralDT(plain.toPlainString(), XSDDatatype.XSDinteger)
        : NodeFactory.createLiteralDT(plain.toPlainString(), XSDDatatype.XSDdecimal);
  }

  /** Whether a literal of a known datatype stands for no value. */
  boolean isIllTyped(Node literal) {
    RDFDatatype datatype = literal.getLiteralDatatype();
    String form = literal.getLiteralLexicalForm();
    return isKnown(literal)
        && literal.getLiteralLanguage().isEmpty()
        && (!datatype.isValid(form)
            || !(datatype instanceof XSDBaseStringType) && isXsd(datatype) && isPadded(form));
  }

  /** Jena reads what white space surrounds; RDF 1.1 does not. */
  private static boolean isPadded(String form) {
    return !form.equals(form.strip());
  }

  private static boolean isXsd(RDFDatatype datatype) {
    return datatype.getURI().startsWith(XSDDatatype.XSD);
  }

  /** Whether a literal of a known datatype stands for a value that another known one lacks. */
  boolean isOutside(Node literal, Node datatype) {
    if (!names.contains(datatype) || isIllTyped(literal)) {
      return false;
    }
    boolean tagged = !literal.getLiteralLanguage().isEmpty();
    if (datatype.equals(RDF.langString.asNode()) || tagged) {
      return tagged != datatype.equals(RDF.langString.asNode());
    }
    if (!isKnown(literal)) {
      return false;
    }
    RDFDatatype wanted = TYPES.getSafeTypeByName(datatype.getURI());
    RDFDatatype given = literal.getLiteralDatatype();
    boolean alike =
        wanted instanceof XSDBaseNumericType && given instanceof XSDBaseNumericType
            || wanted instanceof XSDBaseStringType && given instanceof XSDBaseStringType;
    return alike ? !wanted.isValid(literal.getLiteralLexicalForm()) : !wanted.equals(given);
  }

  private boolean isKnown(Node literal) {
    return names.contains(NodeFactory.createURI(literal.getLiteralDatatypeURI()));
  }
}
