package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where failures become messages and exit codes. */
final class Failures {

  /** Exit code of a failure that is a bug of ours. */
  static final int BUG = 70;

  private Failures() {}

  static int execution(Exception failure, CommandLine line, ParseResult result) {
    return report(failure, line.getErr(), System.getenv("MESAGRAPH_DEBUG") != null);
  }

  /** Tells a failure, with its stack trace if wanted; the exit code. */
  static int report(Exception failure, PrintWriter err, boolean debug) {
    if (failure instanceof MesagraphException known) {
      known.getMessage().lines().forEach(message -> err.println("error: " + message));
      if (debug) {
        failure.printStackTrace(err);
      }
      return known.kind().exitCode();
    }
    err.println("bug: " + failure);
    if (debug) {
      failure.printStackTrace(err);
    } else {
      err.println("  = help: run again with MESAGRAPH_DEBUG=1 for the stack trace, and report it");
    }
    return BUG;
  }

  static int parameters(ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("error: " + failure.getMessage() + suggestion(failure, line));
    err.println("  = help: " + line.getCommandSpec().qualifiedName(" ") + " --help");
    return ExitCode.USAGE;
  }

  private static String suggestion(ParameterException failure, CommandLine line) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return "";
    }
    Set<String> known = new TreeSet<>(line.getSubcommands().keySet());
    known.addAll(line.getCommandSpec().optionsMap().keySet());
    List<String> given = unmatched.getUnmatched();
    return Suggestion.phrase(given.get(0).replaceFirst("=.*", ""), known);
  }
}
