package org.mesagraph.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;

/** All questions of the project, by id. */
public final class Questions {

  /** Where they are kept. */
  public static final String FOLDER = "queries/questions";

  private final List<Question> all;

  private Questions(List<Question> questions) {
    this.all = questions.stream().sorted(Comparator.comparing(Question::id)).toList();
  }

  /**
   * Reads {@code queries/questions/*.yaml} under a root folder.
   *
   * @param queries the saved queries that may answer
   * @throws MesagraphException with every problem of every file, if there is any
   */
  public static Questions read(Path root, SavedQueries queries) {
    List<Problem> problems = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (Path path : TextFile.list(root.resolve(FOLDER), ".yaml")) {
      Optional<TextFile> file = TextFile.read(root, path, problems);
      if (file.isPresent()) {
        Problems here = new Problems(file.get().file(), problems);
        questions.addAll(new QuestionReader(queries, here).read(file.get().text()));
      }
    }
    for (Path path : TextFile.list(root.resolve(FOLDER), ".yml")) {
      Place place = Place.of(TextFile.name(root, path));
      problems.add(new Problem(place, "is not read", "let its name end in .yaml"));
    }
    refuseTwins(questions, problems);
    SavedQueries.refuse(problems);
    return new Questions(questions);
  }

  private static void refuseTwins(List<Question> questions, List<Problem> problems) {
    Map<String, Question> byId = new TreeMap<>();
    for (Question question : questions) {
      Question other = byId.putIfAbsent(question.id(), question);
      if (other != null && !question.id().isEmpty()) {
        problems.add(
            new Problem(
                question.place(),
                question.id() + " is asked at " + other.place() + " as well",
                "merge the two, or give one of them another id"));
      }
    }
  }

  /** All of them, in order of id. */
  public List<Question> all() {
    return all;
  }

  /** Those with an id, or with a query of that name among their answers. */
  public List<Question> named(String name) {
    return all.stream().filter(question -> question.isNamed(name)).toList();
  }
}
