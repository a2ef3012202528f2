package org.mesagraph.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.mesagraph.base.Diagnosis;
import org.mesagraph.base.Place;

/**
 * What is wrong with a text, as its parser and the checks of its terms tell. A warning of a parser
 * is an error here: what it warns of would be in the store, and the sender would never know.
 */
final class Complaints implements ErrorHandler {

  /** The scheme of the base that relative IRIs are resolved against, so that they are found. */
  static final String RELATIVE = "x-mesagraph-relative:";

  /** A base that no text names. */
  static final String BASE = RELATIVE + "//here/";

  private static final String ID = "text/syntax";
  private static final int MOST = 20;

  private final Map<Position, Defect> defects = new LinkedHashMap<>();
  private Position last = Position.UNKNOWN;

  /** Everything, in the order of the text; one for each place. */
  List<Defect> all() {
    return List.copyOf(defects.values());
  }

  /** Where the parser is. */
  void at(long line, long column) {
    last = line < 1 ? last : Position.told(line, column);
  }

  /** Whether there would be something to complain of. */
  static boolean isWrong(Node node) {
    return node.isURI() && node.getURI().startsWith(RELATIVE)
        || isDirected(node)
        || !violation(node).isEmpty()
        || Diagnosis.ofTerm(Place.of("body"), node).isPresent();
  }

  /** RDF 1.2, which nothing here reckons with. */
  private static boolean isDirected(Node node) {
    return node.isLiteral() && node.getLiteralBaseDirection() != null;
  }

  /** What is wrong with the syntax of an IRI; empty if nothing is. */
  private static String violation(Node node) {
    if (!node.isURI()) {
      return "";
    }
    StringBuilder found = new StringBuilder();
    try {
      IRIx.create(node.getURI())
          .handleViolations((isError, message) -> found.append(message).append(' '));
    } catch (IRIException e) {
      found.append(e.getMessage());
    }
    return found.toString();
  }

  void check(Node node, long line, long column) {
    at(line, column);
    if (node.isURI() && node.getURI().startsWith(RELATIVE)) {
      add("a relative IRI", "write it in full or with a prefix", line, column);
      return;
    }
    String violation = violation(node);
    if (!violation.isEmpty()) {
      add("<" + node.getURI() + "> is no IRI: " + said(violation), "mend it", line, column);
    }
    if (isDirected(node)) {
      add("a text with a direction", "leave the direction out", line, column);
    }
    Diagnosis.ofTerm(Place.of("body"), node)
        .ifPresent(problem -> add(problem.what(), problem.cure(), line, column));
  }

  void checkGraph(Node graph) {
    if (graph.isBlank()) {
      add("a graph without a name", "give it an IRI", last.line(), last.column());
    }
  }

  void add(String what, String cure, long line, long column) {
    Position position = line < 1 ? last : Position.told(line, column);
    // the checks of the terms are in words of ours, and come after those of the parser
    defects.put(position, Defect.of(ID, position, what, cure));
    if (defects.size() >= MOST) {
      throw new RiotException("too much is wrong");
    }
  }

  @Override
  public void warning(String message, long line, long column) {
    error(message, line, column);
  }

  @Override
  public void error(String message, long line, long column) {
    Position position = line < 1 ? last : Position.told(line, column);
    defects.putIfAbsent(
        position, Defect.of(ID, position, said(message), "mend it as its syntax demands"));
  }

  @Override
  public void fatal(String message, long line, long column) {
    error(message, line, column);
    throw new RiotException(message);
  }

  /** The base that nobody wrote is not shown. */
  private static String said(String message) {
    return String.valueOf(message)
        .replace(BASE, "")
        .replaceAll("(java\\.|org\\.)\\S*(Exception|Error):?", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
