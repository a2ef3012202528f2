package org.mesagraph.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;
import org.mesagraph.query.Questions;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.shape.Finding;
import org.mesagraph.shape.Finding.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * Checks everything: syntax, values, shapes, contradictions, checks, saved queries and questions.
 */
@Command(
    name = "validate",
    description = {
      "Checks all files and says where and how to mend them.",
      "",
      "Syntax and values, shapes, contradictions, queries/checks, queries/pitfalls, the layout of",
      "the files, the headers of saved queries and queries/questions.",
      "Exit code 0 if all is well, 1 for findings, 3 for files that cannot be read."
    },
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  private static final int UNREADABLE = MesagraphException.Kind.INPUT.exitCode();

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(names = "--strict", description = "Warnings count as errors.")
  private boolean strict;

  @Override
  public Integer call() {
    Path root = main.root();
    Report report = new Report(root, spec.commandLine().getOut(), json);
    long start = System.nanoTime();
    boolean readable = true;
    int files = 0;
    int statements = 0;
    try {
      Inspection inspection = Inspection.of(root, main.reasoner(), main.progress());
      KnowledgeBase base = inspection.snapshot().base();
      files = base.files();
      statements = base.triples().size();
      inspection.findings().forEach(report::add);
      SavedQueries queries = SavedQueries.read(root, base.prefixes());
      Upkeep.findings(root, base, queries).forEach(report::add);
      Questions.read(root, queries);
    } catch (MesagraphException e) {
      readable = e.kind() != MesagraphException.Kind.INPUT;
      for (Problem problem : problems(e)) {
        report.add(
            new Finding(
                "input", Severity.ERROR, problem.place(), "", problem.what(), problem.cure()));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    report.close(files, statements, seconds);
    if (!readable) {
      return UNREADABLE;
    }
    return report.errors() > 0 || (strict && report.warnings() > 0) ? 1 : 0;
  }

  private static List<Problem> problems(MesagraphException e) {
    return e.problems().isEmpty()
        ? List.of(new Problem(Place.of("."), e.getMessage(), "mend it"))
        : e.problems();
  }
}
