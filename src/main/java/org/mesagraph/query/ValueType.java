package org.mesagraph.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/** The type of a parameter or a column: an IRI, an XML Schema value, or text in one language. */
public sealed interface ValueType {

  /** The datatypes that a header may name, with their local names. */
  List<String> DATATYPES =
      List.of(
          "anyURI",
          "boolean",
          "date",
          "dateTime",
          "decimal",
          "double",
          "duration",
          "gYear",
          "gYearMonth",
          "integer",
          "nonNegativeInteger",
          "positiveInteger",
          "string");

  /** How the header writes it. */
  String text();

  /** How the name of a parameter's variable ends. */
  String suffix();

  /** Whether a value that a query found is of this type. */
  boolean fits(Node value);

  /** An IRI. */
  record Iri() implements ValueType {
    @Override
    public String text() {
      return "iri";
    }

    @Override
    public String suffix() {
      return "iri";
    }

    @Override
    public boolean fits(Node value) {
      return value.isURI();
    }
  }

  /** A value of XML Schema. */
  record Datatype(RDFDatatype datatype) implements ValueType {
    private String local() {
      return datatype.getURI().substring(XSDDatatype.XSD.length() + 1);
    }

    /** Whether it is plain text. */
    public boolean isString() {
      return datatype.equals(XSDDatatype.XSDstring);
    }

    @Override
    public String text() {
      return "xsd:" + local();
    }

    @Override
    public String suffix() {
      return local();
    }

    @Override
    public boolean fits(Node value) {
      return value.isLiteral()
          && (value.getLiteralDatatype().equals(datatype)
              || isString() && !value.getLiteralLanguage().isEmpty());
    }
  }

  /** Text in a language. */
  record Language(String tag) implements ValueType {
    @Override
    public String text() {
      return "lang:" + tag;
    }

    @Override
    public String suffix() {
      return tag.replace('-', '_');
    }

    @Override
    public boolean fits(Node value) {
      return value.isLiteral()
          && value
              .getLiteralLanguage()
              .toLowerCase(Locale.ROOT)
              .equals(tag.toLowerCase(Locale.ROOT));
    }
  }

  /** The type that a header names, if there is such a type; upper and lower case differ. */
  static Optional<ValueType> parse(String text) {
    if (text.equals("iri")) {
      return Optional.of(new Iri());
    }
    if (text.startsWith("xsd:") && DATATYPES.contains(text.substring(4))) {
      String iri = XSDDatatype.XSD + "#" + text.substring(4);
      return Optional.of(new Datatype(TypeMapper.getInstance().getTypeByName(iri)));
    }
    if (text.startsWith("lang:")
        && Pattern.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", text.substring(5))) {
      return Optional.of(new Language(text.substring(5)));
    }
    return Optional.empty();
  }
}
