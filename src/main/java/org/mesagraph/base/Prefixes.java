package org.mesagraph.base;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** The one list of prefixes, read from the {@code sh:declare} statements of the ontology. */
public final class Prefixes {

  /** Where the list is kept. */
  public static final String FILE = "ontology/prefixes.ttl";

  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?");
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

  private final Map<String, String> namespaces;

  private Prefixes(Map<String, String> namespaces) {
    this.namespaces = Collections.unmodifiableMap(new TreeMap<>(namespaces));
  }

  /** Prefixes from a map of short name to namespace. */
  public static Prefixes of(Map<String, String> namespaces) {
    return new Prefixes(namespaces);
  }

  /**
   * Reads the list under a root folder.
   *
   * @throws MesagraphException if it cannot be read
   */
  public static Prefixes read(Path root) {
    List<Problem> problems = new ArrayList<>();
    Prefixes prefixes = KnowledgeBase.prefixes(root, problems);
    if (!problems.isEmpty()) {
      throw new MesagraphException(MesagraphException.Kind.INPUT, problems);
    }
    return prefixes;
  }

  /**
   * Collects {@code sh:prefix}/{@code sh:namespace} pairs from statements; what has no partner or
   * is said twice is added to the problems.
   */
  static Prefixes from(List<Statement> statements, List<Problem> problems) {
    Map<Node, Statement> names = texts(statements, "prefix", problems);
    Map<Node, Statement> iris = texts(statements, "namespace", problems);
    Map<String, String> namespaces = new TreeMap<>();
    names.forEach(
        (node, statement) -> {
          String name = text(statement);
          Statement iri = iris.remove(node);
          if (iri == null) {
            problems.add(
                new Problem(
                    statement.place(),
                    "prefix “" + name + ":” has no namespace",
                    "add sh:namespace, as text, to the same declaration"));
          } else if (namespaces.putIfAbsent(name, text(iri)) != null) {
            problems.add(
                new Problem(
                    statement.place(), "prefix “" + name + ":” is declared twice", "keep one"));
          }
        });
    for (Statement statement : iris.values()) {
      problems.add(
          new Problem(
              statement.place(),
              "namespace “" + text(statement) + "” has no prefix",
              "add sh:prefix, as text, to the same declaration"));
    }
    return new Prefixes(namespaces);
  }

  private static Map<Node, Statement> texts(
      List<Statement> statements, String property, List<Problem> problems) {
    Map<Node, Statement> found = new LinkedHashMap<>();
    for (Statement statement : statements) {
      Triple triple = statement.triple();
      if (triple.getPredicate().hasURI(SH + property)
          && triple.getObject().isLiteral()
          && found.putIfAbsent(triple.getSubject(), statement) != null) {
        problems.add(
            new Problem(
                statement.place(),
                "a second sh:" + property + " in one declaration",
                "declare each prefix by itself"));
      }
    }
    return found;
  }

  private static String text(Statement statement) {
    return statement.triple().getObject().getLiteralLexicalForm();
  }

  /** Short name to namespace, sorted by short name. */
  public Map<String, String> namespaces() {
    return namespaces;
  }

  /**
   * The IRI that a user means: an IRI in angle brackets or bare, or a prefixed name.
   *
   * @throws MesagraphException if it is neither, or its prefix is unknown
   */
  public Node expand(String text) {
    String trimmed = text.strip();
    if (trimmed.equals("a")) {
      return NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    }
    if (trimmed.startsWith("<") && trimmed.endsWith(">")) {
      return iri(trimmed.substring(1, trimmed.length() - 1));
    }
    int colon = trimmed.indexOf(':');
    if (colon >= 0 && !trimmed.startsWith("//", colon + 1)) {
      String prefix = trimmed.substring(0, colon);
      String namespace = namespaces.get(prefix);
      if (namespace != null) {
        return iri(namespace + trimmed.substring(colon + 1));
      }
      if (!trimmed.startsWith("urn:") && !trimmed.startsWith("mailto:")) {
        throw new MesagraphException(
            MesagraphException.Kind.USAGE,
            "unknown prefix “"
                + prefix
                + ":” in "
                + trimmed
                + Suggestion.phrase(prefix, namespaces.keySet()));
      }
    }
    if (colon < 0) {
      throw new MesagraphException(
          MesagraphException.Kind.USAGE,
          "“" + trimmed + "” is neither an IRI nor a prefixed name such as study:sleeper-agents");
    }
    return iri(trimmed);
  }

  private static Node iri(String text) {
    if (text.chars().anyMatch(c -> c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0)) {
      throw new MesagraphException(
          MesagraphException.Kind.USAGE, "“" + text + "” holds a character that no IRI may hold");
    }
    if (!ABSOLUTE.matcher(text).matches()) {
      throw new MesagraphException(
          MesagraphException.Kind.USAGE, "“" + text + "” is not an IRI in full");
    }
    return NodeFactory.createURI(text);
  }

  /** The prefixed name of an IRI, if one of the namespaces fits. */
  public Optional<String> shorten(String iri) {
    String best = null;
    int longest = -1;
    for (Map.Entry<String, String> entry : namespaces.entrySet()) {
      String namespace = entry.getValue();
      if (namespace.length() > longest
          && iri.startsWith(namespace)
          && LOCAL.matcher(iri.substring(namespace.length())).matches()) {
        best = entry.getKey() + ":" + iri.substring(namespace.length());
        longest = namespace.length();
      }
    }
    return Optional.ofNullable(best);
  }

  /** A node as people read it: prefixed name, {@code <IRI>}, quoted literal or {@code _:label}. */
  public String show(Node node) {
    if (node.isURI()) {
      return shorten(node.getURI()).orElse("<" + node.getURI() + ">");
    }
    if (node.isLiteral()) {
      String text = "\"" + node.getLiteralLexicalForm() + "\"";
      if (!node.getLiteralLanguage().isEmpty()) {
        return text + "@" + node.getLiteralLanguage();
      }
      String datatype = node.getLiteralDatatypeURI();
      return datatype.endsWith("#string")
          ? text
          : text + "^^" + show(NodeFactory.createURI(datatype));
    }
    return node.isVariable() ? "?" + node.getName() : "_:" + node.getBlankNodeLabel();
  }

  /** A triple as people read it. */
  public String show(Triple triple) {
    return show(triple.getSubject())
        + " "
        + show(triple.getPredicate())
        + " "
        + show(triple.getObject());
  }
}
