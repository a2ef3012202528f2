package org.mesagraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mesagraph.base.Place;
import org.mesagraph.base.Suggestion;

/** Reads the questions of one file, and holds each answer against the query that gives it. */
final class QuestionReader {

  private static final Pattern ID = Pattern.compile("CQ-[0-9]{3}");
  private static final String ANSWER = "- {query: …, params: {…}, expect: {minRows: 1}}";

  private final SavedQueries queries;
  private final Problems problems;

  QuestionReader(SavedQueries queries, Problems problems) {
    this.queries = queries;
    this.problems = problems;
  }

  List<Question> read(String yaml) {
    List<Question> questions = new ArrayList<>();
    for (Section section : YamlReader.readList(yaml, problems)) {
      questions.add(question(section.allowing(Set.of("id", "asks", "answers", "remark"))));
    }
    return questions;
  }

  private Question question(Section section) {
    int line = section.fields().line();
    String id = section.text("id").orElse("");
    if (!ID.matcher(id).matches()) {
      problems.add(
          section.line("id"),
          id.isEmpty() ? "a question without an id" : "“" + id + "” is not the id of a question",
          "write id: CQ- and three digits");
    }
    if (!section.has("asks")) {
      problems.add(line, "a question that asks nothing", "write asks: … as one sentence");
    }
    List<Section> answers = section.items("answers");
    if (answers.isEmpty()) {
      problems.add(line, "a question without answers", "write answers: and below it " + ANSWER);
    }
    return new Question(
        id,
        section.text("asks").orElse(""),
        answers.stream().flatMap(answer -> part(id, answer).stream()).toList(),
        section.text("remark"),
        new Place(problems.file(), line));
  }

  /** An answer; empty if there is no such query. */
  private Optional<Question.Part> part(String id, Section section) {
    section.allowing(Set.of("query", "params", "expect"));
    QueryCase test = new QueryCase(id, CaseReader.params(section), CaseReader.expected(section));
    Optional<String> name = section.text("query");
    if (name.isEmpty()) {
      problems.add(section.fields().line(), "an answer without a query", "write " + ANSWER);
      return Optional.empty();
    }
    Optional<SavedQuery> query = queries.find(name.get());
    if (query.isEmpty()) {
      problems.add(
          section.line("query"),
          "no query “" + name.get() + "”" + Suggestion.phrase(name.get(), queries.names()),
          "use one of ./mesagraph query list");
      return Optional.empty();
    }
    new CaseLint(query.get().header(), query.get().query(), problems).check(test, section);
    return Optional.of(new Question.Part(query.get(), test));
  }
}
