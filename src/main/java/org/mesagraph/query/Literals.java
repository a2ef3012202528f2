package org.mesagraph.query;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprNotComparableException;
import org.apache.jena.sparql.expr.NodeValue;
import org.mesagraph.base.Suggestion;

/** Texts as literals of a parameter's type. */
final class Literals {

  private Literals() {}

  /** The literal that a text means; it must have no fault. */
  static Node of(ValueType type, String text) {
    if (type instanceof ValueType.Language language) {
      return NodeFactory.createLiteralLang(text, language.tag());
    }
    XSDDatatype datatype = (XSDDatatype) ((ValueType.Datatype) type).datatype();
    if (datatype.equals(XSDDatatype.XSDstring)) {
      return NodeFactory.createLiteralString(text);
    }
    String form = text.strip();
    if (type.suffix().toLowerCase(Locale.ROOT).endsWith("integer")) {
      form = new BigInteger(form.startsWith("+") ? form.substring(1) : form).toString();
    }
    if (datatype.equals(XSDDatatype.XSDboolean)) {
      form = form.equals("1") ? "true" : form.equals("0") ? "false" : form;
    }
    return NodeFactory.createLiteralDT(form, datatype);
  }

  /** Why a text is not a value of the type, if it is not. */
  static Optional<String> faultOfForm(ValueType type, String text) {
    boolean valid =
        !(type instanceof ValueType.Datatype xsd)
            || xsd.isString()
            || !text.isBlank() && xsd.datatype().isValid(text.strip());
    return valid
        ? Optional.empty()
        : Optional.of("“" + text + "” is not a value of " + type.text());
  }

  /** Why a text is not a value of the parameter, if it is not. */
  static Optional<String> fault(Parameter parameter, String text) {
    Optional<String> form = faultOfForm(parameter.type(), text);
    if (form.isPresent()) {
      return form;
    }
    Node value = of(parameter.type(), text);
    if (parameter.min().filter(min -> compare(parameter, value, min) < 0).isPresent()) {
      return Optional.of("“" + text + "” is less than " + parameter.min().get());
    }
    if (parameter.max().filter(max -> compare(parameter, value, max) > 0).isPresent()) {
      return Optional.of("“" + text + "” is more than " + parameter.max().get());
    }
    if (!parameter.enumeration().isEmpty()
        && parameter.enumeration().stream()
            .filter(allowed -> faultOfForm(parameter.type(), allowed).isEmpty())
            .noneMatch(allowed -> of(parameter.type(), allowed).equals(value))) {
      return Optional.of(notOneOf(parameter, text));
    }
    return Optional.empty();
  }

  /** The refusal of a value that is not enumerated. */
  static String notOneOf(Parameter parameter, String text) {
    return "“" + text + "” is not one of " + String.join(", ", parameter.enumeration());
  }

  /** What the user may have meant. */
  static Optional<String> suggestion(Parameter parameter, String text) {
    return Suggestion.nearest(text, parameter.enumeration());
  }

  private static int compare(Parameter parameter, Node value, String bound) {
    if (faultOfForm(parameter.type(), bound).isPresent()) {
      return 0; // the header has been refused for it
    }
    try {
      return NodeValue.compare(
          NodeValue.makeNode(value), NodeValue.makeNode(of(parameter.type(), bound)));
    } catch (ExprNotComparableException e) {
      return 0; // dates with and without a time zone within 14 hours of each other
    }
  }
}
