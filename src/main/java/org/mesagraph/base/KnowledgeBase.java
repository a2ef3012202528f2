package org.mesagraph.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * Everything that the project's files state, with the place of every statement. Immutable; either
 * all files are read without an error or none is used.
 */
public final class KnowledgeBase {

  /** Namespace of the named graphs. */
  public static final String GRAPH = "https://w3id.org/mesagraph/graph/";

  /** The graph of the files under {@code ontology/}. */
  public static final Node ONTOLOGY_GRAPH = NodeFactory.createURI(GRAPH + "ontology");

  private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

  private final Prefixes prefixes;
  private final List<Statement> statements;
  private final List<Triple> shapes;
  private final List<RuleText> rules;
  private final int files;
  private final Map<Triple, List<Statement>> byTriple;

  private KnowledgeBase(
      Prefixes prefixes,
      List<Statement> statements,
      List<Triple> shapes,
      List<RuleText> rules,
      int files) {
    this.prefixes = prefixes;
    this.statements = List.copyOf(statements);
    this.shapes = List.copyOf(shapes);
    this.rules = List.copyOf(rules);
    this.files = files;
    Map<Triple, List<Statement>> index = new LinkedHashMap<>();
    for (Statement statement : this.statements) {
      index.computeIfAbsent(statement.triple(), triple -> new ArrayList<>(1)).add(statement);
    }
    this.byTriple = Collections.unmodifiableMap(index);
  }

  /**
   * What files stated that were read without an error before.
   *
   * @param statements ontology first, in order of file and line
   * @param files how many ontology and data files there were
   */
  public static KnowledgeBase of(
      Prefixes prefixes,
      List<Statement> statements,
      List<Triple> shapes,
      List<RuleText> rules,
      int files) {
    return new KnowledgeBase(prefixes, statements, shapes, rules, files);
  }

  /**
   * The same with other statements.
   *
   * @param added comes after all others
   * @param removed goes, wherever it stands
   */
  public KnowledgeBase with(Collection<Statement> added, Predicate<Statement> removed) {
    List<Statement> changed = new ArrayList<>(statements);
    changed.removeIf(removed);
    changed.addAll(added);
    return new KnowledgeBase(prefixes, changed, shapes, rules, files);
  }

  /**
   * Reads {@code ontology/*.ttl}, {@code ontology/shapes/*.ttl}, {@code ontology/rules/*.rules} and
   * {@code data/*.trig} under a root folder.
   *
   * @throws MesagraphException with every problem of every file, if there is any
   */
  public static KnowledgeBase load(Path root) {
    List<Problem> problems = new ArrayList<>();
    for (String folder : List.of("ontology", "data")) {
      if (!Files.isDirectory(root.resolve(folder))) {
        throw new MesagraphException(
            Kind.INPUT, root + " has no folder “" + folder + "”: is this a Mesagraph checkout?");
      }
    }
    Prefixes prefixes = prefixes(root, problems);
    List<Statement> statements = new ArrayList<>();
    List<Path> ontology = list(root.resolve("ontology"), ".ttl");
    for (Path file : ontology) {
      if (!root.relativize(file).toString().replace('\\', '/').equals(Prefixes.FILE)) {
        statements.addAll(read(root, file, ONTOLOGY_GRAPH, prefixes, problems));
      }
    }
    List<Path> data = list(root.resolve("data"), ".trig");
    for (Path file : data) {
      statements.addAll(read(root, file, null, prefixes, problems));
    }
    List<Triple> shapes = new ArrayList<>();
    for (Path file : list(root.resolve("ontology/shapes"), ".ttl")) {
      read(root, file, ONTOLOGY_GRAPH, prefixes, problems).forEach(s -> shapes.add(s.triple()));
    }
    List<RuleText> rules = new ArrayList<>();
    for (Path file : list(root.resolve("ontology/rules"), ".rules")) {
      RdfFile.read(root, file, problems)
          .ifPresent(f -> rules.add(new RuleText(f.name(), f.text())));
    }
    if (!problems.isEmpty()) {
      throw new MesagraphException(Kind.INPUT, problems);
    }
    int files = ontology.size() + data.size();
    return new KnowledgeBase(prefixes, statements, shapes, rules, files);
  }

  /** The list of prefixes under a root folder; what is wrong with it is added to the problems. */
  static Prefixes prefixes(Path root, List<Problem> problems) {
    List<Problem> unread = new ArrayList<>();
    Prefixes none = Prefixes.of(Map.of());
    List<Statement> statements =
        read(root, root.resolve(Prefixes.FILE), ONTOLOGY_GRAPH, none, unread);
    problems.addAll(unread);
    // of a list that was read in part, nobody can say what it lacks
    return Prefixes.from(statements, unread.isEmpty() ? problems : unread);
  }

  private static List<Statement> read(
      Path root, Path file, Node graph, Prefixes prefixes, List<Problem> problems) {
    return RdfFile.read(root, file, problems)
        .map(text -> RdfReader.read(text, graph, prefixes, problems))
        .orElse(List.of());
  }

  /** The files of a folder with an ending, sorted; none if there is no such folder. */
  static List<Path> list(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Prefixes prefixes() {
    return prefixes;
  }

  /** All statements, ontology first, in order of file and line. */
  public List<Statement> statements() {
    return statements;
  }

  /** All asserted triples, each once, whatever graphs hold it. */
  public Set<Triple> triples() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(byTriple.keySet()));
  }

  /** The statements of a triple, one for each place that makes it; empty if none does. */
  public List<Statement> statementsOf(Triple triple) {
    return Collections.unmodifiableList(byTriple.getOrDefault(triple, List.of()));
  }

  /**
   * Where a resource is described: the line that says what it is, else the first line about it,
   * else the first that uses it, else the data folder.
   */
  public Place placeOf(Node resource) {
    Place about = null;
    Place use = null;
    for (Statement statement : statements) {
      Triple triple = statement.triple();
      if (triple.getSubject().equals(resource)) {
        if (triple.getPredicate().hasURI(TYPE)) {
          return statement.place();
        }
        about = about == null ? statement.place() : about;
      } else if (use == null && triple.getObject().equals(resource)) {
        use = statement.place();
      }
    }
    return about != null ? about : use != null ? use : Place.of("data");
  }

  /** The SHACL shapes, which are not part of the graph. */
  public List<Triple> shapes() {
    return shapes;
  }

  /** The rules files. */
  public List<RuleText> rules() {
    return rules;
  }

  /** How many ontology and data files were read. */
  public int files() {
    return files;
  }
}
