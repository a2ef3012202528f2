package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.mesagraph.explain.Explanation;
import org.mesagraph.explain.ExplanationService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows why a statement holds, or what is missing for it to hold. */
@Command(
    name = "explain",
    description = {
      "Shows why a statement holds, or what is missing for it to follow.",
      "",
      "Prints every minimal proof as a tree, each leaf with the lines of the sources that say it, or",
      "after “cf.” those that its subject is taken from. Exit code 1 if it does not follow.",
      "Of what contradicts itself, “S a owl:Nothing” is explained whatever else is wrong."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mesagraph explain study:sleeper-agents mg:supports \\",
      "      proposition:deceptive-alignment-persists",
      "  mesagraph explain study:sleeper-agents mg:evidences concept:pseudo-alignment --limit 1"
    })
final class ExplainCommand implements Callable<Integer> {

  /** What an explanation can be written as. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN,
    TURTLE,
    DOT
  }

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;
  @Mixin private TypedStatement statement;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "" + ExplanationService.USUAL_LIMIT,
      description = "At most so many proofs (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Option(names = "--all-steps", description = "Also every derivation in one step, minimal or not.")
  private boolean allSteps;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 or more");
    }
    Project project =
        statement.isContradiction()
            ? Project.openDespiteFindings(main.root(), main.reasoner(), main.progress())
            : Project.open(main.root(), main.reasoner(), main.progress());
    ExplanationService service =
        ExplanationService.of(project.snapshot().base(), project.snapshot().closure());
    Explanation explanation = service.explain(statement.triple(service), limit, allSteps);
    PrintWriter out = spec.commandLine().getOut();
    switch (json ? Format.JSON : format) {
      case JSON -> out.println(service.asJson(explanation));
      case MARKDOWN -> out.print(service.asMarkdown(explanation));
      case TURTLE -> out.print(service.asTurtle(explanation));
      case DOT -> out.print(service.asDot(explanation));
      default -> out.print(service.asText(explanation));
    }
    out.flush();
    return explanation.holds() ? 0 : 1;
  }
}
