package org.mesagraph.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.langtag.LangTag;
import org.apache.jena.langtag.LangTagException;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;

/** What a parser complains of, in the words of this project: what is wrong and how to mend it. */
public final class Diagnosis {

  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final Set<String> SCHEMES = Set.of("http", "https", "urn", "mailto", "doi");

  private static final Pattern PREFIX = Pattern.compile("Namespace prefix '(.*)' used but not.*");
  private static final Pattern VALUE =
      Pattern.compile("'(.*)' is not a valid value for datatype (.*)", Pattern.DOTALL);
  private static final Pattern DATATYPE =
      Pattern.compile(
          "'(.*)' was not recognised, and could not be verified, with datatype (.*)",
          Pattern.DOTALL);
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "'(.*)' was not recognised as a language literal, and could not be verified, with language (.*)",
          Pattern.DOTALL);

  private static final Pattern BAD_IRI =
      Pattern.compile("(IRI included|Unexpected character U\\+).*", Pattern.DOTALL);
  private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  private Diagnosis() {}

  /** The error that ended the reading of a file. */
  static Problem ofSyntax(Place place, String message, Prefixes known) {
    Matcher prefix = PREFIX.matcher(message);
    if (prefix.matches()) {
      String name = prefix.group(1);
      String namespace = known.namespaces().get(name);
      String cure =
          namespace != null
              ? "add “@prefix " + name + ": <" + namespace + "> .” at the top of this file"
              : "declare it in "
                  + Prefixes.FILE
                  + " and at the top of this file"
                  + Suggestion.phrase(name, known.namespaces().keySet());
      return new Problem(place, "prefix “" + name + ":” is not declared", cure);
    }
    if (message.startsWith("IRI included an unencoded space")) {
      return new Problem(place, "an IRI with a space in it", "write %20, or close it with >");
    }
    if (BAD_IRI.matcher(message).matches()) {
      return new Problem(
          place, "an IRI with a character that no IRI may hold", "write it percent-encoded");
    }
    if (message.startsWith("Unable to resolve URIs")) {
      return new Problem(place, "a relative IRI", "write it in full or with a prefix");
    }
    return new Problem(place, "syntax: " + message, "mend the statement; reading stopped here");
  }

  /** A wrong value that did not end the reading; empty if another check reports it better. */
  static Optional<Problem> ofValue(Place place, String message) {
    Matcher value = VALUE.matcher(message);
    if (value.matches()) {
      return Optional.of(badValue(place, value.group(1), value.group(2)));
    }
    Matcher datatype = DATATYPE.matcher(message);
    if (datatype.matches()) {
      return Optional.of(unknownDatatype(place, datatype.group(2)));
    }
    if (BAD_IRI.matcher(message).matches()) {
      return Optional.empty(); // ends the reading, and is reported as what did
    }
    if (LANGUAGE.matcher(message).matches()
        || message.startsWith("Expected a letter")
        || message.startsWith("Illegal language tag")) {
      return Optional.empty(); // the tag itself is checked by ofLanguage, with a better message
    }
    return Optional.of(new Problem(place, message, "mend the value"));
  }

  /** Checks that hold for every term, whatever the parser lets through. */
  static List<Problem> ofTerms(Place place, Triple triple) {
    List<Problem> problems = new ArrayList<>();
    for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
      if (node.isURI()) {
        checkIri(place, node.getURI()).ifPresent(problems::add);
      } else if (node.isLiteral()) {
        checkLiteral(place, node).ifPresent(problems::add);
      }
    }
    return problems;
  }

  /** What is wrong with a term, whatever text it comes from. */
  public static Optional<Problem> ofTerm(Place place, Node node) {
    if (node.isURI()) {
      return checkIri(place, node.getURI());
    }
    if (node.isLiteral() && !node.getLiteralLanguage().isEmpty()) {
      return isLanguage(node.getLiteralLanguage())
          ? Optional.empty()
          : Optional.of(badLanguage(place, node.getLiteralLanguage()));
    }
    return node.isLiteral() ? checkLiteral(place, node) : Optional.empty();
  }

  /** What is wrong with the language tag of a literal, if anything; before it becomes a term. */
  static Optional<Problem> ofLanguage(Place place, Value value) {
    if (!(value instanceof Literal literal) || literal.getLanguage().isEmpty()) {
      return Optional.empty();
    }
    String language = literal.getLanguage().get();
    return isLanguage(language) ? Optional.empty() : Optional.of(badLanguage(place, language));
  }

  private static Problem badLanguage(Place place, String language) {
    return new Problem(
        place,
        "“@" + language + "” is not a language tag",
        "use one of BCP 47, such as @en or @en-GB");
  }

  /** What is wrong with the name of a graph, if anything. */
  static Optional<Problem> ofGraph(Place place, Node graph) {
    return graph.isURI()
        ? checkIri(place, graph.getURI())
        : Optional.of(new Problem(place, "a graph without a name", "give it an IRI"));
  }

  private static Optional<Problem> checkIri(Place place, String iri) {
    int colon = iri.indexOf(':');
    if (colon > 0 && SCHEMES.contains(iri.substring(0, colon))) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            place,
            "IRI <" + iri + "> has a scheme that links must not have",
            "use http, https, urn, mailto or doi"));
  }

  private static Optional<Problem> checkLiteral(Place place, Node node) {
    if (!node.getLiteralLanguage().isEmpty()) {
      return Optional.empty(); // checked by ofLanguage
    }
    String datatype = node.getLiteralDatatypeURI();
    if (!datatype.startsWith(XSD) && !datatype.startsWith(RDF)) {
      return Optional.of(unknownDatatype(place, datatype));
    }
    return node.getLiteralDatatype().isValid(node.getLiteralLexicalForm())
        ? Optional.empty()
        : Optional.of(badValue(place, node.getLiteralLexicalForm(), datatype));
  }

  private static boolean isLanguage(String language) {
    if (!LANGUAGE_TAG.matcher(language).matches()) {
      return false;
    }
    try {
      LangTag.of(language);
      return true;
    } catch (LangTagException e) {
      return false;
    }
  }

  private static Problem badValue(Place place, String value, String datatype) {
    return new Problem(
        place,
        "“" + value + "” is not a value of " + shortName(datatype),
        "mend the value, or give it the datatype that fits");
  }

  private static Problem unknownDatatype(Place place, String datatype) {
    return new Problem(
        place,
        "datatype " + shortName(datatype) + " is not known here",
        "use a datatype of XML Schema or RDF");
  }

  private static String shortName(String datatype) {
    if (datatype.startsWith(XSD)) {
      return "xsd:" + datatype.substring(XSD.length());
    }
    return datatype.startsWith(RDF)
        ? "rdf:" + datatype.substring(RDF.length())
        : "<" + datatype + ">";
  }
}
