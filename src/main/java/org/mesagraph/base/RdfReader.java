package org.mesagraph.base;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.eclipse.rdf4j.rio.ParseErrorListener;
import org.eclipse.rdf4j.rio.ParserConfig;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.RioSetting;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;

/**
 * Reads one Turtle or TriG file strictly with RDF4J Rio: every value error and the first syntax
 * error become problems, every good statement keeps its line.
 *
 * <p>Rio by itself fills in well-known prefixes, lets a file end in mid-statement and accepts
 * quoted triples; none of this is let through here. Jena RIOT reads the file a second time as a
 * judge of the syntax, so what one parser overlooks the other one reports.
 */
final class RdfReader {

  private static final List<RioSetting<Boolean>> VALUE_CHECKS =
      List.of(
          BasicParserSettings.VERIFY_DATATYPE_VALUES,
          BasicParserSettings.FAIL_ON_UNKNOWN_DATATYPES,
          BasicParserSettings.VERIFY_LANGUAGE_TAGS,
          BasicParserSettings.FAIL_ON_UNKNOWN_LANGUAGES);

  private final RdfFile file;
  private final Node defaultGraph;
  private final Prefixes known;
  private final List<Statement> statements = new ArrayList<>();
  private final TreeMap<Place, List<Problem>> problems = new TreeMap<>();
  private long line = 1;

  private RdfReader(RdfFile file, Node defaultGraph, Prefixes known) {
    this.file = file;
    this.defaultGraph = defaultGraph;
    this.known = known;
  }

  /**
   * Reads a file.
   *
   * @param defaultGraph the graph of a Turtle file's statements; null for TriG, where a statement
   *     outside a graph is a problem
   * @param known the project's prefixes, for the cures of undeclared ones
   * @param problems where problems are added, in order of line
   * @return the statements read, which are not to be used if there are problems
   */
  static List<Statement> read(
      RdfFile file, Node defaultGraph, Prefixes known, List<Problem> problems) {
    RdfReader reader = new RdfReader(file, defaultGraph, known);
    if (reader.parse()) {
      RiotJudge.firstError(file)
          .filter(problem -> !reader.problems.containsKey(problem.place())) // one report a line
          .ifPresent(reader::add);
    }
    reader.problems.values().forEach(problems::addAll);
    return reader.statements;
  }

  /** Whether Rio reached the end of the file. */
  private boolean parse() {
    RDFParser parser = Rio.createParser(file.isTrig() ? RDFFormat.TRIG : RDFFormat.TURTLE);
    ParserConfig config = parser.getParserConfig();
    config.set(BasicParserSettings.NAMESPACES, Set.of());
    config.set(BasicParserSettings.PRESERVE_BNODE_IDS, true);
    config.set(BasicParserSettings.VERIFY_URI_SYNTAX, true); // a bad IRI ends the reading
    VALUE_CHECKS.forEach(check -> config.set(check, true));
    VALUE_CHECKS.forEach(config::addNonFatalError);
    parser.setParseLocationListener((newLine, column) -> line = newLine);
    parser.setParseErrorListener(new Errors());
    parser.setRDFHandler(new Handler());
    try {
      parser.parse(new StringReader(file.text()));
      return true;
    } catch (RDFParseException e) {
      addSyntaxError(e);
      return false;
    } catch (RDFHandlerException | IOException e) {
      throw new IllegalStateException(file.name(), e);
    } catch (StackOverflowError e) {
      add(new Problem(here(), "nested too deeply", "write it with fewer brackets"));
      return false;
    }
  }

  private void addSyntaxError(RDFParseException e) {
    int where = e.getLineNumber() > 0 ? (int) e.getLineNumber() : (int) line;
    String message = e.getMessage().replaceAll("\\s*\\[line.*]$", "");
    add(Diagnosis.ofSyntax(new Place(file.name(), where), message, known));
  }

  private Place here() {
    return new Place(file.name(), (int) line);
  }

  private void add(Problem problem) {
    List<Problem> there = problems.computeIfAbsent(problem.place(), place -> new ArrayList<>());
    if (!there.contains(problem)) {
      there.add(problem);
    }
  }

  private final class Errors implements ParseErrorListener {
    @Override
    public void warning(String message, long lineNo, long columnNo) {
      error(message, lineNo, columnNo);
    }

    @Override
    public void error(String message, long lineNo, long columnNo) {
      Diagnosis.ofValue(new Place(file.name(), (int) lineNo), message)
          .ifPresent(RdfReader.this::add);
    }

    @Override
    public void fatalError(String message, long lineNo, long columnNo) {
      // thrown as well, and reported from there
    }
  }

  private final class Handler extends AbstractRDFHandler {
    @Override
    public void handleStatement(org.eclipse.rdf4j.model.Statement statement) {
      Node graph = defaultGraph;
      if (file.isTrig()) {
        if (statement.getContext() == null) {
          add(
              new Problem(
                  here(),
                  "a statement outside a graph",
                  "put it between the braces of the graph that makes it"));
          return;
        }
        graph = RdfTerms.toJena(statement.getContext(), file.name());
        Diagnosis.ofGraph(here(), graph).ifPresent(RdfReader.this::add);
      }
      if (statement.getSubject().isTriple() || statement.getObject().isTriple()) {
        add(
            new Problem(
                here(),
                "a quoted triple",
                "give the statement an IRI of its own, such as a claim, and describe that"));
        return;
      }
      Optional<Problem> language = Diagnosis.ofLanguage(here(), statement.getObject());
      if (language.isPresent()) {
        add(language.get()); // Jena would not make a term of it
        return;
      }
      Triple triple =
          Triple.create(
              RdfTerms.toJena(statement.getSubject(), file.name()),
              NodeFactory.createURI(statement.getPredicate().stringValue()),
              RdfTerms.toJena(statement.getObject(), file.name()));
      if (file.isTrig() && (triple.getSubject().isBlank() || triple.getObject().isBlank())) {
        add(new Problem(here(), "a blank node in the data", "give it an IRI of its own"));
      }
      Diagnosis.ofTerms(here(), triple).forEach(RdfReader.this::add);
      statements.add(new Statement(graph, triple, here()));
    }
  }
}
