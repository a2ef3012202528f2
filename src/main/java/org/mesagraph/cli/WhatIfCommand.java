package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.mesagraph.explain.Aftermath;
import org.mesagraph.explain.WhatIfService;
import org.mesagraph.store.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what falls, changes and stands if something were withdrawn. */
@Command(
    name = "whatif",
    description = {
      "Shows what would be lost, changed or weakened if something were withdrawn: a study, work,",
      "claim, source, organization, person or anything else of the data. Changes nothing."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mesagraph whatif --without study:sleeper-agents",
      "  mesagraph whatif --without source:s2 --without source:s3 --limit 0",
      "  mesagraph whatif --without organization:anthropic --format json --all"
    })
final class WhatIfCommand implements Callable<Integer> {

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(
      names = "--without",
      paramLabel = "IRI",
      required = true,
      description = "What is withdrawn, as IRI or prefixed name; may be given several times.")
  private List<String> without;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "" + WhatIfService.USUAL_LIMIT,
      description = "With proofs of so many conclusions an effect (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--all",
      description = "Lists also what is unaffected, and conclusions about the withdrawn itself.")
  private boolean all;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ExplainCommand.Format format;

  @Override
  public Integer call() {
    if (limit < 0) {
      throw new ParameterException(spec.commandLine(), "--limit must be 0 or more");
    }
    Snapshot snapshot = Project.open(main.root(), main.reasoner(), main.progress()).snapshot();
    WhatIfService service =
        WhatIfService.of(snapshot.base(), snapshot.program(), snapshot.closure());
    Aftermath aftermath = service.without(service.things(without));
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case JSON -> out.println(service.asJson(aftermath, limit, all));
      case MARKDOWN -> out.print(service.asMarkdown(aftermath, limit, all));
      case TURTLE -> out.print(service.asTurtle(aftermath, limit, all));
      case DOT -> out.print(service.asDot(aftermath, limit, all));
      default -> out.print(service.asText(aftermath, limit, all));
    }
    out.flush();
    return 0;
  }
}
