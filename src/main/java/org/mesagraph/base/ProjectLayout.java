package org.mesagraph.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the files of the ontology and of the data are written: what is not as the house has it. */
public final class ProjectLayout {

  private static final int LONGEST_MODULE = 400;
  private static final List<String> SAID =
      List.of("skos:prefLabel", "skos:definition", "owl:versionInfo", "dcterms:license");

  private ProjectLayout() {}

  /**
   * What is found in {@code ontology/} and {@code data/} under a root folder, in order of file.
   *
   * @param known the namespaces by prefix
   */
  public static List<Problem> problems(Path root, Prefixes known) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> fileOf = new LinkedHashMap<>();
    for (TurtleText file : texts(root, "ontology", ".ttl", problems)) {
      problems.addAll(problems(file, known));
      for (TurtleBlock block : file.blocks()) {
        if (!block.describes()) {
          continue;
        }
        String other = fileOf.putIfAbsent(block.subject(), file.name());
        if (other != null && !other.equals(file.name())) {
          problems.add(
              new Problem(
                  new Place(file.name(), block.line()),
                  block.subject() + " is described in " + other + " as well",
                  "describe it in one of the two"));
        }
      }
    }
    for (TurtleText file : texts(root, "data", ".trig", problems)) {
      problems.addAll(problems(file, known));
    }
    return problems;
  }

  /** What is found in one file. */
  static List<Problem> problems(TurtleText file, Prefixes known) {
    List<Problem> problems = new ArrayList<>(TurtleLayout.problems(file, known.namespaces()));
    if (!file.isTrig()) {
      header(file, problems);
      if (file.lines().size() > LONGEST_MODULE && !file.name().contains("/shapes/")) {
        problems.add(
            new Problem(
                Place.of(file.name()),
                "has more than " + LONGEST_MODULE + " lines",
                "split it by topic"));
      }
    }
    return problems;
  }

  /** A file of the ontology opens with what it is. */
  private static void header(TurtleText file, List<Problem> problems) {
    Optional<TurtleBlock> first = file.blocks().stream().findFirst();
    if (first.isEmpty() || !isHeader(first.get())) {
      problems.add(
          new Problem(
              new Place(file.name(), first.map(TurtleBlock::line).orElse(0)),
              "does not open with what it is",
              "begin with a block: a owl:Ontology, and " + String.join(", ", SAID)));
      return;
    }
    Place place = new Place(file.name(), first.get().line());
    for (String predicate : SAID) {
      if (!first.get().predicates().contains(predicate)) {
        problems.add(new Problem(place, "has no " + predicate, "state it in the first block"));
      }
    }
    if (first
        .get()
        .objectOf("skos:definition")
        .filter(text -> !text.matches("\"[A-Z][^.]*\\.\"@en"))
        .isPresent()) {
      problems.add(
          new Problem(
              place, "the definition is not one sentence", "say it in one, with a full stop"));
    }
    for (TurtleBlock block : file.blocks().subList(1, file.blocks().size())) {
      if (isHeader(block)) {
        problems.add(
            new Problem(
                new Place(file.name(), block.line()),
                "a second ontology in the file",
                "give it a file of its own"));
      }
    }
  }

  private static boolean isHeader(TurtleBlock block) {
    return block.objectOf("a").filter("owl:Ontology"::equals).isPresent();
  }

  private static List<TurtleText> texts(
      Path root, String folder, String ending, List<Problem> problems) {
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .flatMap(file -> RdfFile.read(root, file, problems).stream())
          .map(file -> new TurtleText(file.name(), file.text()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
