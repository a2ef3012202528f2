package org.mesagraph.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.jena.sys.JenaSystem;
import org.mesagraph.reason.Progress;
import org.mesagraph.reason.Reasoner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code mesagraph}. */
@Command(
    name = "mesagraph",
    description = "A knowledge graph of AI inner alignment whose every inference can be proved.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.Provider.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      LoadCommand.class,
      DoctorCommand.class,
      QueryCommand.class,
      ExplainCommand.class,
      WhatIfCommand.class,
      ValidateCommand.class,
      RehearseCommand.class,
      StatsCommand.class,
      VersionCommand.class
    })
public final class Main {

  @Spec private CommandSpec spec;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder with ontology/, data/ and queries/ (default: this checkout).")
  private Path root = Path.of(System.getProperty("mesagraph.home", "."));

  @Option(
      names = "--reasoner",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = {
        "What draws the conclusions: ${COMPLETION-CANDIDATES} (default: mesagraph).",
        "jena is Jena's rule engine, slower, to compare with."
      })
  private ReasonerName reasoner = ReasonerName.MESAGRAPH;

  /** The folder whose files are used. */
  Path root() {
    return root.toAbsolutePath().normalize();
  }

  /** What draws the conclusions. */
  Reasoner reasoner() {
    return reasoner.reasoner();
  }

  /** Tells how far long work is. */
  Progress progress() {
    return new ProgressLine(spec.commandLine().getErr());
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(new PrintWriter(out, true), new PrintWriter(err, true), arguments));
  }

  /** Runs the command; what it prints goes to the writers. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    JenaSystem.init();
    CommandLine line = new CommandLine(new Main());
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler(Failures::execution);
    line.setParameterExceptionHandler(Failures::parameters);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    if (arguments.length == 0) {
      line.usage(out);
      return CommandLine.ExitCode.OK;
    }
    return line.execute(arguments);
  }
}
