package org.mesagraph.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Place;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Problem;
import org.mesagraph.base.Suggestion;

/** All saved queries of the project, by name. */
public final class SavedQueries {

  /** Where they are kept, one folder for each topic. */
  public static final String FOLDER = "queries";

  private final Map<String, SavedQuery> byName;

  private SavedQueries(List<SavedQuery> queries) {
    this.byName = new LinkedHashMap<>();
    queries.stream()
        .sorted(Comparator.comparing(SavedQuery::topic).thenComparing(SavedQuery::name))
        .forEach(query -> byName.put(query.name(), query));
  }

  /**
   * Reads {@code queries/<topic>/*.rq} under a root folder, without the checks.
   *
   * @throws MesagraphException with every problem of every file, if there is any
   */
  public static SavedQueries read(Path root, Prefixes prefixes) {
    return read(root, prefixes, path -> true);
  }

  /**
   * Reads the saved query of a name, without those that nobody asks for.
   *
   * @throws MesagraphException with every problem of its file, if there is any
   */
  public static Optional<SavedQuery> readOne(Path root, String name, Prefixes prefixes) {
    return read(
            root, prefixes, path -> path.getFileName().toString().equals(name + QueryFile.ENDING))
        .find(name);
  }

  private static SavedQueries read(Path root, Prefixes prefixes, Predicate<Path> wanted) {
    List<Problem> problems = new ArrayList<>();
    List<SavedQuery> queries = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    List<Path> checks = List.of(root.resolve(Checks.FOLDER), root.resolve(Checks.PITFALLS));
    for (Path path : TextFile.list(root.resolve(FOLDER), QueryFile.ENDING)) {
      if (!wanted.test(path) || checks.stream().anyMatch(path::startsWith)) {
        continue;
      }
      Optional<QueryFile> file = QueryFile.read(root, path, problems);
      if (file.isEmpty()) {
        continue;
      }
      Place place = Place.of(file.get().file());
      if (file.get().topic().isEmpty()) {
        problems.add(new Problem(place, "has no topic", "move it into a folder of queries/"));
      }
      String other = files.putIfAbsent(file.get().name(), file.get().file());
      if (other != null) {
        problems.add(new Problem(place, "has the name of " + other, "rename one of them"));
      }
      Problems here = new Problems(file.get().file(), problems);
      SavedQuery.read(file.get(), prefixes, here).ifPresent(queries::add);
    }
    refuse(problems);
    return new SavedQueries(queries);
  }

  /** Throws the problems in order of place, each once, if there are any. */
  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new MesagraphException(
          Kind.INPUT,
          new LinkedHashSet<>(problems)
              .stream().sorted(Comparator.comparing(Problem::place)).toList());
    }
  }

  /** All of them, by topic and name. */
  public List<SavedQuery> all() {
    return List.copyOf(byName.values());
  }

  /** Their names, in the same order. */
  public Collection<String> names() {
    return Collections.unmodifiableCollection(byName.keySet());
  }

  /** The query of a name, if there is one. */
  public Optional<SavedQuery> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The query of a name.
   *
   * @throws MesagraphException of kind USAGE if there is none
   */
  public SavedQuery named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new MesagraphException(
                    Kind.USAGE,
                    "no query “" + name + "”" + Suggestion.phrase(name, byName.keySet())));
  }
}
