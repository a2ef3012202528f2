package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mesagraph.query.CaseResult;
import org.mesagraph.query.QueryCases;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the tests that saved queries carry in their headers. */
@Command(
    name = "test",
    description = "Runs the tests in the headers of the saved queries; exit code 1 if one fails.",
    mixinStandardHelpOptions = true)
final class QueryTestCommand implements Callable<Integer> {

  @ParentCommand private QueryCommand parent;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only this query.")
  private Optional<String> name = Optional.empty();

  @Override
  public Integer call() {
    Project project = parent.project();
    QueryCases cases =
        new QueryCases(
            new QueryRunner(project.snapshot().dataset(), project.snapshot().base().prefixes()));
    List<SavedQuery> queries =
        name.map(project.queries()::named).map(List::of).orElseGet(project.queries()::all);
    PrintWriter out = spec.commandLine().getOut();
    int failed = 0;
    int passed = 0;
    for (SavedQuery query : queries) {
      for (CaseResult result : cases.run(query)) {
        out.println(
            (result.passed() ? "ok    " : "FAIL  ") + result.query() + ": " + result.test());
        result
            .failure()
            .ifPresent(text -> text.lines().forEach(line -> out.println("      " + line)));
        passed += result.passed() ? 1 : 0;
        failed += result.passed() ? 0 : 1;
      }
    }
    out.println(passed + " passed, " + failed + " failed");
    out.flush();
    return failed == 0 ? 0 : 1;
  }
}
