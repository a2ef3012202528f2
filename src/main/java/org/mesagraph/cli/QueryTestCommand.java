package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Suggestion;
import org.mesagraph.query.CaseResult;
import org.mesagraph.query.QueryCases;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.Question;
import org.mesagraph.query.Questions;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.query.SavedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the tests that saved queries carry in their headers, and the questions they answer. */
@Command(
    name = "test",
    description = {
      "Runs the tests in the headers of the saved queries, and queries/questions.",
      "Exit code 1 if one fails."
    },
    mixinStandardHelpOptions = true)
final class QueryTestCommand implements Callable<Integer> {

  @ParentCommand private QueryCommand parent;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description =
          "Only these queries, with the questions they answer, or these questions (CQ-160).")
  private List<String> names = List.of();

  @Option(names = "--report", description = "Only the questions, each with the queries it needs.")
  private boolean report;

  @Option(
      names = "--format",
      description = "Of the report: ${COMPLETION-CANDIDATES} (default: text).")
  private Optional<ReportFormat> format = Optional.empty();

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Override
  public Integer call() {
    Project project = parent.project();
    Questions questions = Questions.read(parent.root(), project.queries());
    boolean onlyQuestions = report || json || format.isPresent();
    names.forEach(name -> refuseUnknown(name, project.queries(), questions, onlyQuestions));
    List<Question> asked =
        questions.all().stream()
            .filter(question -> names.isEmpty() || names.stream().anyMatch(question::isNamed))
            .toList();
    List<SavedQuery> queries =
        project.queries().all().stream()
            .filter(query -> names.isEmpty() || names.contains(query.name()))
            .toList();
    QueryCases cases =
        new QueryCases(
            new QueryRunner(project.snapshot().dataset(), project.snapshot().base().prefixes()));
    QuestionReport answered = new QuestionReport(asked.stream().map(cases::run).toList());
    PrintWriter out = spec.commandLine().getOut();
    if (onlyQuestions) {
      out.print(answered.write(json ? ReportFormat.JSON : format.orElse(ReportFormat.TEXT)));
      out.flush();
      return answered.failed() == 0 ? 0 : 1;
    }
    List<CaseResult> results =
        Stream.concat(
                queries.stream().flatMap(query -> cases.run(query).stream()),
                answered.results().stream().flatMap(result -> result.parts().stream()))
            .toList();
    results.forEach(result -> print(result, out));
    long passed = results.stream().filter(CaseResult::passed).count();
    out.println(passed + " passed, " + (results.size() - passed) + " failed");
    out.flush();
    return passed == results.size() ? 0 : 1;
  }

  private static void print(CaseResult result, PrintWriter out) {
    out.println((result.passed() ? "ok    " : "FAIL  ") + result.query() + ": " + result.test());
    result.failure().ifPresent(text -> text.lines().forEach(line -> out.println("      " + line)));
  }

  /** A name must be that of something to run, or else nothing failing would mean nothing. */
  private static void refuseUnknown(
      String name, SavedQueries queries, Questions questions, boolean onlyQuestions) {
    if (!questions.named(name).isEmpty()) {
      return;
    }
    if (queries.find(name).isEmpty()) {
      List<String> known = new ArrayList<>(queries.names());
      questions.all().forEach(question -> known.add(question.id()));
      String cure =
          Suggestion.nearest(name, known)
              .map(near -> "did you mean " + near + "?")
              .orElse("mesagraph query list and mesagraph query test --report show all");
      throw new MesagraphException(Kind.USAGE, "no query or question “" + name + "” – " + cure);
    }
    if (onlyQuestions) {
      throw new MesagraphException(
          Kind.USAGE,
          "no question is answered by “" + name + "” – mesagraph query test " + name + " runs it");
    }
  }
}
